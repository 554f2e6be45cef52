import type uPlot from 'uplot'
import { alignTimes, stackColumns, type Aligned, type TimeChartSeries } from './series.ts'

export interface PlotData {
  readonly data: uPlot.AlignedData
  /** The values themselves, which a stacked drawing does not show: for tooltips. */
  readonly values: Aligned
}

export function toPlotData(series: readonly TimeChartSeries[], stacked: boolean, isLog: boolean): PlotData {
  const values = alignTimes(series)
  const drawn = stacked ? stackColumns(values.columns) : values.columns
  return { data: [values.times, ...drawn.map((column) => withGaps(column, isLog))], values }
}

/**
 * uPlot takes NaN for a value and only null for a gap, and a typed array cannot hold null: a column with gaps becomes a
 * plain array. On a logarithmic axis there is no place for zero and below.
 */
function withGaps(column: Float64Array, isLog: boolean): Float64Array | (number | null)[] {
  const isGap = isLog
    ? (value: number) => !(value > 0) || value === Infinity
    : (value: number) => !Number.isFinite(value)
  if (!column.some(isGap)) return column
  return Array.from(column, (value) => (isGap(value) ? null : value))
}
