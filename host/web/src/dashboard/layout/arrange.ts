import { inReadingOrder, type GridItem, type GridPlace } from '@orrery/dashboard'

/** Where something lies: columns may be parts of columns. `panel` is its key. */
export type ArrangedPanel = GridPlace & { readonly panel: string }

const ROW_OF_REPEATS = 4

/** Where the instances of an item lie, the item being at a row. */
function spread({ x, w, h, repeat }: GridItem, y: number, keys: readonly string[]): readonly ArrangedPanel[] {
  if (repeat?.direction === 'down') return keys.map((panel, i) => ({ panel, x, y: y + i * h, w, h }))
  const columns = Math.min(keys.length, repeat?.maxPerRow ?? ROW_OF_REPEATS)
  const width = w / columns
  return keys.map((panel, i) => ({
    panel,
    x: x + (i % columns) * width,
    y: y + Math.floor(i / columns) * h,
    w: width,
    h,
  }))
}

/** How many rows above each one are closed: only items that show nothing lie there. */
function closedRows(shown: readonly GridItem[], hidden: readonly GridItem[]): (row: number) => number {
  const rowsOf = (items: readonly GridItem[]) =>
    new Set(items.flatMap(({ y, h }) => Array.from({ length: h }, (_, i) => y + i)))
  const kept = rowsOf(shown)
  const closed = [...rowsOf(hidden)].filter((row) => !kept.has(row))
  return (row) => closed.filter((each) => each < row).length
}

/**
 * Where everything lies that the items of a grid show: instances share the width of their item and take as many rows as
 * they need, items that show nothing take none, and what is below moves with it. Distances that authors left stay.
 */
export function arrangeGrid(
  items: readonly GridItem[],
  keysOf: (item: GridItem) => readonly string[],
): readonly ArrangedPanel[] {
  const shown = items.filter((item) => keysOf(item).length > 0).toSorted(inReadingOrder)
  const closedAbove = closedRows(
    shown,
    items.filter((item) => keysOf(item).length === 0),
  )
  const above: { readonly end: number; readonly newEnd: number }[] = []
  return shown.flatMap((item) => {
    const start = item.y - closedAbove(item.y)
    const before = above.filter(({ end }) => end <= start)
    const y = Math.max(start, ...before.map(({ end, newEnd }) => newEnd + start - end))
    const arranged = spread(item, y, keysOf(item))
    above.push({ end: start + item.h, newEnd: Math.max(...arranged.map((each) => each.y + each.h)) })
    return arranged
  })
}
