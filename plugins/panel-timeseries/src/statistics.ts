/** What is said of a series in legend and summary. NaN where it has no values. */
export interface Statistics {
  readonly last: number
  readonly min: number
  readonly max: number
  readonly mean: number
}

/** The statistics of the values that are there; NaN is missing. */
export function statisticsOf(values: Float64Array): Statistics {
  let last = NaN
  let min = Infinity
  let max = -Infinity
  let sum = 0
  let count = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    last = value
    sum += value
    count++
    if (value < min) min = value
    if (value > max) max = value
  }
  return count === 0 ? { last, min: NaN, max: NaN, mean: NaN } : { last, min, max, mean: sum / count }
}
