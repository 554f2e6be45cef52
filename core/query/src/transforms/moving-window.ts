/** What a moving window gives. */
export type WindowStatistic = 'mean' | 'variance' | 'stdDev'

/** Which neighbours of a value belong to its window: so many before it, and so many behind. */
export interface Reach {
  readonly before: number
  readonly after: number
}

/**
 * The window of `size` values that ends at a value, or has it in the middle; of an even size one more is behind it.
 */
export const reachOf = (size: number, alignment: 'trailing' | 'centered'): Reach =>
  alignment === 'trailing'
    ? { before: size - 1, after: 0 }
    : { before: Math.ceil(size / 2) - 1, after: Math.floor(size / 2) }

/** Number, mean and summed squares of distances from the mean, of the present values of a stretch. */
interface Moments {
  readonly counts: Int32Array
  readonly means: Float64Array
  /** Empty where only means are wanted. */
  readonly squares: Float64Array
}

/**
 * A statistic of the present values in a window around each value; NaN where none is. In time linear in the values:
 * they are cut into blocks as long as a window, and each window is the end of one block and the beginning of the
 * next. Nothing is ever taken away from a sum, so nothing is lost but what each addition rounds (Chan, Golub and
 * LeVeque 1983).
 */
export function moving(statistic: WindowStatistic, values: Float64Array, { before, after }: Reach): Float64Array {
  const size = Math.min(before + after + 1, Math.max(1, values.length))
  const isMean = statistic === 'mean'
  const heads = momentsOf(values, size, false, isMean)
  const tails = momentsOf(values, size, true, isMean)
  const out = new Float64Array(values.length)
  const last = values.length - 1
  // The first place of the block in which the window begins.
  let block = 0
  for (let i = 0; i <= last; i++) {
    const from = i > before ? i - before : 0
    const to = i + after < last ? i + after : last
    if (from >= block + size) block += size
    const isWithin = to < block + size
    // Within one block a window begins at its start, or ends where the values do.
    const countA = isWithin && from === block ? 0 : tails.counts[from]!
    const countB = isWithin && from !== block ? 0 : heads.counts[to]!
    const count = countA + countB
    const meanA = countA === 0 ? 0 : tails.means[from]!
    const distance = countB === 0 ? 0 : heads.means[to]! - meanA
    if (count === 0) out[i] = NaN
    else if (isMean) out[i] = meanA + (countB === count ? distance : (distance * countB) / count)
    else {
      const squares = (countA === 0 ? 0 : tails.squares[from]!) + (countB === 0 ? 0 : heads.squares[to]!)
      const variance = (squares + (distance * distance * countA * countB) / count) / count
      out[i] = statistic === 'variance' ? variance : Math.sqrt(variance)
    }
  }
  return out
}

/** The moments from the start of each block to each value, or backwards from its end. */
function momentsOf(values: Float64Array, size: number, isBackwards: boolean, isMean: boolean): Moments {
  const { length } = values
  const counts = new Int32Array(length)
  const means = new Float64Array(length)
  const squares = new Float64Array(isMean ? 0 : length)
  const step = isBackwards ? -1 : 1
  for (let start = 0; start < length; start += size) {
    const end = Math.min(start + size, length)
    let count = 0
    let sum = 0
    let mean = 0
    let square = 0
    for (let k = isBackwards ? end - 1 : start; k >= start && k < end; k += step) {
      const value = values[k]!
      if (value === value) {
        count++
        if (isMean) {
          sum += value
          mean = sum / count
        } else {
          const distance = value - mean
          mean += distance / count
          square += distance * (value - mean)
        }
      }
      counts[k] = count
      means[k] = mean
      if (!isMean) squares[k] = square
    }
  }
  return { counts, means, squares }
}
