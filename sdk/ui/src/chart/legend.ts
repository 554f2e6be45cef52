/** One entry of a chart's legend. */
export interface LegendItem {
  readonly name: string
  /** A CSS colour. */
  readonly color: string
  /** A text for each heading. */
  readonly values: readonly string[]
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
