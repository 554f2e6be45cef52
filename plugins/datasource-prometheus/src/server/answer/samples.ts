import { CLOSE_LIST, COMMA, OPEN_LIST, QUOTE, ZERO } from './ascii.ts'
import type { ByteSource } from './byte-source.ts'
import { DecimalReader } from './decimal.ts'
import { parseValue } from './value.ts'

/** A sample is read in one go, so one that never ends must not be looked at for each chunk again. */
const LONGEST_SAMPLE = 4096

/** The samples of one series; the same arrays serve one series after the other. */
export class Samples {
  /** Milliseconds since 1970, whole. */
  times = new Float64Array(256)
  values = new Float64Array(256)
  count = 0
  /** Samples that were left out, the oldest ones, because there were too many. */
  dropped = 0
  readonly #most: number
  readonly #decimal = new DecimalReader()
  #isFirst = true
  /** A comma or the opening bracket has been read: a sample must come. */
  #isDue = false

  /** Of each series the latest `most` samples are kept. */
  constructor(most: number) {
    this.#most = most
  }

  clear(): void {
    this.count = 0
    this.dropped = 0
  }

  /** Drops the oldest samples that are too many. */
  trim(): void {
    const surplus = this.count - this.#most
    if (surplus <= 0) return
    this.times.copyWithin(0, surplus, this.count)
    this.values.copyWithin(0, surplus, this.count)
    this.count = this.#most
    this.dropped += surplus
  }

  /** Reads a list of samples, whose opening bracket has been read, as far as it has come; false until its end has. */
  readList(source: ByteSource): boolean {
    for (;;) {
      if (this.#isDue) {
        this.#isDue = !this.#readRun(source) && !this.read(source)
        if (this.#isDue) return false
      }
      const next = source.next(this.#isFirst, CLOSE_LIST)
      this.#isFirst = next === 0
      this.#isDue = next === 1
      if (!this.#isDue) return next === 0
    }
  }

  /** Reads `[time, "value"]` however it is written; false when its end has not come. */
  read(source: ByteSource): boolean {
    if (source.peek() < 0) return false
    const start = source.at
    if (source.take(OPEN_LIST) && source.word()) {
      const seconds = Number(source.text())
      if (Number.isNaN(seconds)) throw source.invalid('a time is no number')
      if (source.take(COMMA) && source.string()) {
        const value = parseValue(source.text())
        if (value === undefined) throw source.invalid(`the value ${JSON.stringify(source.text())} is no number`)
        if (source.take(CLOSE_LIST)) {
          this.#push(Math.round(seconds * 1000), value)
          return true
        }
      }
    }
    if (source.end - start > LONGEST_SAMPLE) throw source.invalid(`a sample is longer than ${LONGEST_SAMPLE} bytes`)
    source.at = start
    return false
  }

  /**
   * Reads samples as long as they are written as Prometheus does it, `[1700000000.123,"0.5"]` without white space. False
   * when it stands at one that must be read otherwise, or has not come as a whole.
   */
  #readRun(source: ByteSource): boolean {
    const { bytes, view } = source
    const decimal = this.#decimal
    for (let at = source.at; ;) {
      // JSON allows no leading zero, which the decimal reader does.
      if (bytes[at] !== OPEN_LIST || bytes[at + 1] === ZERO) break
      const seconds = decimal.read(bytes, view, at + 1)
      if (seconds !== seconds || bytes[decimal.end] !== COMMA || bytes[decimal.end + 1] !== QUOTE) break
      const value = decimal.read(bytes, view, decimal.end + 2)
      if (value !== value || bytes[decimal.end] !== QUOTE || bytes[decimal.end + 1] !== CLOSE_LIST) break
      this.#push(Math.round(seconds * 1000), value)
      source.at = at = decimal.end + 2
      if (bytes[at] !== COMMA) return true
      source.at = ++at
    }
    return false
  }

  #push(time: number, value: number): void {
    if (this.count === this.times.length) this.#makeRoom()
    this.times[this.count] = time
    this.values[this.count++] = value
  }

  #makeRoom(): void {
    if (this.count >= 2 * this.#most) return this.trim()
    this.times = grown(this.times)
    this.values = grown(this.values)
  }
}

function grown(values: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const more = new Float64Array(values.length * 2)
  more.set(values)
  return more
}
