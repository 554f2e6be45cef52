/** The sum of the present values. */
export function sumOf(values: Float64Array): number {
  let sum = 0
  for (const value of values) if (!Number.isNaN(value)) sum += value
  return sum
}

// NaN is less and greater than nothing, so it is passed over.
export function lowestOf(values: Float64Array): number | undefined {
  let low: number | undefined
  for (const value of values) if (low === undefined ? !Number.isNaN(value) : value < low) low = value
  return low
}

export function highestOf(values: Float64Array): number | undefined {
  let high: number | undefined
  for (const value of values) if (high === undefined ? !Number.isNaN(value) : value > high) high = value
  return high
}

/** The lowest value that a logarithmic scale can show. */
export function lowestAboveZeroOf(values: Float64Array): number | undefined {
  let low: number | undefined
  for (const value of values) if (value > 0 && (low === undefined || value < low)) low = value
  return low
}
