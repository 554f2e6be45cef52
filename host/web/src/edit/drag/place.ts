import { GRID_COLUMNS, packGrid, type GridItem, type GridPlace } from '@orrery/dashboard'

/** What the hand has moved by, in pixels. */
export interface Shift {
  readonly dx: number
  readonly dy: number
}

/** One column and one row with the gap after them, in pixels. */
export interface CellSize {
  readonly column: number
  readonly row: number
}

const between = (least: number, value: number, most: number) => Math.max(least, Math.min(value, most))

const LEAST = { w: 2, h: 2 }

/** Where an item comes to lie that is moved by so much: the cell whose corner is nearest, inside the grid. */
export const movedPlace = ({ x, y, w, h }: GridPlace, { dx, dy }: Shift, cell: CellSize): GridPlace => ({
  x: between(0, x + Math.round(dx / cell.column), GRID_COLUMNS - w),
  y: Math.max(0, y + Math.round(dy / cell.row)),
  w,
  h,
})

/** How large an item becomes whose lower right corner is moved by so much. */
export const resizedPlace = ({ x, y, w, h }: GridPlace, { dx, dy }: Shift, cell: CellSize): GridPlace => ({
  x,
  y,
  w: between(Math.min(LEAST.w, w), w + Math.round(dx / cell.column), GRID_COLUMNS - x),
  h: between(Math.min(LEAST.h, h), h + Math.round(dy / cell.row), 200),
})

/** The grid with a panel at a place; the others give way. */
export const placed = (items: readonly GridItem[], panel: string, place: GridPlace): readonly GridItem[] =>
  packGrid(
    items.map((item) => (item.panel === panel ? { ...item, ...place } : item)),
    panel,
  )
