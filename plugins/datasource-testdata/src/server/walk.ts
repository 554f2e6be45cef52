import { Dice } from './dice.ts'

/** Cells of 2^18 seconds, about three days, are divided down to one second. */
const LEVELS = 18
const SECOND = 1000
const HOUR_OF_SECONDS = 3600
const sizes = Float64Array.from({ length: LEVELS + 1 }, (_, level) => 2 ** level)

/**
 * A random walk whose value depends on the seed and the time alone: where it stands at the borders of large cells is
 * thrown, and between two known moments it bends off the straight line at the middle, again and again. So every range and
 * step shows parts of one course. Reading times in order is cheap: only what changed from the last one is made anew.
 */
export class Walk {
  readonly #start: number
  readonly #atBorders: number
  /** How far the middle of a cell of each level is off the line between its ends. */
  readonly #bends: Float64Array
  readonly #dice: readonly Dice[]
  // Of the cell at each level in which the last time was: its index, and the values at its ends and middle.
  readonly #cell = new Float64Array(LEVELS + 1).fill(NaN)
  readonly #left = new Float64Array(LEVELS + 1)
  readonly #middle = new Float64Array(LEVELS + 1)
  readonly #right = new Float64Array(LEVELS + 1)

  /** `spread` is the standard deviation of how far it gets in an hour; over days it stays around `start`. */
  constructor({ seed, series, start, spread }: { seed: number; series: number; start: number; spread: number }) {
    this.#start = start
    this.#atBorders = spread * Math.sqrt(sizes[LEVELS]! / HOUR_OF_SECONDS / 2)
    this.#bends = sizes.map((size) => (spread * Math.sqrt(size / HOUR_OF_SECONDS)) / 2)
    this.#dice = Array.from(sizes, (_, level) => new Dice(seed, series, level))
  }

  /** The value at a time, in milliseconds. */
  at(time: number): number {
    const seconds = time / SECOND
    const second = Math.floor(seconds)
    let level = 0
    while (level <= LEVELS && this.#cell[level] !== Math.floor(second / sizes[level]!)) level++
    while (level > 0) this.#enter(--level, Math.floor(second / sizes[level]!))
    return this.#left[0]! + (this.#right[0]! - this.#left[0]!) * (seconds - second)
  }

  #enter(level: number, cell: number): void {
    const above = level + 1
    const isRight = level < LEVELS && cell !== 2 * this.#cell[above]!
    const left = level === LEVELS ? this.#border(cell) : isRight ? this.#middle[above]! : this.#left[above]!
    const right = level === LEVELS ? this.#border(cell + 1) : isRight ? this.#right[above]! : this.#middle[above]!
    this.#cell[level] = cell
    this.#left[level] = left
    this.#right[level] = right
    if (level > 0) this.#middle[level] = (left + right) / 2 + this.#bends[level]! * this.#dice[level]!.normal(cell)
  }

  #border(cell: number): number {
    // Level 0 has no middle, so its dice are free.
    return this.#start + this.#atBorders * this.#dice[0]!.normal(cell)
  }
}
