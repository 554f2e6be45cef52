/** Means of neighbours, and when each is: in the middle of them. */
export interface Smoothed {
  readonly times: Float64Array
  readonly values: Float64Array
}

/** No window is longer than this share of the points, as the paper has it. */
const LONGEST = 0.1

/**
 * Smooths as much as leaves what stands out: of all moving means up to a tenth of the points the one whose steps vary
 * the least, among those whose kurtosis is no less than that of the values (K. Rong and P. Bailis, ASAP: Prioritizing
 * Attention via Time Series Smoothing, 2017). Before it, as many neighbours are made one as leave about `resolution`
 * points; of so few all windows are tried, which finds what the short cuts of the paper look for. Values are finite,
 * times ascend.
 */
export function smooth(times: Float64Array, values: Float64Array, resolution: number): Smoothed {
  const width = Math.max(1, Math.floor(values.length / resolution))
  const few = width > 1 ? { times: join(times, width), values: join(values, width) } : { times, values }
  const least = momentsOf(few.values).kurtosis
  let best = few
  let roughness = roughnessOf(few.values)
  for (let window = 2; window <= few.values.length * LONGEST; window++) {
    const means = movingMean(few.values, window)
    const own = roughnessOf(means)
    if (own >= roughness || !(momentsOf(means).kurtosis >= least)) continue
    roughness = own
    best = { times: movingMean(few.times, window), values: means }
  }
  return best
}

/** The mean of each so many neighbours; the last may be fewer. */
function join(numbers: Float64Array, width: number): Float64Array {
  const out = new Float64Array(Math.ceil(numbers.length / width))
  for (let i = 0; i < out.length; i++) {
    const end = Math.min((i + 1) * width, numbers.length)
    // From the first on, so that large numbers lose no digits.
    const base = numbers[i * width]!
    let sum = 0
    for (let k = i * width; k < end; k++) sum += numbers[k]! - base
    out[i] = base + sum / (end - i * width)
  }
  return out
}

function movingMean(numbers: Float64Array, window: number): Float64Array {
  const base = numbers[0]!
  const out = new Float64Array(numbers.length - window + 1)
  let sum = 0
  for (let k = 0; k < numbers.length; k++) {
    sum += numbers[k]! - base
    if (k >= window) sum -= numbers[k - window]! - base
    if (k >= window - 1) out[k - window + 1] = base + sum / window
  }
  return out
}

/** How much the steps from value to value vary. */
function roughnessOf(values: Float64Array): number {
  const steps = values.subarray(1).map((value, k) => value - values[k]!)
  return Math.sqrt(momentsOf(steps).variance)
}

function momentsOf(values: Float64Array) {
  const { length } = values
  let mean = 0
  for (const value of values) mean += value / length
  let squares = 0
  let fourths = 0
  for (const value of values) {
    const square = (value - mean) * (value - mean)
    squares += square
    fourths += square * square
  }
  return {
    variance: length === 0 ? 0 : squares / length,
    kurtosis: squares === 0 ? 0 : (length * fourths) / (squares * squares),
  }
}
