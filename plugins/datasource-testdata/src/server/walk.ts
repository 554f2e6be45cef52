import { hash, hashWord, toNormal } from './dice.ts'

/** Cells of three days, about, are halved sixteen times, down to four seconds; in these the walk goes straight. */
const LEVELS = 16
const SMALLEST_MS = 4000
const LARGEST_MS = 2 ** LEVELS * SMALLEST_MS
const HOUR = 3_600_000

export interface WalkOptions {
  readonly seed: number
  /** Tells walks of one seed apart. */
  readonly series: number
  /** Over days it stays around this. */
  readonly start: number
  /** Standard deviation of how far it gets in an hour. */
  readonly spread: number
}

/**
 * Random walks at certain times. A value depends on the seed and its time alone, so every range and step shows parts of one
 * course. A walk is a sum of tents (Faber and Schauder's series of Brownian motion): one over each cell of each size, as
 * high as its dice say, upon straight lines between the borders of the largest cells.
 */
export class Walks {
  readonly #length: number
  readonly #lines: Places
  readonly #tents: readonly Places[]

  constructor(times: Float64Array) {
    this.#length = times.length
    this.#lines = placesOf(times, LARGEST_MS)
    this.#tents = Array.from({ length: LEVELS }, (_, level) => {
      const places = placesOf(times, 2 ** (level + 1) * SMALLEST_MS)
      return { ...places, shares: places.shares.map((share) => 1 - Math.abs(2 * share - 1)) }
    })
  }

  values({ seed, series, start, spread }: WalkOptions): Float64Array {
    const key = hash(seed, series)
    const values = new Float64Array(this.#length).fill(start)
    addLines(values, this.#lines, hashWord(key, LEVELS), spread * deviation(LARGEST_MS) * Math.SQRT1_2)
    for (const [level, places] of this.#tents.entries())
      addTents(values, places, hashWord(key, level), (spread * deviation(2 ** (level + 1) * SMALLEST_MS)) / 2)
    return values
  }
}

/** Turns around at the bounds, as often as it takes. */
export function within(min: number, max: number): (value: number) => number {
  const width = max - min
  if (!(width > 0)) return () => min
  if (width === Infinity) return (value) => (value < min ? 2 * min - value : value > max ? 2 * max - value : value)
  return (value) => {
    const away = Math.abs(value - min) % (2 * width)
    return min + (away > width ? 2 * width - away : away)
  }
}

/** Of how far it gets in a time, where it is 1 for an hour. */
const deviation = (milliseconds: number) => Math.sqrt(milliseconds / HOUR)

/** In which cell of a width each time is, and which share of the cell lies before it. */
interface Places {
  readonly cells: Int32Array
  readonly shares: Float64Array
}

function placesOf(times: Float64Array, width: number): Places {
  const cells = Int32Array.from(times, (time) => Math.floor(time / width))
  return { cells, shares: times.map((time, k) => time / width - cells[k]!) }
}

const normalAt = (key: number, cell: number) => toNormal(hashWord(key, cell))

function addLines(values: Float64Array, { cells, shares }: Places, key: number, height: number): void {
  for (let k = 0; k < values.length; k++) {
    const left = normalAt(key, cells[k]!)
    values[k]! += height * (left + (normalAt(key, cells[k]! + 1) - left) * shares[k]!)
  }
}

function addTents(values: Float64Array, { cells, shares }: Places, key: number, height: number): void {
  // None of the first cell.
  let last = ~(cells[0] ?? 0)
  let top = 0
  for (let k = 0; k < values.length; k++) {
    const cell = cells[k]!
    if (cell !== last) {
      last = cell
      top = height * normalAt(key, cell)
    }
    values[k]! += top * shares[k]!
  }
}
