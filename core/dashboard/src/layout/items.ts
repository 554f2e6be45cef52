import type { AutoItem, AutoLayout } from './auto.ts'
import { GRID_COLUMNS, gridHeight, overlaps, packGrid, type GridItem, type GridPlace } from './grid.ts'
import { hasSections, type Layout, type PanelLayout } from './layout.ts'
import { itemsInOrder } from './walk.ts'

/** An item with the size that it has, or would like to have, in a grid. */
export type LooseItem = Pick<GridItem, 'panel' | 'w' | 'h' | 'showIf'> & {
  repeat?: NonNullable<GridItem['repeat'] | AutoItem['repeat']>
}

/** What a new panel gets: three beside each other, as high as a chart with a legend needs. */
export const NEW_PANEL_SIZE = { w: 8, h: 8 } as const

export const NEW_AUTO_LAYOUT = { type: 'auto', minWidth: 360, rowHeight: 280, maxColumns: 4 } as const

/** Pixels of a row of the grid with the gap below it. */
const GRID_ROW_PX = 40
/** What a page is taken to be wide where nobody has measured it, in pixels. */
const PAGE_PX = 1440

const shared = ({ panel, showIf }: Pick<AutoItem, 'panel' | 'showIf'>) => ({ panel, ...(showIf && { showIf }) })

const toAutoItem = (item: AutoItem | LooseItem): AutoItem => ({
  ...shared(item),
  ...(item.repeat && { repeat: { variable: item.repeat.variable } }),
})

const toGridItem = (item: LooseItem, { x, y, w, h }: GridPlace): GridItem => ({
  ...shared(item),
  x,
  y,
  w,
  h,
  ...(item.repeat && { repeat: { direction: 'right', ...item.repeat } }),
})

/** How large an automatic layout draws its panels, in columns and rows of a grid. */
function sizeIn({ minWidth, maxColumns, rowHeight }: AutoLayout): Pick<GridPlace, 'w' | 'h'> {
  const columns = Math.min(maxColumns, Math.max(1, Math.floor(PAGE_PX / minWidth)))
  return { w: Math.floor(GRID_COLUMNS / columns), h: Math.max(1, Math.round(rowHeight / GRID_ROW_PX)) }
}

/** The items of a layout of panels with their sizes, in reading order. */
export const looseItems = (layout: PanelLayout): readonly LooseItem[] =>
  layout.type === 'grid'
    ? (itemsInOrder(layout) as GridItem[])
    : layout.items.map((item) => ({ ...item, ...sizeIn(layout) }))

/** Beside the last items where there is room, else below all of them. */
function freePlace(items: readonly GridItem[], { w, h }: Pick<GridPlace, 'w' | 'h'>): GridPlace {
  const y = Math.max(0, ...items.map((item) => item.y))
  for (let x = 0; x + w <= GRID_COLUMNS; x++) {
    const place = { x, y, w, h }
    if (!items.some((item) => overlaps(item, place))) return place
  }
  return { x: 0, y: gridHeight(items), w, h }
}

/** A layout with one more item: in the first section of panels where there are sections. */
export function addItem(layout: Layout, item: LooseItem): Layout {
  if (layout.type === 'auto') return { ...layout, items: [...layout.items, toAutoItem(item)] }
  if (layout.type === 'grid')
    return { ...layout, items: [...layout.items, toGridItem(item, freePlace(layout.items, item))] }
  const [first, ...others] = layout.sections
  if (!first) return { type: 'grid', items: [toGridItem(item, { x: 0, y: 0, w: item.w, h: item.h })] }
  return { ...layout, sections: [{ ...first, layout: addItem(first.layout, item) }, ...others] }
}

export const addItems = (layout: Layout, items: readonly LooseItem[]): Layout => items.reduce(addItem, layout)

/** A layout of panels with one more item right after that of `beside`. */
export function insertBeside(layout: PanelLayout, beside: string, item: LooseItem): PanelLayout {
  const at = layout.items.findIndex(({ panel }) => panel === beside)
  if (layout.type === 'auto') return { ...layout, items: layout.items.toSpliced(at + 1, 0, toAutoItem(item)) }
  const { x, y, w, h } = layout.items[at]!
  const right = { x: x + w, y, w: item.w, h: item.h }
  const isFree = right.x + right.w <= GRID_COLUMNS && !layout.items.some((other) => overlaps(other, right))
  const place = isFree ? right : { x, y: y + h, w: item.w, h: item.h }
  return { ...layout, items: packGrid([...layout.items, toGridItem(item, place)], item.panel) }
}

/** A layout of panels without the item of a panel; the same where it has none. */
export function withoutItem<L extends PanelLayout>(layout: L, panel: string): L {
  if (!layout.items.some((item) => item.panel === panel)) return layout
  const items = layout.items.filter((item) => item.panel !== panel)
  return { ...layout, items: layout.type === 'grid' ? packGrid(items as GridItem[]) : items }
}

const moveDown = (items: readonly GridItem[], rows: number) =>
  rows === 0 ? items : items.map((item) => ({ ...item, y: item.y + rows }))

/** All panels of a layout in one grid, the sections one under the other. */
export function toGridItems(layout: Layout): readonly GridItem[] {
  if (layout.type === 'grid') return layout.items
  if (hasSections(layout)) {
    const items: GridItem[] = []
    for (const section of layout.sections) items.push(...moveDown(toGridItems(section.layout), gridHeight(items)))
    return items
  }
  const { w, h } = sizeIn(layout)
  const columns = Math.floor(GRID_COLUMNS / w)
  return looseItems(layout).map((item, i) =>
    toGridItem(item, { x: (i % columns) * w, y: Math.floor(i / columns) * h, w, h }),
  )
}

/** All panels of a layout in their order. */
export const toAutoItems = (layout: Layout): readonly AutoItem[] =>
  hasSections(layout)
    ? layout.sections.flatMap((section) => toAutoItems(section.layout))
    : itemsInOrder(layout).map(toAutoItem)
