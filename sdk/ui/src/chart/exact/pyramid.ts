import { BlockLevels, type Extremes } from './block-levels.ts'
import { MissingRuns } from './missing-runs.ts'

const BLOCK_BITS = 5
const BLOCK = 1 << BLOCK_BITS

/**
 * Answers for any part of a column, NaN being a missing value: its extremes in O(log length), its nearest values and its
 * missing ones. All answers are exact, at any time: what is not taken in yet is looked at point by point, and most of it
 * is taken in then. Infinities are values; make them NaN beforehand where they are not.
 *
 * A pyramid takes 0.57 bytes a point, and 8 a run of missing values.
 */
export class Pyramid {
  #values: Float64Array
  /** Values that have left at the front since the first block began: index i of the column is slot i + left. */
  #left = 0
  /** Values taken in, from the front. */
  #taken = 0
  readonly #levels = new BlockLevels()
  readonly #runs = new MissingRuns()

  /** Takes nothing in yet: see `advance`. The column must not change but through `append`. */
  constructor(values: Float64Array) {
    this.#values = values
    this.#levels.resize(blocksOf(values.length), 0, 0)
  }

  /** The column as it is now. */
  get values(): Float64Array {
    return this.#values
  }

  /** Whether all is taken in. */
  get isComplete(): boolean {
    return this.#taken === this.#values.length
  }

  /** Takes in so many points more, all that are left by default: 10 million take about 50 ms. Gives `isComplete`. */
  advance(points = Infinity): boolean {
    const end = Math.min(this.#values.length, this.#taken + points)
    if (this.#taken < end) {
      const first = (this.#taken + this.#left) >> BLOCK_BITS
      for (let from = this.#taken; from < end;) {
        const block = (from + this.#left) >> BLOCK_BITS
        const to = Math.min(end, ((block + 1) << BLOCK_BITS) - this.#left)
        this.#takeIn(block, from, to)
        from = to
      }
      this.#taken = end
      this.#levels.raise(first, blocksOf(end + this.#left))
    }
    return this.isComplete
  }

  /**
   * The column goes on: `values` is what it is now, wherever it lies, the last `added` of it new, and before them the end
   * of what it was. Only what was added is looked at, and at once if all before was taken in. A column that cannot be the
   * same going on starts anew.
   */
  append(values: Float64Array, added: number): void {
    const gone = this.#values.length + added - values.length
    const wasComplete = this.isComplete
    const goesOn = gone >= 0 && gone <= this.#taken && added <= values.length
    this.#values = values
    if (goesOn) {
      this.#left += gone
      this.#taken -= gone
    } else {
      this.#left = this.#taken = 0
      this.#runs.clear()
    }
    if (blocksOf(values.length + this.#left) > this.#levels.capacity) this.#makeRoom()
    if (goesOn && wasComplete) this.advance()
  }

  /** Lowest and highest value of [from, to), written into `into`; Infinity and -Infinity when all are missing. */
  extremes(from: number, to: number, into: Extremes): Extremes {
    // Points that must be looked at are taken in on the way, for it costs no more; those before them too, if they are few.
    if (to > this.#taken && from - this.#taken <= to - from) this.advance(to - this.#taken)
    into.low = Infinity
    into.high = -Infinity
    const first = (from + this.#left + BLOCK - 1) >> BLOCK_BITS
    const end = (Math.min(to, this.#taken) + this.#left) >> BLOCK_BITS
    if (first >= end) {
      this.#scan(from, to, into)
    } else {
      this.#levels.widen(first, end, into)
      const start = (first << BLOCK_BITS) - this.#left
      const stop = (end << BLOCK_BITS) - this.#left
      // What sticks out is looked at only where its whole block could add anything.
      if (from < start && this.#levels.exceeds(first - 1, into)) this.#scan(from, start, into)
      if (stop < to && (to > this.#taken || this.#levels.exceeds(end, into))) this.#scan(stop, to, into)
    }
    return into
  }

  /** Lowest value above zero of [from, to), Infinity when there is none: for logarithmic axes. */
  lowestPositive(from: number, to: number): number {
    let lowest = Infinity
    const scan = (start: number, stop: number) => {
      for (let i = start; i < stop; i++) {
        const value = this.#values[i]!
        if (value > 0 && value < lowest) lowest = value
      }
    }
    const first = (from + this.#left + BLOCK - 1) >> BLOCK_BITS
    const end = (Math.min(to, this.#taken) + this.#left) >> BLOCK_BITS
    if (first >= end) {
      scan(from, to)
    } else {
      scan(from, (first << BLOCK_BITS) - this.#left)
      scan((end << BLOCK_BITS) - this.#left, to)
      this.#levels.search(
        first,
        end,
        (low, high) => low < lowest && high > 0,
        (block) => {
          if (this.#levels.low(block) > 0) lowest = this.#levels.low(block)
          else scan((block << BLOCK_BITS) - this.#left, ((block + 1) << BLOCK_BITS) - this.#left)
          return true
        },
      )
    }
    return lowest
  }

  /** First index at or after `index` that holds a value, else the length of the column. */
  next(index: number): number {
    const values = this.#values
    if (index < this.#taken) {
      if (!Number.isNaN(values[index])) return index
      index = this.#runs.endOf(index + this.#left) - this.#left
      if (index < this.#taken) return index
    }
    while (index < values.length && Number.isNaN(values[index])) index++
    return index
  }

  /** Last index at or before `index` that holds a value, else -1. */
  previous(index: number): number {
    const values = this.#values
    while (index >= this.#taken && Number.isNaN(values[index])) index--
    if (index < 0 || !Number.isNaN(values[index])) return index
    return Math.max(-1, this.#runs.startOf(index + this.#left) - this.#left - 1)
  }

  /** First index at or after `index` that is missing, else the length of the column. */
  nextMissing(index: number): number {
    if (index < this.#taken) {
      const slot = this.#runs.nextMissing(index + this.#left)
      if (slot !== undefined) return slot - this.#left
      index = this.#taken
    }
    while (index < this.#values.length && !Number.isNaN(this.#values[index])) index++
    return index
  }

  #takeIn(block: number, from: number, to: number): void {
    const values = this.#values
    const isBegun = (block << BLOCK_BITS) - this.#left < from
    let low = isBegun ? this.#levels.low(block) : Infinity
    let high = isBegun ? this.#levels.high(block) : -Infinity
    let sum = 0
    for (let i = from, k = to - 1; i <= k; i++, k--) {
      const left = values[i]!
      const right = values[k]!
      if (left < low) low = left
      if (left > high) high = left
      if (right < low) low = right
      if (right > high) high = right
      sum += left + right
    }
    this.#levels.set(block, low, high)
    // One missing value makes the sum missing; so may infinities, and then none is found.
    if (Number.isNaN(sum)) this.#noteMissing(from, to)
  }

  #noteMissing(from: number, to: number): void {
    for (let i = from; i < to; i++) {
      if (!Number.isNaN(this.#values[i])) continue
      const start = i
      while (i + 1 < to && Number.isNaN(this.#values[i + 1])) i++
      this.#runs.add(start + this.#left, i + 1 + this.#left)
    }
  }

  /** Room for twice the column, from the block on in which it begins. */
  #makeRoom(): void {
    const first = this.#left >> BLOCK_BITS
    this.#runs.shift(first << BLOCK_BITS)
    this.#levels.resize(2 * blocksOf(this.#values.length + BLOCK), first, blocksOf(this.#taken + this.#left))
    this.#left -= first << BLOCK_BITS
  }

  // From both ends: the sooner the extremes are known, the fewer points are new ones, which is what costs.
  #scan(from: number, to: number, into: Extremes): void {
    const values = this.#values
    let { low, high } = into
    for (let i = from, k = to - 1; i <= k; i++, k--) {
      const left = values[i]!
      const right = values[k]!
      if (left < low) low = left
      if (left > high) high = left
      if (right < low) low = right
      if (right > high) high = right
    }
    into.low = low
    into.high = high
  }
}

const blocksOf = (points: number): number => Math.ceil(points / BLOCK)
