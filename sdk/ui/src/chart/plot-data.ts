import type uPlot from 'uplot'
import { alignTimes, stackColumns, type Aligned, type AlignedColumn, type TimeChartSeries } from './series.ts'

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
 * uPlot takes NaN for a value; null is a gap to it, and undefined a time that only other series have. A typed array can
 * hold neither: a column with such places becomes a plain array. On a logarithmic axis there is no place for zero and below.
 */
function withGaps({ values, present }: AlignedColumn, isLog: boolean): Float64Array | (number | null | undefined)[] {
  const isGap = isLog
    ? (value: number) => !(value > 0) || value === Infinity
    : (value: number) => !Number.isFinite(value)
  if (!present && !values.some(isGap)) return values
  return Array.from(values, (value, k) => (present?.[k] === 0 ? undefined : isGap(value) ? null : value))
}
