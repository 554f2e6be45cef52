import { COMMA, COLON, OPEN_OBJECT, QUOTE } from './ascii.ts'

/** A label as it stood in the series before, from its comma or brace to its value: `,"job":"` and `api"`. */
export class SeenLabel {
  /** The number of its name. */
  readonly name: number
  /** The code of its value. */
  code = -1
  readonly #head: Uint8Array
  readonly #headView: DataView
  #value = new Uint8Array(0)
  #valueView = new DataView(this.#value.buffer)
  #valueLength = 0

  constructor(name: number, bytes: Uint8Array, from: number, to: number, isFirst: boolean) {
    this.name = name
    this.#head = Uint8Array.of(isFirst ? OPEN_OBJECT : COMMA, QUOTE, ...bytes.subarray(from, to), QUOTE, COLON, QUOTE)
    this.#headView = new DataView(this.#head.buffer)
  }

  get headLength(): number {
    return this.#head.length
  }

  /** With the quote behind it. */
  get valueLength(): number {
    return this.#valueLength
  }

  isHeadAt(bytes: Uint8Array, view: DataView, at: number): boolean {
    return isSame(this.#head, this.#headView, this.#head.length, bytes, view, at)
  }

  isValueAt(bytes: Uint8Array, view: DataView, at: number): boolean {
    return isSame(this.#value, this.#valueView, this.#valueLength, bytes, view, at)
  }

  /** Keeps the code of a value, and bytes[from, to): the value and its quote. */
  remember(code: number, bytes: Uint8Array, from: number, to: number): void {
    this.code = code
    if (this.#value.length < to - from) {
      this.#value = new Uint8Array(2 * (to - from))
      this.#valueView = new DataView(this.#value.buffer)
    }
    for (let k = from; k < to; k++) this.#value[k - from] = bytes[k]!
    this.#valueLength = to - from
  }
}

function isSame(
  own: Uint8Array,
  ownView: DataView,
  length: number,
  bytes: Uint8Array,
  view: DataView,
  at: number,
): boolean {
  if (length === 0 || at + length > bytes.length) return false
  let k = 0
  for (; k + 4 <= length; k += 4) if (ownView.getInt32(k, true) !== view.getInt32(at + k, true)) return false
  for (; k < length; k++) if (own[k] !== bytes[at + k]) return false
  return true
}
