import { lowerBound } from './search.ts'

/** Runs of missing values, in order, as pairs of indexes: 8 bytes a run. */
export class MissingRuns {
  #starts = new Uint32Array(16)
  #ends = new Uint32Array(16)
  #count = 0

  /** Adds [start, end), which begins where the last run ends or later. */
  add(start: number, end: number): void {
    if (this.#count > 0 && this.#ends[this.#count - 1] === start) {
      this.#ends[this.#count - 1] = end
      return
    }
    if (this.#count === this.#starts.length) {
      this.#starts = doubled(this.#starts)
      this.#ends = doubled(this.#ends)
    }
    this.#starts[this.#count] = start
    this.#ends[this.#count++] = end
  }

  /** Start of the run that holds the index, which is missing. */
  startOf(index: number): number {
    return this.#starts[this.#runAfter(index)]!
  }

  /** End of the run that holds the index, which is missing. */
  endOf(index: number): number {
    return this.#ends[this.#runAfter(index)]!
  }

  /** First missing index at or after `index`; undefined when there is none. */
  nextMissing(index: number): number | undefined {
    const run = this.#runAfter(index)
    return run < this.#count ? Math.max(index, this.#starts[run]!) : undefined
  }

  /** Forgets all before `index`, which becomes index 0. */
  shift(index: number): void {
    const first = this.#runAfter(index)
    for (let run = first; run < this.#count; run++) {
      this.#starts[run - first] = Math.max(0, this.#starts[run]! - index)
      this.#ends[run - first] = this.#ends[run]! - index
    }
    this.#count -= first
  }

  clear(): void {
    this.#count = 0
  }

  /** The first run that ends after the index. */
  #runAfter(index: number): number {
    return lowerBound(this.#ends, index + 1, 0, this.#count)
  }
}

function doubled(old: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(old.length * 2)
  larger.set(old)
  return larger
}
