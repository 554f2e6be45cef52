import { isUtf8 } from 'node:buffer'
import { BACKSLASH, COMMA, QUOTE } from './ascii.ts'
import { unescape } from './escapes.ts'

/** Behind the bytes there is always a zero, and room to read some words too far. */
const SLACK = 16
const LONGEST_WORD = 1024
const WORD = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/

/**
 * JSON that comes in chunks, read token by token. A reading method gives `false` (or -1) and moves nothing when the end
 * of its token has not come yet: then the caller waits for the next chunk and calls it again.
 */
export class ByteSource {
  /** What has come and is not yet read: bytes[at, end), and then a zero, at which every loop over the bytes stops. */
  bytes = new Uint8Array(2 ** 17)
  view = new DataView(this.bytes.buffer)
  at = 0
  end = 0
  /** The string or word that was read last, without escapes: textBytes[textFrom, textTo). Good until the next is read. */
  textBytes: Uint8Array = this.bytes
  textFrom = 0
  textTo = 0
  #isClosed = false
  #before = 0
  /** How far a string was searched for its end, so that no byte is looked at for each chunk again. */
  #scanned = 0
  #isEscaped = false
  #isAscii = true
  readonly #invalid: (reason: string) => Error

  /** `invalid` makes the error for a body that is not as it must be. */
  constructor(invalid: (reason: string) => Error) {
    this.#invalid = invalid
  }

  /** Copies the chunk behind what is not yet read. */
  feed(chunk: Uint8Array): void {
    const rest = this.end - this.at
    const needed = rest + chunk.length + SLACK
    const { bytes } = this
    if (needed > bytes.length) {
      this.bytes = new Uint8Array(Math.max(needed, bytes.length * 2))
      this.view = new DataView(this.bytes.buffer)
      this.bytes.set(bytes.subarray(this.at, this.end))
    } else bytes.copyWithin(0, this.at, this.end)
    this.bytes.set(chunk, rest)
    this.#before += this.at
    this.at = 0
    this.end = rest + chunk.length
    this.bytes[this.end] = 0
  }

  /** No chunk comes any more: from now on waiting is an error. */
  close(): void {
    this.#isClosed = true
  }

  invalid(reason: string): Error {
    return this.#invalid(reason)
  }

  unexpected(expected: string): Error {
    return this.#invalid(`byte ${this.#before + this.at} is not ${expected}`)
  }

  /** Goes on from there, with no token half read. */
  goTo(at: number): void {
    this.at = at
    this.#scanned = 0
    this.#isEscaped = false
    this.#isAscii = true
  }

  /** The next byte that is no white space, which stays; -1 when none has come. */
  peek(): number {
    this.#skipSpace()
    return this.at < this.end ? this.bytes[this.at]! : this.#wait()
  }

  take(byte: number): boolean {
    const found = this.peek()
    if (found < 0) return false
    if (found !== byte) throw this.unexpected(`"${String.fromCharCode(byte)}"`)
    this.at++
    return true
  }

  /** Moves on in a list or object that `close` ends: 1 when a member is next, 0 behind the end, -1 when neither has come. */
  next(isFirst: boolean, close: number): number {
    const found = this.peek()
    if (found < 0) return -1
    if (found === close) {
      this.at++
      return 0
    }
    if (!isFirst) {
      if (found !== COMMA) throw this.unexpected(`"," or "${String.fromCharCode(close)}"`)
      this.at++
    }
    return 1
  }

  string(): boolean {
    const first = this.peek()
    if (first < 0) return false
    if (first !== QUOTE) throw this.unexpected('a text')
    const { bytes } = this
    const from = this.at + 1
    let k = from + this.#scanned
    for (; ; k++) {
      const byte = bytes[k]!
      if (byte > QUOTE && byte !== BACKSLASH && byte < 0x80) continue
      if (byte === QUOTE) break
      if (byte >= 0x80) this.#isAscii = false
      else if (k >= this.end || (byte === BACKSLASH && k + 1 >= this.end)) {
        this.#scanned = k - from
        return this.#wait() > 0
      } else if (byte === BACKSLASH) {
        this.#isEscaped = true
        k++
      } else if (byte < 0x20) throw this.invalid('a text holds a control character')
    }
    this.#finish(from, k)
    return true
  }

  /** A number, `true`, `false` or `null`. */
  word(): boolean {
    if (this.peek() < 0) return false
    let k = this.at
    while (isWordByte(this.bytes[k]!)) k++
    if (k - this.at > LONGEST_WORD) throw this.invalid(`a number has more than ${LONGEST_WORD} digits`)
    if (k >= this.end && !this.#isClosed) return false
    this.textBytes = this.bytes
    this.textFrom = this.at
    this.textTo = k
    if (!WORD.test(this.text())) throw this.unexpected('a value')
    this.at = k
    return true
  }

  /** What was read last. */
  text(): string {
    return decoder.decode(this.textBytes.subarray(this.textFrom, this.textTo))
  }

  /** Whether what was read last is this ASCII text. */
  is(text: string): boolean {
    if (this.textTo - this.textFrom !== text.length) return false
    for (let k = 0; k < text.length; k++) if (this.textBytes[this.textFrom + k] !== text.charCodeAt(k)) return false
    return true
  }

  /** Whether the body has ended; anything but white space before that is an error. */
  isAtEnd(): boolean {
    this.#skipSpace()
    if (this.at < this.end) throw this.unexpected('the end')
    return this.#isClosed
  }

  #skipSpace(): void {
    const { bytes } = this
    for (; ; this.at++) {
      const byte = bytes[this.at]!
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return
    }
  }

  #finish(from: number, to: number): void {
    if (!this.#isAscii && !isUtf8(this.bytes.subarray(from, to))) throw this.invalid('a text is not UTF-8')
    this.textBytes = this.bytes
    this.textFrom = from
    this.textTo = to
    if (this.#isEscaped) {
      const plain = unescape(this.bytes.subarray(from, to))
      if (!plain) throw this.invalid('a text holds an escape that JSON does not know')
      this.textBytes = plain
      this.textFrom = 0
      this.textTo = plain.length
    }
    this.goTo(to + 1)
  }

  #wait(): -1 {
    if (this.#isClosed) throw this.#invalid('it ends too early')
    return -1
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

const isWordByte = (byte: number) =>
  (byte >= 0x30 && byte <= 0x39) ||
  (byte >= 0x61 && byte <= 0x7a) ||
  (byte >= 0x41 && byte <= 0x5a) ||
  byte === 0x2b ||
  byte === 0x2d ||
  byte === 0x2e
