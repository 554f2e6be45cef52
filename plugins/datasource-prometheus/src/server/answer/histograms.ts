import { CLOSE_LIST, CLOSE_OBJECT, COLON, COMMA, OPEN_LIST, OPEN_OBJECT } from './ascii.ts'
import type { ByteSource } from './byte-source.ts'
import type { Cells } from '../heatmap/cells.ts'
import { skipValue, type Steps } from './steps.ts'
import { parseValue } from './value.ts'

/**
 * Reads native histograms into cells: `[time, { count, sum, buckets: [[boundaries, "lower", "upper", "count"], ...] }]`.
 * https://prometheus.io/docs/prometheus/latest/querying/api/#native-histograms
 * Which boundaries belong to a bucket does not matter to a cell. The zero bucket lies on both sides of zero.
 */
export class Histograms {
  readonly #cells: Cells

  constructor(cells: Cells) {
    this.#cells = cells
  }

  /** Reads a list of them, whose opening bracket has been read. */
  *readList(source: ByteSource): Steps<void> {
    for (let isFirst = true; ; isFirst = false) {
      let next
      while ((next = source.next(isFirst, CLOSE_LIST)) < 0) yield
      if (next === 0) return
      yield* this.read(source)
    }
  }

  *read(source: ByteSource): Steps<void> {
    while (!source.take(OPEN_LIST)) yield
    while (!source.word()) yield
    const time = Math.round(Number(source.text()) * 1000)
    if (Number.isNaN(time)) throw source.invalid('a time is no number')
    while (!source.take(COMMA)) yield
    while (!source.take(OPEN_OBJECT)) yield
    for (let isFirst = true; ; isFirst = false) {
      let next
      while ((next = source.next(isFirst, CLOSE_OBJECT)) < 0) yield
      if (next === 0) break
      while (!source.string()) yield
      const isBuckets = source.is('buckets')
      while (!source.take(COLON)) yield
      if (isBuckets) yield* this.#readBuckets(source, time)
      else yield* skipValue(source)
    }
    while (!source.take(CLOSE_LIST)) yield
  }

  *#readBuckets(source: ByteSource, time: number): Steps<void> {
    while (!source.take(OPEN_LIST)) yield
    const bucket = new Float64Array(3)
    for (let isFirst = true; ; isFirst = false) {
      let next
      while ((next = source.next(isFirst, CLOSE_LIST)) < 0) yield
      if (next === 0) return
      while (!source.take(OPEN_LIST)) yield
      while (!source.word()) yield
      for (let k = 0; k < 3; k++) {
        while (!source.take(COMMA)) yield
        while (!source.string()) yield
        const value = parseValue(source.text())
        if (value === undefined) throw source.invalid(`the value ${JSON.stringify(source.text())} is no number`)
        bucket[k] = value
      }
      while (!source.take(CLOSE_LIST)) yield
      this.#cells.add(time, bucket[0]!, bucket[1]!, bucket[2]!)
    }
  }
}
