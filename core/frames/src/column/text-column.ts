import type { FieldMeta } from '../metadata.ts'
import { Utf8Strings } from './utf8.ts'
import { isComplete } from './validity.ts'

/** The distinct strings of a text column, held as strings, as UTF-8, or both: each is made when first needed. */
export class TextDictionary {
  readonly length: number
  #strings: readonly string[] | undefined
  #utf8: Utf8Strings | undefined

  constructor(source: readonly string[] | Utf8Strings) {
    this.length = source.length
    if (source instanceof Utf8Strings) this.#utf8 = source
    else this.#strings = source
  }

  get strings(): readonly string[] {
    return (this.#strings ??= Array.from({ length: this.length }, (_, i) => this.#utf8!.at(i)))
  }

  get utf8(): Utf8Strings {
    return (this.#utf8 ??= Utf8Strings.from(this.#strings!))
  }
}

/** Text that repeats: one code a cell into a dictionary. `codes[i]` is -1 where the cell is null. */
export class TextColumn {
  readonly kind = 'text'
  readonly codes: Int32Array
  readonly dictionary: TextDictionary
  readonly meta: FieldMeta

  constructor(codes: Int32Array, dictionary: TextDictionary, meta: FieldMeta = {}) {
    this.codes = codes
    this.dictionary = dictionary
    this.meta = meta
  }

  get length(): number {
    return this.codes.length
  }

  isNull(i: number): boolean {
    return this.codes[i]! < 0
  }

  at(i: number): string | null {
    const code = this.codes[i]!
    return code < 0 ? null : this.dictionary.strings[code]!
  }

  slice(from: number, to: number): TextColumn {
    return this.withCodes(this.codes.subarray(from, to))
  }

  gather(order: Int32Array): TextColumn {
    const codes = new Int32Array(order.length)
    const from = this.codes
    if (isComplete(order)) for (let k = 0; k < order.length; k++) codes[k] = from[order[k]!]!
    else for (let k = 0; k < order.length; k++) codes[k] = order[k]! < 0 ? -1 : from[order[k]!]!
    return this.withCodes(codes)
  }

  /** The same dictionary under other codes. */
  withCodes(codes: Int32Array): TextColumn {
    return new TextColumn(codes, this.dictionary, this.meta)
  }

  withMeta(meta: FieldMeta): TextColumn {
    return new TextColumn(this.codes, this.dictionary, meta)
  }
}
