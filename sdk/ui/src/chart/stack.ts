import { uniteTimes } from '@orrery/sdk'
import type { TimeChartSeries } from './series.ts'

export interface StackedColumn {
  /** Common to all. */
  readonly times: Float64Array
  /** The sums, without gaps. */
  readonly values: Float64Array
  /** The values themselves at these times. */
  readonly told: Float64Array
}

/** Each series on top of those before it, on the times of all; a missing value adds nothing. */
export function stackSeries(series: readonly Pick<TimeChartSeries, 'times' | 'values'>[]): readonly StackedColumn[] {
  const times = uniteTimes(series.map((one) => one.times))
  const sums = new Float64Array(times.length)
  return series.map((one) => {
    const told = one.times.length === times.length ? one.values : spread(one, times)
    for (let k = 0; k < sums.length; k++) {
      const value = told[k]!
      if (Number.isFinite(value)) sums[k]! += value
    }
    return { times, values: sums.slice(), told }
  })
}

function spread({ times, values }: Pick<TimeChartSeries, 'times' | 'values'>, axis: Float64Array): Float64Array {
  const out = new Float64Array(axis.length).fill(NaN)
  let at = 0
  for (let k = 0; k < times.length; k++) {
    while (axis[at]! < times[k]!) at++
    out[at] = values[k]!
  }
  return out
}
