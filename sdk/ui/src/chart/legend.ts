/** One entry of a chart's legend. */
export interface LegendItem {
  readonly name: string
  /** A CSS colour. */
  readonly color: string
  /** A text for each heading. */
  readonly values: readonly string[]
  /** What a table is sorted by, a number for each heading; NaN is last. */
  readonly numbers?: readonly number[]
}

/** By what a table is sorted: the index of a heading, or the names (-1). */
export interface LegendSort {
  readonly by: number
  readonly isDescending: boolean
}

/** The indexes of the items in the order of a sort; as they came without one. */
export function sortItems(items: readonly LegendItem[], sort: LegendSort | undefined): readonly number[] {
  const indexes = items.map((_, index) => index)
  if (!sort) return indexes
  const { by, isDescending } = sort
  const sign = isDescending ? -1 : 1
  if (by < 0) return indexes.toSorted((a, b) => sign * items[a]!.name.localeCompare(items[b]!.name))
  const numberOf = (index: number) => items[index]!.numbers?.[by] ?? NaN
  return indexes.toSorted((a, b) => {
    const [one, other] = [numberOf(a), numberOf(b)]
    if (Number.isNaN(one) || Number.isNaN(other)) return Number(Number.isNaN(one)) - Number(Number.isNaN(other))
    return sign * (one - other)
  })
}

/** What a click on a heading makes of a sort: numbers fall first, names rise first; the third click takes it away. */
export function nextSort(sort: LegendSort | undefined, by: number): LegendSort | undefined {
  const first = by >= 0
  if (sort?.by !== by) return { by, isDescending: first }
  return sort.isDescending === first ? { by, isDescending: !first } : undefined
}

/**
 * What is hidden after a click on an entry: a plain click shows it alone, and all again when it already is; with the
 * modifier it is shown or hidden by itself. Indexes of the items.
 */
export function toggleHidden(
  hidden: ReadonlySet<number>,
  index: number,
  count: number,
  byItself: boolean,
): ReadonlySet<number> {
  const all = Array.from({ length: count }, (_, i) => i)
  if (byItself) return new Set(hidden.has(index) ? [...hidden].filter((i) => i !== index) : [...hidden, index])
  const isAlone = !hidden.has(index) && hidden.size === count - 1
  return new Set(isAlone ? [] : all.filter((i) => i !== index))
}
