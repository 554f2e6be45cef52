/** What is carried from value to value. */
export type RunningStatistic = 'sum' | 'mean' | 'min' | 'max'

/** A statistic of all present values up to each; it stays as it is at a missing one, and is NaN before the first. */
export function running(statistic: RunningStatistic, values: Float64Array): Float64Array {
  const out = new Float64Array(values.length)
  let sum = 0
  let count = 0
  let carried = NaN
  const isSum = statistic === 'sum'
  if (isSum || statistic === 'mean') {
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!
      if (value === value) {
        sum += value
        count++
        carried = isSum ? sum : sum / count
      }
      out[i] = carried
    }
    return out
  }
  const isLeast = statistic === 'min'
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    // Of NaN, with which it begins, no comparison is true.
    if (value === value && !(isLeast ? value >= carried : value <= carried)) carried = value
    out[i] = carried
  }
  return out
}
