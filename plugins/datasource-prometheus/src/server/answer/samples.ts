import { CLOSE_LIST, COMMA, OPEN_LIST, QUOTE, ZERO } from './ascii.ts'
import type { ByteSource } from './byte-source.ts'
import { readDecimal, tenDigits } from './decimal.ts'
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
      if (next < 0) return false
      this.#isFirst = next === 0
      this.#isDue = next === 1
      if (next === 0) return true
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
    source.goTo(start)
    return false
  }

  /**
   * Reads samples as long as they are written as Prometheus does it, `[1700000000.123,"0.5"]` without white space. False
   * when it stands at one that must be read otherwise, or has not come as a whole.
   */
  #readRun(source: ByteSource): boolean {
    const { bytes, view } = source
    let { times, values, count } = this
    let isDue = true
    for (let at = source.at; ; at++) {
      if (count === times.length) {
        this.count = count
        this.#makeRoom()
        ;({ times, values, count } = this)
      }
      // JSON allows no leading zero, which the decimal reader does.
      if (bytes[at] !== OPEN_LIST || bytes[at + 1] === ZERO) break
      let end = at + 11
      const seconds = tenDigits(bytes, view, at + 1)
      if (seconds >= 0 && bytes[end] === COMMA) times[count] = seconds * 1000
      else {
        end = readDecimal(bytes, view, at + 1, times, count)
        if (end < 0 || bytes[end] !== COMMA) break
        times[count] = Math.round(times[count]! * 1000)
      }
      if (bytes[end + 1] !== QUOTE) break
      end = readDecimal(bytes, view, end + 2, values, count)
      if (end < 0 || bytes[end] !== QUOTE || bytes[end + 1] !== CLOSE_LIST) break
      count++
      at = end + 2
      isDue = bytes[at] === COMMA
      source.at = isDue ? at + 1 : at
      if (!isDue) break
    }
    this.count = count
    return !isDue
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
