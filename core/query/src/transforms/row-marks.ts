/** Which rows fit all of some conditions, or any of them. */
export class RowMarks {
  readonly #marks: Uint8Array
  readonly #isAll: boolean
  #isAsked = false
  #scratch: Uint8Array | undefined

  constructor(rows: number, isAll: boolean) {
    this.#marks = new Uint8Array(rows)
    this.#isAll = isAll
    if (isAll) this.#marks.fill(1)
  }

  /** Whether there was a condition. */
  get isAsked(): boolean {
    return this.#isAsked
  }

  /** Adds a condition of the rows [from, to): `mark` writes 1 for each that fits it, and 0 for others. */
  add(from: number, to: number, mark: (fits: Uint8Array) => void): void {
    const marks = this.#marks
    const isFirst = !this.#isAsked && from === 0 && to === marks.length
    this.#isAsked = true
    if (isFirst) return mark(marks)
    const fits = (this.#scratch ??= new Uint8Array(marks.length))
    mark(fits)
    if (this.#isAll) for (let i = from; i < to; i++) marks[i]! &= fits[i]!
    else for (let i = from; i < to; i++) marks[i]! |= fits[i]!
  }

  set(from: number, to: number, mark: 0 | 1): void {
    this.#marks.fill(mark, from, to)
  }

  /** The numbers of the rows that fit, or of the others. */
  take(others: boolean): Int32Array {
    const marks = this.#marks
    const turn = others ? 1 : 0
    // Each row is written, and stays where it fits.
    const rows = new Int32Array(marks.length)
    let count = 0
    for (let i = 0; i < marks.length; i++) {
      rows[count] = i
      count += marks[i]! ^ turn
    }
    return rows.subarray(0, count)
  }
}
