import type { DashboardSpec } from './dashboard.ts'
import type { LibraryPanelUse } from './library-panel.ts'
import type { PanelSpec } from './panel-spec.ts'

/** What a dashboard holds under the id of a panel: the panel itself, or which one of the library it is. */
export type PanelEntry = PanelSpec | LibraryPanelUse

export const isLibraryPanelUse = (entry: PanelEntry): entry is LibraryPanelUse => 'library' in entry

type Entries = Pick<DashboardSpec, 'panels' | 'libraryPanels'>

/** What stands under each id, panels of the library last. */
export const panelEntries = ({ panels, libraryPanels = {} }: Entries): readonly (readonly [string, PanelEntry])[] => [
  ...Object.entries(panels),
  ...Object.entries(libraryPanels).filter(([id]) => !Object.hasOwn(panels, id)),
]

export const panelEntry = ({ panels, libraryPanels = {} }: Entries, id: string): PanelEntry | undefined => {
  if (Object.hasOwn(panels, id)) return panels[id]
  return Object.hasOwn(libraryPanels, id) ? libraryPanels[id] : undefined
}

export const hasPanel = (spec: Entries, id: string): boolean => panelEntry(spec, id) !== undefined

/** What people call the panel of an id: its title, or the id where it has none. */
export const panelTitle = (spec: Entries, id: string): string => panelEntry(spec, id)?.title || id

function withEntries(spec: DashboardSpec, entries: readonly (readonly [string, PanelEntry])[]): DashboardSpec {
  const { libraryPanels: _, ...rest } = spec
  const uses: Record<string, LibraryPanelUse> = {}
  const panels: Record<string, PanelSpec> = {}
  for (const [id, entry] of entries) {
    if (isLibraryPanelUse(entry)) uses[id] = entry
    else panels[id] = entry
  }
  return { ...rest, panels, ...(Object.keys(uses).length > 0 && { libraryPanels: uses }) }
}

/** Puts a panel under an id, in place of what stood there: a panel that goes to the library, or that is taken out of it. */
export const setPanel = (spec: DashboardSpec, id: string, entry: PanelEntry): DashboardSpec =>
  hasPanel(spec, id)
    ? withEntries(
        spec,
        panelEntries(spec).map(([each, was]) => [each, each === id ? entry : was]),
      )
    : withEntries(spec, [...panelEntries(spec), [id, entry]])

/** Without the panels of these ids; the layout is left as it is. */
export const withoutPanels = (spec: DashboardSpec, gone: ReadonlySet<string>): DashboardSpec =>
  withEntries(
    spec,
    panelEntries(spec).filter(([id]) => !gone.has(id)),
  )
