import { ByteDictionary } from './byte-dictionary.ts'
import { Int32Buffer } from './growable.ts'
import { TextColumn, TextDictionary } from './text-column.ts'

const encoder = new TextEncoder()

/** Collects the values of one label, from bytes or from strings, under the same codes. */
export class LabelColumn {
  readonly #texts = new ByteDictionary()
  readonly #codes = new Int32Buffer()
  #last = -1
  readonly #codeOf = new Map<string, number>()

  /** Gives the row this value, whose code is returned; the rows that were passed over have none. */
  set(row: number, bytes: Uint8Array, from: number, to: number): number {
    // Neighbours often have the same value, which is sooner compared than looked up.
    const isLast = this.#last >= 0 && this.#texts.equals(this.#last, bytes, from, to)
    if (!isLast) this.#last = this.#texts.intern(bytes, from, to)
    this.setCode(row, this.#last)
    return this.#last
  }

  setText(row: number, text: string): void {
    let code = this.#codeOf.get(text)
    if (code === undefined) {
      const bytes = encoder.encode(text)
      code = this.#texts.intern(bytes, 0, bytes.length)
      this.#codeOf.set(text, code)
    }
    this.setCode(row, code)
  }

  has(code: number): boolean {
    return code >= 0 && code < this.#texts.length
  }

  cutTo(rows: number): void {
    this.#codes.length = Math.min(this.#codes.length, rows)
  }

  get isUsed(): boolean {
    return this.#texts.length > 0
  }

  build(rows: number): TextColumn {
    this.#skipTo(rows)
    return new TextColumn(this.#codes.data.slice(0, rows), new TextDictionary(this.#texts.build()))
  }

  setCode(row: number, code: number): void {
    this.#skipTo(row)
    if (row < this.#codes.length) this.#codes.data[row] = code
    else this.#codes.push(code)
  }

  #skipTo(row: number): void {
    while (this.#codes.length < row) this.#codes.push(-1)
  }
}
