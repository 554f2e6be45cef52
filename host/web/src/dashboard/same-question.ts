import type { PanelSpec } from '@orrery/dashboard'

/** What of a panel only says how it is drawn. */
const drawing: ReadonlySet<string> = new Set<keyof PanelSpec>([
  'type',
  'title',
  'description',
  'options',
  'version',
  'fieldConfig',
])

const questionOf = (panel: PanelSpec) =>
  JSON.stringify(Object.entries(panel).filter(([name, value]) => !drawing.has(name) && value !== undefined))

/** Whether the host answers two panels alike. */
export const isSameQuestion = (a: PanelSpec, b: PanelSpec | undefined): boolean =>
  a === b || (b !== undefined && questionOf(a) === questionOf(b))
