import type { LabelBytes } from '@orrery/sdk'
import { BACKSLASH, CLOSE_OBJECT, COLON, OPEN_OBJECT, QUOTE } from './ascii.ts'
import type { ByteSource } from './byte-source.ts'
import { SeenLabel } from './seen-label.ts'

/** What must come next. */
const OPENING = 0
const FIRST_NAME = 1
const NEXT_NAME = 2
const NAME = 3
const MIDDLE = 4
const VALUE = 5

/** Reads `{"name":"value", ...}` into the labels of the next series. */
export class MetricReader {
  readonly #labels: LabelBytes
  #expected = OPENING
  #name = 0
  /** Labels of the series before, by their places. */
  readonly #seen: SeenLabel[] = []
  #count = 0

  constructor(labels: LabelBytes) {
    this.#labels = labels
  }

  /** Reads as far as the object has come; false until its end has. */
  read(source: ByteSource): boolean {
    if (this.#expected === OPENING) {
      this.#readSeen(source)
      if (this.#count === 0 && !source.take(OPEN_OBJECT)) return false
      this.#expected = this.#count === 0 ? FIRST_NAME : NEXT_NAME
    }
    for (;;) {
      if (this.#expected < NAME) {
        const next = source.next(this.#expected === FIRST_NAME, CLOSE_OBJECT)
        if (next < 0) return false
        this.#expected = next === 0 ? OPENING : NAME
        if (next === 0) return this.#end()
      }
      if (this.#expected === NAME) {
        if (!source.string()) return false
        this.#readName(source)
        this.#expected = MIDDLE
      }
      if (this.#expected === MIDDLE) {
        if (!source.take(COLON)) return false
        this.#expected = VALUE
      }
      if (!source.string()) return false
      this.#labels.set(this.#name, source.textBytes, source.textFrom, source.textTo)
      this.#count++
      this.#expected = NEXT_NAME
    }
  }

  #readName({ textBytes, textFrom, textTo, bytes }: ByteSource): void {
    this.#name = this.#labels.name(textBytes, textFrom, textTo)
    // A chunk ended within a label that is as before.
    if (this.#seen[this.#count]?.name === this.#name) return
    // One with escapes is not found by its bytes again, nor is what stands behind it.
    if (textBytes === bytes && this.#seen.length >= this.#count)
      this.#seen[this.#count] = new SeenLabel(this.#name, bytes, textFrom, textTo, this.#count === 0)
    else this.#seen.length = Math.min(this.#seen.length, this.#count)
  }

  #end(): boolean {
    this.#count = 0
    return true
  }

  /** Reads the labels whose names stand where they stood in the series before, without white space and escapes. */
  #readSeen(source: ByteSource): void {
    const { bytes, view } = source
    let { at } = source
    let count = 0
    for (; count < this.#seen.length; count++) {
      const seen = this.#seen[count]!
      if (!seen.isHeadAt(bytes, view, at)) break
      const from = at + seen.headLength
      if (seen.isValueAt(bytes, view, from)) {
        this.#labels.setCode(seen.name, seen.code)
        at = from + seen.valueLength
      } else {
        const to = plainEnd(bytes, from)
        if (bytes[to] !== QUOTE) break
        at = to + 1
        seen.remember(this.#labels.set(seen.name, bytes, from, to), bytes, from, at)
      }
    }
    this.#count = count
    source.at = at
  }
}

/** Where a text ends, or has something that must be looked at more closely. */
function plainEnd(bytes: Uint8Array, from: number): number {
  for (let k = from; ; k++) {
    const byte = bytes[k]!
    if (byte < 0x20 || byte === QUOTE || byte === BACKSLASH || byte >= 0x80) return k
  }
}
