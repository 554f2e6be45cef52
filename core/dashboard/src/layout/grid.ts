import { Choice, Type, type Static } from '@orrery/schema'
import { Condition } from '../condition.ts'

/** The grid is 24 columns wide; a row is 32 pixels high, with a gap of 8. */
export const GRID_COLUMNS = 24

const variable = Type.String({ minLength: 1, maxLength: 64, title: 'Variable' })

/** Shows a panel once for each value of a variable. All instances together are as wide as the item. */
export const GridRepeat = Type.Object(
  {
    variable,
    direction: Choice({ right: 'To the right', down: 'Downwards' }, { title: 'Direction', default: 'right' }),
    /** How many stand side by side at most, when they go to the right; 4 when absent. */
    maxPerRow: Type.Optional(Type.Integer({ minimum: 1, maximum: GRID_COLUMNS, title: 'Most in a row' })),
  },
  { additionalProperties: false, title: 'Repeat' },
)
export type GridRepeat = Static<typeof GridRepeat>

export const GridItem = Type.Object(
  {
    /** Id of a panel. */
    panel: Type.String({ minLength: 1, maxLength: 64 }),
    x: Type.Integer({ minimum: 0, maximum: GRID_COLUMNS - 1 }),
    y: Type.Integer({ minimum: 0, maximum: 10_000 }),
    w: Type.Integer({ minimum: 1, maximum: GRID_COLUMNS }),
    h: Type.Integer({ minimum: 1, maximum: 200 }),
    repeat: Type.Optional(GridRepeat),
    showIf: Type.Optional(Condition),
  },
  { additionalProperties: false },
)
export type GridItem = Static<typeof GridItem>

export const GridLayout = Type.Object(
  { type: Type.Literal('grid'), items: Type.Array(GridItem, { maxItems: 500 }) },
  { additionalProperties: false },
)
export type GridLayout = Static<typeof GridLayout>

/** Where an item lies, in columns and rows. */
export type GridPlace = Pick<GridItem, 'x' | 'y' | 'w' | 'h'>

export const overlaps = (a: GridPlace, b: GridPlace) =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

/** Sorts items as people read them: from the top, and there from the left. */
export const inReadingOrder = (a: GridPlace, b: GridPlace) => a.y - b.y || a.x - b.x

/**
 * Moves every item up as far as those above it allow, so that no gap and no overlap is left. The item of the panel that
 * is being `moved` keeps its place before others of the same row. Answers new items in reading order.
 */
export function packGrid(items: readonly GridItem[], moved?: string): GridItem[] {
  const rank = ({ panel }: GridItem) => (panel === moved ? 0 : 1)
  const sorted = [...items].sort((a, b) => a.y - b.y || rank(a) - rank(b) || a.x - b.x)
  // The first free row of each column.
  const skyline = Array.from({ length: GRID_COLUMNS }, () => 0)
  const packed: GridItem[] = []
  for (const item of sorted) {
    const end = Math.min(item.x + item.w, GRID_COLUMNS)
    const y = Math.max(...skyline.slice(item.x, end))
    skyline.fill(y + item.h, item.x, end)
    packed.push(item.y === y ? item : { ...item, y })
  }
  return packed.sort(inReadingOrder)
}

/** The same items one under the other, each over the whole width: for narrow screens. */
export function stackLayout<I extends GridPlace>(items: readonly I[]): I[] {
  const stacked: I[] = []
  for (const item of [...items].sort(inReadingOrder))
    stacked.push({ ...item, x: 0, y: gridHeight(stacked.slice(-1)), w: GRID_COLUMNS })
  return stacked
}

/** Rows that the items take. */
export const gridHeight = (items: readonly GridPlace[]) => items.reduce((rows, { y, h }) => Math.max(rows, y + h), 0)
