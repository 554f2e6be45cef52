/** A column of a data table. Cells are asked for by row, and only those that are on the screen. */
export interface TableColumn {
  readonly key: string
  readonly title: string
  /** Least width in pixels; columns share what is left in proportion. 120 by default. */
  readonly width?: number
  readonly align?: 'start' | 'end'
  readonly text: (row: number) => string
  /** A CSS colour for the text, or for the background where `fill` is set. */
  readonly color?: (row: number) => string | undefined
  readonly fill?: boolean
  /** Numbers to sort by, NaN last; without them texts are compared. */
  readonly numbers?: ArrayLike<number>
}

export interface TableSort {
  readonly key: string
  readonly descending: boolean
}

/** Row numbers in the order of a column; equal rows stay as they were. */
export function orderOf(column: TableColumn | undefined, rows: number, descending: boolean): Uint32Array {
  const order = Uint32Array.from({ length: rows }, (_, i) => i)
  if (!column) return order
  const sign = descending ? -1 : 1
  const { numbers } = column
  if (numbers) return order.sort((a, b) => compareNumbers(numbers[a]!, numbers[b]!, sign) || a - b)
  const texts = Array.from({ length: rows }, (_, i) => column.text(i))
  // One collator for all: localeCompare would make one a call.
  const { compare } = new Intl.Collator(undefined, { numeric: true })
  return order.sort((a, b) => sign * compare(texts[a]!, texts[b]!) || a - b)
}

/** Missing values stay last in both directions. */
function compareNumbers(a: number, b: number, sign: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1
  if (Number.isNaN(b)) return -1
  return a === b ? 0 : sign * (a < b ? -1 : 1)
}

/** A click on a heading: ascending, then descending, then as it came. */
export function nextSort(sort: TableSort | undefined, key: string): TableSort | undefined {
  if (sort?.key !== key) return { key, descending: false }
  return sort.descending ? undefined : { key, descending: true }
}
