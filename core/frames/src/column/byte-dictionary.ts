import { FrameError } from '../errors.ts'
import { Int32Buffer } from './growable.ts'
import { Utf8Strings } from './utf8.ts'

const strict = new TextDecoder('utf-8', { fatal: true })

/** Distinct texts as UTF-8, each with a code in the order in which it was met. No string is made of any. */
export class ByteDictionary {
  #bytes = new Uint8Array(64)
  readonly #offsets = new Int32Buffer()
  #length = 0
  /** Pairs of a hash and code + 1, or 0 where none is; at most half of them are taken. A power of two. */
  #slots = new Int32Array(32)
  // Random, so that no backend can choose texts that collide.
  readonly #seed = Math.floor(Math.random() * 2 ** 32)

  constructor() {
    this.#offsets.push(0)
  }

  get length(): number {
    return this.#length
  }

  /** The code of the text in bytes[from, to), which is copied when it is new. Throws FRAME_TEXT when that is no UTF-8. */
  intern(bytes: Uint8Array, from: number, to: number): number {
    const hash = hashOf(bytes, from, to, this.#seed)
    const slots = this.#slots
    const mask = slots.length - 2
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const code = slots[slot + 1]! - 1
      if (code < 0) return this.#add(bytes, from, to, hash, slot)
      if (slots[slot] === hash && this.equals(code, bytes, from, to)) return code
    }
  }

  /** Whether bytes[from, to) are the text with this code. */
  equals(code: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#offsets.data[code]!
    if (this.#offsets.data[code + 1]! - start !== to - from) return false
    const own = this.#bytes
    for (let k = from; k < to; k++) if (own[start + k - from] !== bytes[k]) return false
    return true
  }

  build(): Utf8Strings {
    return new Utf8Strings(this.#offsets.take(), this.#bytes.slice(0, this.#end))
  }

  get #end(): number {
    return this.#offsets.data[this.length]!
  }

  #add(bytes: Uint8Array, from: number, to: number, hash: number, slot: number): number {
    const start = this.#end
    const end = start + to - from
    if (end > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(end, this.#bytes.length * 2))
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    const own = this.#bytes
    let seen = 0
    for (let k = from; k < to; k++) seen |= own[start + k - from] = bytes[k]!
    if (seen > 127) checkUtf8(bytes.subarray(from, to))
    this.#offsets.push(end)
    this.#slots[slot] = hash
    this.#slots[slot + 1] = ++this.#length
    if (this.#length * 4 > this.#slots.length) this.#widen()
    return this.#length - 1
  }

  #widen(): void {
    const old = this.#slots
    const slots = new Int32Array(old.length * 4)
    const mask = slots.length - 2
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue
      let slot = (old[from]! << 1) & mask
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask
      slots[slot] = old[from]!
      slots[slot + 1] = old[from + 1]!
    }
    this.#slots = slots
  }
}

/** Mixes four bytes at a time, in the manner of MurmurHash3. */
function hashOf(bytes: Uint8Array, from: number, to: number, seed: number): number {
  let hash = seed ^ (to - from)
  let k = from
  for (; k + 4 <= to; k += 4) {
    const word = bytes[k]! | (bytes[k + 1]! << 8) | (bytes[k + 2]! << 16) | (bytes[k + 3]! << 24)
    hash = Math.imul(hash ^ Math.imul(word, 0xcc9e2d51), 0x1b873593)
    hash ^= hash >>> 15
  }
  for (; k < to; k++) hash = Math.imul(hash ^ bytes[k]!, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35)
  return hash ^ (hash >>> 13)
}

function checkUtf8(text: Uint8Array): void {
  try {
    strict.decode(text)
  } catch (cause) {
    throw new FrameError('FRAME_TEXT', { found: new TextDecoder().decode(text) }, { cause })
  }
}
