import type { HeatCells } from '../cells/heat-cells.ts'
import type { ColorLevels } from '../scale/color-levels.ts'

/** A bar of the histogram of a column. */
export interface HistogramBar {
  /** All in percent of the picture. */
  readonly top: number
  readonly height: number
  readonly length: number
  /** A CSS colour. */
  readonly color: string
  readonly isRead: boolean
}

/** The cells of a column as bars from the lowest row up; rows that have nothing are left out. */
export function toHistogram(
  { offsets, counts, low, high }: HeatCells,
  place: { readonly column: number; readonly cell: number },
  {
    edges,
    levels,
    colors,
  }: { readonly edges: Float64Array; readonly levels: ColorLevels['levels']; readonly colors: readonly string[] },
): readonly HistogramBar[] {
  const begin = offsets[place.column]!
  const own = counts.subarray(begin, offsets[place.column + 1])
  const most = own.reduce((high, count) => (count > high && count < Infinity ? count : high), 0)
  if (most === 0) return []
  return Array.from(own, (count, i): HistogramBar => {
    const a = edges[low[begin + i]!]!
    const b = edges[high[begin + i]!]!
    const level = levels[begin + i]!
    return {
      top: 100 * (1 - Math.max(a, b)),
      height: 100 * Math.abs(b - a),
      length: 100 * Math.min(1, count / most),
      color: level > 0 ? colors[level - 1]! : 'transparent',
      isRead: begin + i === place.cell,
    }
  }).filter(({ length, isRead }) => length > 0 || isRead)
}
