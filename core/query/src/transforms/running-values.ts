/** What is carried from value to value. */
export type RunningStatistic = 'sum' | 'mean' | 'min' | 'max'

/** A statistic of all present values up to each; it stays as it is at a missing one, and is NaN before the first. */
export function running(statistic: RunningStatistic, values: Float64Array): Float64Array {
  const out = new Float64Array(values.length)
  let sum = 0
  let count = 0
  let carried = NaN
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (!Number.isNaN(value)) {
      sum += value
      count++
      if (statistic === 'sum') carried = sum
      else if (statistic === 'mean') carried = sum / count
      else if (count === 1 || (statistic === 'min' ? value < carried : value > carried)) carried = value
    }
    out[i] = carried
  }
  return out
}
