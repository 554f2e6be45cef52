export interface TooltipRow {
  /** Which of the chart's series. */
  readonly series: number
  readonly name: string
  readonly color: string
  readonly value: number
  /** The series under the cursor. */
  readonly near: boolean
}

export type TooltipMode = 'single' | 'multi' | 'none'
export type TooltipSort = 'none' | 'ascending' | 'descending'

/** More rows than this hide what they explain. */
const MOST_ROWS = 15

/** Rows in order, cut to what fits, with how many are left out; what is under the cursor is always among them. */
export function arrangeRows<Row extends Pick<TooltipRow, 'value' | 'near'>>(
  rows: readonly Row[],
  sort: TooltipSort,
  most = MOST_ROWS,
): { readonly shown: readonly Row[]; readonly more: number } {
  const sign = sort === 'ascending' ? 1 : -1
  const sorted = sort === 'none' ? rows : rows.toSorted((a, b) => sign * (a.value - b.value))
  if (sorted.length <= most) return { shown: sorted, more: 0 }
  const near = sorted.findIndex((row) => row.near)
  const shown = near < most ? sorted.slice(0, most) : [...sorted.slice(0, most - 1), sorted[near]!]
  return { shown, more: sorted.length - shown.length }
}

/** The rows that a mode tells. */
export function chooseRows(rows: readonly TooltipRow[], mode: TooltipMode, hidesZeros: boolean): readonly TooltipRow[] {
  if (mode === 'none') return []
  const kept = hidesZeros ? rows.filter(({ value }) => value !== 0) : rows
  if (mode === 'multi') return kept
  const near = kept.filter((row) => row.near)
  return near.length > 0 ? near : kept.slice(0, 1)
}
