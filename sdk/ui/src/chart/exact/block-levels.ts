/** Lowest and highest of some values; Infinity and -Infinity of none. */
export interface Extremes {
  low: number
  high: number
}

const FAN_BITS = 3
const FAN = 1 << FAN_BITS

/** Lowest and highest value of each block of a column, of each eight blocks, of each eight of those, and so on. */
export class BlockLevels {
  /** Pairs of low and high; the first level holds the blocks. */
  #levels: Float64Array[] = []

  /** Blocks for which there is room. */
  get capacity(): number {
    return (this.#levels[0]?.length ?? 0) / 2
  }

  /** Makes room for as many blocks; those from `first` on, up to `end`, are kept and become the first. */
  resize(capacity: number, first: number, end: number): void {
    const kept = this.#levels[0]?.subarray(2 * first, 2 * end)
    this.#levels = []
    for (let size = capacity; ; size = Math.ceil(size / FAN)) {
      this.#levels.push(new Float64Array(2 * size))
      if (size <= FAN) break
    }
    if (!kept) return
    this.#levels[0]!.set(kept)
    this.raise(0, end - first)
  }

  low(block: number): number {
    return this.#levels[0]![2 * block]!
  }

  high(block: number): number {
    return this.#levels[0]![2 * block + 1]!
  }

  set(block: number, low: number, high: number): void {
    this.#levels[0]![2 * block] = low
    this.#levels[0]![2 * block + 1] = high
  }

  /** Brings the levels above up to date after the blocks [from, end) were set, of which `end` is the last known. */
  raise(from: number, end: number): void {
    for (let level = 1; level < this.#levels.length && from < end; level++) {
      const below = this.#levels[level - 1]!
      const above = this.#levels[level]!
      const first = from >> FAN_BITS
      const last = (end - 1) >> FAN_BITS
      for (let block = first; block <= last; block++) {
        let low = Infinity
        let high = -Infinity
        for (let k = block << FAN_BITS; k < Math.min(end, (block + 1) << FAN_BITS); k++) {
          if (below[2 * k]! < low) low = below[2 * k]!
          if (below[2 * k + 1]! > high) high = below[2 * k + 1]!
        }
        above[2 * block] = low
        above[2 * block + 1] = high
      }
      from = first
      end = last + 1
    }
  }

  /** Whether the block holds values beyond the range. */
  exceeds(block: number, { low, high }: Extremes): boolean {
    return this.low(block) < low || this.high(block) > high
  }

  /** Widens `into` by the blocks [from, to): climbs, and takes at each level what sticks out of the next. */
  widen(from: number, to: number, into: Extremes): void {
    let { low, high } = into
    for (let level = 0; from < to; level++) {
      const pairs = this.#levels[level]!
      const isTop = level === this.#levels.length - 1
      const up = isTop ? to : Math.min(to, (from + FAN - 1) & -FAN)
      const down = isTop ? to : Math.max(up, to & -FAN)
      for (let k = 2 * from; k < 2 * up; k += 2) {
        if (pairs[k]! < low) low = pairs[k]!
        if (pairs[k + 1]! > high) high = pairs[k + 1]!
      }
      for (let k = 2 * down; k < 2 * to; k += 2) {
        if (pairs[k]! < low) low = pairs[k]!
        if (pairs[k + 1]! > high) high = pairs[k + 1]!
      }
      from = (up + FAN - 1) >> FAN_BITS
      to = down >> FAN_BITS
    }
    into.low = low
    into.high = high
  }

  /**
   * Visits the blocks [from, to) that `wanted` cannot rule out by the lows and highs above them, in order, until `visit`
   * gives false.
   */
  search(
    from: number,
    to: number,
    wanted: (low: number, high: number) => boolean,
    visit: (block: number) => boolean,
  ): void {
    const descend = (level: number, first: number, end: number): boolean => {
      const pairs = this.#levels[level]!
      const bits = level * FAN_BITS
      for (let k = first; k < end; k++) {
        if (!wanted(pairs[2 * k]!, pairs[2 * k + 1]!)) continue
        if (level === 0) {
          if (!visit(k)) return false
        } else {
          const below = bits - FAN_BITS
          const start = Math.max(from >> below, k << FAN_BITS)
          const stop = Math.min(((to - 1) >> below) + 1, (k + 1) << FAN_BITS)
          if (!descend(level - 1, start, stop)) return false
        }
      }
      return true
    }
    if (from >= to) return
    const top = this.#levels.length - 1
    descend(top, from >> (top * FAN_BITS), ((to - 1) >> (top * FAN_BITS)) + 1)
  }
}
