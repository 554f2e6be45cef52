import { Type, type Static } from '@orrery/schema'
import { variablesOfCondition } from '../condition.ts'
import type { DashboardSpec } from '../dashboard.ts'
import { LibraryPanelUse } from '../library-panel.ts'
import { hasPanel, panelEntry, setPanel, withoutPanels, type PanelEntry } from '../panel-entry.ts'
import { PanelSpec } from '../panel-spec.ts'
import type { AutoItem } from './auto.ts'
import { GRID_COLUMNS, GridItem, packGrid, type GridPlace } from './grid.ts'
import { addItem, insertBeside, looseItems, NEW_PANEL_SIZE, withoutItem, type LooseItem } from './items.ts'
import { hasSections, type Layout, type PanelLayout } from './layout.ts'
import { findSection, mapLayout, mapLayoutOf, sectionsAround } from './walk.ts'

// Every operation gives a new spec that shares what it does not change, and the same spec where there is nothing to do:
// the panel or the section is not there, or the place is taken.

/** What the clipboard holds of a panel. */
export const CopiedPanel = Type.Object(
  { panel: Type.Union([PanelSpec, LibraryPanelUse]), item: Type.Pick(GridItem, ['w', 'h', 'repeat', 'showIf']) },
  { additionalProperties: false },
)
export type CopiedPanel = Static<typeof CopiedPanel>

/** An id like `wanted`, as ids are written, that no panel has: `cpu`, `cpu-2`, `cpu-3`. */
export const freePanelId = (spec: DashboardSpec, wanted: string): string =>
  freeId(wanted, 'panel', (id) => hasPanel(spec, id))

export function freeId(wanted: string, otherwise: string, isTaken: (id: string) => boolean): string {
  const slug = wanted
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 56)
    .replaceAll(/^-+|-+$/g, '')
  const stem = slug || otherwise
  let id = stem
  for (let n = 2; isTaken(id); n++) id = `${stem}-${n}`
  return id
}

export const withLayout = (spec: DashboardSpec, layout: Layout): DashboardSpec =>
  layout === spec.layout ? spec : { ...spec, layout }

const mapPanelLayouts = (spec: DashboardSpec, change: (layout: PanelLayout) => PanelLayout) =>
  withLayout(
    spec,
    mapLayout(spec.layout, (layout) => (hasSections(layout) ? layout : change(layout))),
  )

/** Names of the variables that a panel knows. */
const variablesOf = ({ variables = [], layout }: DashboardSpec, panel: string): readonly string[] =>
  [variables, ...(sectionsAround(layout, panel) ?? []).map((section) => section.variables ?? [])]
    .flat()
    .map(({ name }) => name)

const isPlace = (spec: DashboardSpec, section: string | undefined) =>
  section === undefined || findSection(spec.layout, section) !== undefined

/** The item of a panel with its size, wherever it stands. */
export function findItem(layout: Layout, panel: string): LooseItem | undefined {
  if (!hasSections(layout)) return looseItems(layout).find((item) => item.panel === panel)
  for (const section of layout.sections) {
    const found = findItem(section.layout, panel)
    if (found) return found
  }
  return undefined
}

export interface AddPanelOptions extends Partial<Pick<LooseItem, 'w' | 'h' | 'repeat' | 'showIf'>> {
  /** Where it goes: the first section of panels in there; the whole dashboard when absent. */
  readonly section?: string | undefined
}

/** Adds a panel, of its own or of the library, under an id that no other has, beside the last ones or below them. */
export function addPanel(spec: DashboardSpec, id: string, panel: PanelEntry, options: AddPanelOptions = {}) {
  const { section, ...more } = options
  if (hasPanel(spec, id) || !isPlace(spec, section)) return spec
  const item = { panel: id, ...NEW_PANEL_SIZE, ...more }
  const layout = mapLayoutOf(spec.layout, section, (at) => addItem(at, item))
  return withLayout(setPanel(spec, id, panel), layout)
}

/** What {@link pastePanel} takes; undefined when there is no such panel, or the layout does not show it. */
export function copyPanel(spec: DashboardSpec, id: string): CopiedPanel | undefined {
  const panel = panelEntry(spec, id)
  const item = findItem(spec.layout, id)
  if (!panel || !item) return undefined
  const { w, h, repeat, showIf } = item
  const repeated = repeat && { repeat: { direction: 'right' as const, ...repeat } }
  return { panel, item: { w, h, ...repeated, ...(showIf && { showIf }) } }
}

/** Adds a panel that was copied, here or on another dashboard. What depends on variables that are not here is left out. */
export function pastePanel(spec: DashboardSpec, id: string, { panel, item }: CopiedPanel, section?: string) {
  const pasted = addPanel(spec, id, panel, { ...item, section })
  const known = variablesOf(pasted, id)
  const isKnown = (variable: string) => known.includes(variable)
  const { repeat, showIf } = item
  return setItem(pasted, id, {
    ...(repeat && isKnown(repeat.variable) && { repeat }),
    ...(showIf && variablesOfCondition(showIf).every(isKnown) && { showIf }),
  })
}

/** Adds a copy of a panel under an id that no other has, right beside or below it. */
export function duplicatePanel(spec: DashboardSpec, panel: string, id: string): DashboardSpec {
  const copied = copyPanel(spec, panel)
  if (!copied || hasPanel(spec, id)) return spec
  const item = { ...copied.item, panel: id }
  return mapPanelLayouts(setPanel(spec, id, copied.panel), (layout) =>
    layout.items.some((each) => each.panel === panel) ? insertBeside(layout, panel, item) : layout,
  )
}

export function removePanel(spec: DashboardSpec, panel: string): DashboardSpec {
  if (!hasPanel(spec, panel)) return spec
  return mapPanelLayouts(withoutPanels(spec, new Set([panel])), (layout) => withoutItem(layout, panel))
}

const inGrid = ({ x, y, w, h }: GridPlace): GridPlace => {
  const width = Math.min(Math.max(1, Math.round(w)), GRID_COLUMNS)
  const left = Math.min(Math.max(0, Math.round(x)), GRID_COLUMNS - width)
  return { x: left, y: Math.max(0, Math.round(y)), w: width, h: Math.min(Math.max(1, Math.round(h)), 200) }
}

function changeGridItem(spec: DashboardSpec, panel: string, change: (item: GridItem) => GridItem) {
  return mapPanelLayouts(spec, (layout) => {
    if (layout.type !== 'grid' || !layout.items.some((item) => item.panel === panel)) return layout
    const items = layout.items.map((item) => (item.panel === panel ? change(item) : item))
    return { ...layout, items: packGrid(items, panel) }
  })
}

/** Where an item goes: a place of a grid, or an index among the items of an automatic layout. */
export type ItemTarget = { readonly x: number; readonly y: number } | { readonly index: number }

/** Moves a panel in the layout that it is in; others of a grid give way. A target of another sort of layout changes nothing. */
export function moveItem(spec: DashboardSpec, panel: string, to: ItemTarget): DashboardSpec {
  if ('x' in to) return changeGridItem(spec, panel, (item) => ({ ...item, ...inGrid({ ...item, ...to }) }))
  return mapPanelLayouts(spec, (layout) => {
    const at = layout.items.findIndex((item) => item.panel === panel)
    if (layout.type !== 'auto' || at < 0 || at === to.index) return layout
    const item: AutoItem = layout.items[at]!
    return { ...layout, items: layout.items.toSpliced(at, 1).toSpliced(Math.max(0, to.index), 0, item) }
  })
}

/** Gives a panel of a grid another size, and place when it grows to the left or upwards; others give way. */
export const resizeItem = (spec: DashboardSpec, panel: string, to: Partial<GridPlace>): DashboardSpec =>
  changeGridItem(spec, panel, (item) => ({ ...item, ...inGrid({ ...item, ...to }) }))

/** Sets whether a panel repeats, and when it is shown. In an automatic layout only the variable of a repeat is kept. */
export function setItem(spec: DashboardSpec, panel: string, { repeat, showIf }: Pick<LooseItem, 'repeat' | 'showIf'>) {
  const shown = showIf && { showIf }
  return mapPanelLayouts(spec, (layout) => {
    if (!layout.items.some((item) => item.panel === panel)) return layout
    if (layout.type === 'auto') {
      const set = { panel, ...(repeat && { repeat: { variable: repeat.variable } }), ...shown }
      return { ...layout, items: layout.items.map((item) => (item.panel === panel ? set : item)) }
    }
    const set = { ...(repeat && { repeat: { direction: 'right' as const, ...repeat } }), ...shown }
    const setGrid = ({ x, y, w, h }: GridItem): GridItem => ({ panel, x, y, w, h, ...set })
    return { ...layout, items: layout.items.map((item) => (item.panel === panel ? setGrid(item) : item)) }
  })
}

/** Takes a panel out of where it is, into a section, or into the first one of the whole dashboard. */
export function movePanelToSection(spec: DashboardSpec, panel: string, section: string | undefined): DashboardSpec {
  const item = findItem(spec.layout, panel)
  if (!item || !isPlace(spec, section)) return spec
  const without = mapPanelLayouts(spec, (layout) => withoutItem(layout, panel))
  return withLayout(
    spec,
    mapLayoutOf(without.layout, section, (at) => addItem(at, item)),
  )
}
