/** How tall rows are and where they begin: all alike until one is measured, then by sums that take logarithmic time. */
export class RowHeights {
  readonly count: number
  readonly base: number
  /** What measured rows are taller than the base, as a binary indexed tree. */
  #tree: Float64Array | undefined
  #extra: Float64Array | undefined

  constructor(count: number, base: number) {
    this.count = count
    this.base = base
  }

  get total(): number {
    return this.offsetOf(this.count)
  }

  heightOf(row: number): number {
    return this.base + (this.#extra?.[row] ?? 0)
  }

  /** Where a row begins. */
  offsetOf(row: number): number {
    let sum = row * this.base
    if (this.#tree) for (let k = row; k > 0; k -= k & -k) sum += this.#tree[k]!
    return sum
  }

  /** The row at a distance from the top. */
  rowAt(offset: number): number {
    let low = 0
    let high = this.count - 1
    if (!this.#tree) return Math.max(0, Math.min(high, Math.floor(offset / this.base)))
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (this.offsetOf(middle) <= offset) low = middle
      else high = middle - 1
    }
    return Math.max(0, low)
  }

  /** Takes a measured height; gives by how much the row grew. */
  measure(row: number, height: number): number {
    const grown = height - this.heightOf(row)
    if (Math.abs(grown) < 0.5) return 0
    this.#extra ??= new Float64Array(this.count)
    this.#tree ??= new Float64Array(this.count + 1)
    this.#extra[row]! += grown
    for (let k = row + 1; k <= this.count; k += k & -k) this.#tree[k]! += grown
    return grown
  }
}
