// Loops by index: over an iterator they take several times as long. A value that is not equal to itself is NaN.

/** The sum of the present values. */
export function sumOf(values: Float64Array): number {
  let sum = 0
  for (let k = 0; k < values.length; k++) if (values[k] === values[k]) sum += values[k]!
  return sum
}

/** The mean of the present values. */
export function meanOf(values: Float64Array): number | undefined {
  let sum = 0
  let count = 0
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!
    if (value !== value) continue
    sum += value
    count++
  }
  return count === 0 ? undefined : sum / count
}

export function lowestOf(values: Float64Array): number | undefined {
  let low = NaN
  // Nothing is less than NaN, with which it begins, or greater.
  for (let k = 0; k < values.length; k++) if (!(values[k]! >= low) && values[k] === values[k]) low = values[k]!
  return low === low ? low : undefined
}

export function highestOf(values: Float64Array): number | undefined {
  let high = NaN
  for (let k = 0; k < values.length; k++) if (!(values[k]! <= high) && values[k] === values[k]) high = values[k]!
  return high === high ? high : undefined
}

/** The lowest value that a logarithmic scale can show. */
export function lowestAboveZeroOf(values: Float64Array): number | undefined {
  let low = Infinity
  let isFound = false
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!
    if (!(value > 0 && value <= low)) continue
    low = value
    isFound = true
  }
  return isFound ? low : undefined
}
