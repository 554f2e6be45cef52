/**
 * Keys for the rows of a list whose items are replaced when they are edited: a row keeps its controls, and the focus, when
 * it is edited or moved and when others come and go.
 */
export function createRowKeys(): (items: readonly object[]) => readonly number[] {
  let last = 0
  let before: readonly object[] = []
  let keys: readonly number[] = []
  return (items) => {
    const old = new Map(before.map((item, at) => [item, keys[at]!]))
    const isKept = new Set(items)
    const taken = new Set<number>()
    const take = (key: number | undefined) => {
      if (key === undefined || taken.has(key)) return undefined
      taken.add(key)
      return key
    }
    const same = items.map((item) => take(old.get(item)))
    // One that went where another came was edited.
    const edited = items.map(
      (_, at) => same[at] ?? (before[at] && !isKept.has(before[at]) ? take(keys[at]) : undefined),
    )
    before = items
    keys = edited.map((key) => key ?? ++last)
    return keys
  }
}
