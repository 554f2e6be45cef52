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

/**
 * Where everything lies that the items of a grid show: instances share the width of their item and take as many rows as
 * they need, items that show nothing take none, and what is below moves with it. Distances that authors left stay.
 */
export function arrangeGrid(
  items: readonly GridItem[],
  keysOf: (item: GridItem) => readonly string[],
): readonly ArrangedPanel[] {
  const above: { readonly end: number; readonly newEnd: number }[] = []
  return items.toSorted(inReadingOrder).flatMap((item) => {
    const before = above.filter(({ end }) => end <= item.y)
    const y = before.length ? Math.max(...before.map(({ end, newEnd }) => newEnd + item.y - end)) : item.y
    const arranged = spread(item, y, keysOf(item))
    above.push({ end: item.y + item.h, newEnd: Math.max(y, ...arranged.map((each) => each.y + each.h)) })
    return arranged
  })
}
