const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Strings as one block of UTF-8 with offsets, each decoded only when it is asked for. */
export class Utf8Strings {
  readonly offsets: Int32Array
  readonly bytes: Uint8Array

  constructor(offsets: Int32Array, bytes: Uint8Array) {
    this.offsets = offsets
    this.bytes = bytes
  }

  static from(strings: readonly string[]): Utf8Strings {
    const joined = strings.join('')
    const bytes = encoder.encode(joined)
    const offsets = new Int32Array(strings.length + 1)
    if (bytes.length === joined.length) {
      for (let i = 0; i < strings.length; i++) offsets[i + 1] = offsets[i]! + strings[i]!.length
      return new Utf8Strings(offsets, bytes)
    }
    // Encoded one by one: two lone surrogates that meet in the joined text would become one character.
    const parts = strings.map((string) => encoder.encode(string))
    for (let i = 0; i < parts.length; i++) offsets[i + 1] = offsets[i]! + parts[i]!.length
    const block = new Uint8Array(offsets[parts.length]!)
    for (let i = 0; i < parts.length; i++) block.set(parts[i]!, offsets[i])
    return new Utf8Strings(offsets, block)
  }

  /** All strings of all parts, in order. */
  static concat(parts: readonly Utf8Strings[]): Utf8Strings {
    const rebased = parts.map((part) => part.slice(0, part.length))
    const offsets = new Int32Array(rebased.reduce((sum, { length }) => sum + length, 1))
    const bytes = new Uint8Array(rebased.reduce((sum, part) => sum + part.bytes.length, 0))
    let row = 0
    let at = 0
    for (const part of rebased) {
      for (let i = 0; i < part.length; i++) offsets[++row] = at + part.offsets[i + 1]!
      bytes.set(part.bytes, at)
      at += part.bytes.length
    }
    return new Utf8Strings(offsets, bytes)
  }

  get length(): number {
    return Math.max(0, this.offsets.length - 1)
  }

  at(i: number): string {
    return decoder.decode(this.bytes.subarray(this.offsets[i], this.offsets[i + 1]))
  }

  slice(from: number, to: number): Utf8Strings {
    const base = this.offsets[from] ?? 0
    const end = this.offsets[to] ?? base
    return new Utf8Strings(
      this.offsets.subarray(from, to + 1).map((offset) => offset - base),
      this.bytes.subarray(base, end),
    )
  }

  /** The strings in a new order; -1 gives an empty one. */
  gather(order: Int32Array): Utf8Strings {
    const offsets = new Int32Array(order.length + 1)
    for (let k = 0; k < order.length; k++) {
      const i = order[k]!
      offsets[k + 1] = offsets[k]! + (i < 0 ? 0 : this.offsets[i + 1]! - this.offsets[i]!)
    }
    const bytes = new Uint8Array(offsets[order.length]!)
    for (let k = 0; k < order.length; k++) {
      const i = order[k]!
      if (i >= 0) bytes.set(this.bytes.subarray(this.offsets[i], this.offsets[i + 1]), offsets[k])
    }
    return new Utf8Strings(offsets, bytes)
  }
}
