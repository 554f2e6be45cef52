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

/**
 * A statistic of the present values in a window around each value; NaN where none is. In time linear in the values: they
 * are cut into blocks as long as a window, and each window is the end of one block and the beginning of the next.
 * Nothing is ever taken away from a sum, so nothing is lost but what each addition rounds (Chan, Golub and LeVeque
 * 1983).
 */
export function moving(statistic: WindowStatistic, values: Float64Array, { before, after }: Reach): Float64Array {
  const { length } = values
  const size = Math.min(before + after + 1, Math.max(1, length))
  const isMean = statistic === 'mean'
  const out = new Float64Array(length)
  const tails = new Tails(size, isMean)
  // The beginning of the block in which the window ends, up to its end.
  let to = -1
  let countB = 0
  let meanB = 0
  let squaresB = 0
  // Where the block begins in which the window does.
  let block = 0
  for (let i = 0; i < length; i++) {
    const from = i > before ? i - before : 0
    for (const end = Math.min(i + after, length - 1); to < end;) {
      if (++to % size === 0) countB = meanB = squaresB = 0
      const value = values[to]!
      if (value !== value) continue
      countB++
      // Of means the sum is kept until it is needed.
      if (isMean) meanB += value
      else {
        const distance = value - meanB
        meanB += distance / countB
        squaresB += distance * (value - meanB)
      }
    }
    if (from >= block + size) block += size
    const isWithin = to < block + size
    // Within one block a window begins at its start, or ends where the values do.
    const a = isWithin && from === block ? -1 : from - block
    if (a >= 0) tails.fill(values, block)
    const countA = a < 0 ? 0 : tails.counts[a]!
    const ownB = isWithin && a >= 0 ? 0 : countB
    const count = countA + ownB
    if (count === 0) {
      out[i] = NaN
      continue
    }
    if (isMean) {
      out[i] = ((countA === 0 ? 0 : tails.means[a]!) + (ownB === 0 ? 0 : meanB)) / count
      continue
    }
    const distance = countA === 0 || ownB === 0 ? 0 : meanB - tails.means[a]!
    const squares = (countA === 0 ? 0 : tails.squares[a]!) + (ownB === 0 ? 0 : squaresB)
    const variance = (squares + (distance * distance * countA * ownB) / count) / count
    out[i] = statistic === 'variance' ? variance : Math.sqrt(variance)
  }
  return out
}

/** Of each place of a block the number, mean (or sum) and summed squares of distances, from it to the end of the block. */
class Tails {
  readonly counts: Int32Array
  readonly means: Float64Array
  readonly squares: Float64Array
  readonly #isMean: boolean
  #block = -1

  constructor(size: number, isMean: boolean) {
    this.counts = new Int32Array(size)
    this.means = new Float64Array(size)
    this.squares = new Float64Array(isMean ? 0 : size)
    this.#isMean = isMean
  }

  /** Reads the block that begins here, unless it has been. */
  fill(values: Float64Array, block: number): void {
    if (block === this.#block) return
    this.#block = block
    const { counts, means, squares } = this
    let count = 0
    let mean = 0
    let square = 0
    for (let k = Math.min(counts.length, values.length - block) - 1; k >= 0; k--) {
      const value = values[block + k]!
      if (value === value) {
        count++
        if (this.#isMean) mean += value
        else {
          const distance = value - mean
          mean += distance / count
          square += distance * (value - mean)
        }
      }
      counts[k] = count
      means[k] = mean
      if (!this.#isMean) squares[k] = square
    }
  }
}
