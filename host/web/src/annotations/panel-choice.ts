import { panelTitle, shownPanels, type DashboardSpec } from '@orrery/dashboard'

/** A panel that may show annotations, or not. */
export interface PanelChoice {
  readonly id: string
  readonly title: string
}

/** The panels of a dashboard in reading order. */
export const panelChoices = (spec: DashboardSpec): readonly PanelChoice[] =>
  shownPanels(spec.layout).map((id) => ({ id, title: panelTitle(spec, id) }))
