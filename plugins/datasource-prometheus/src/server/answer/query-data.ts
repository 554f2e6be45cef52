import type { Budget, SeriesBuilder } from '@orrery/sdk'
import { CLOSE_LIST, CLOSE_OBJECT, COLON, COMMA, OPEN_LIST, OPEN_OBJECT } from './ascii.ts'
import type { ByteSource } from './byte-source.ts'
import type { DataReader } from './envelope.ts'
import { readMetric } from './metric.ts'
import { Samples } from './samples.ts'
import { isNext, readObject, readText, skipValue, type Steps } from './steps.ts'
import { parseValue } from './value.ts'

const RESULT_TYPES: ReadonlySet<string> = new Set(['matrix', 'vector', 'scalar', 'string'])

/** Reads the `data` of a query: its series go into a builder as they come, a single sample is kept as it is. */
export class QueryData implements DataReader {
  resultType: string | undefined
  /** What a string is, and what a scalar is written as. */
  text: string | undefined
  /** Series with native histograms, which are left out. */
  histograms = 0
  /** There are more series than the budget allows: they are left out. */
  isCutOff = false
  /** There were more points in a series than the budget allows: the oldest are left out. */
  hasDropped = false
  readonly #series: SeriesBuilder
  readonly #samples: Samples
  readonly #budget: Budget
  #seconds = NaN
  #isObject = false
  #hasResult = false
  #hasLists = false
  #hasSingles = false

  constructor(series: SeriesBuilder, budget: Budget) {
    this.#series = series
    this.#budget = budget
    this.#samples = new Samples(budget.maxPoints)
  }

  *read(source: ByteSource, isSuccess: () => boolean): Steps<boolean> {
    this.#isObject = yield* isNext(source, OPEN_OBJECT)
    if (!this.#isObject) yield* skipValue(source)
    else yield* readObject(source, (key) => this.#readMember(key, source, isSuccess))
    return this.isCutOff && isSuccess()
  }

  /** Throws unless the result is what its type says. A scalar becomes a series without labels. */
  finish(source: ByteSource): void {
    const { resultType, text } = this
    if (!this.#isObject) throw source.invalid('"data" is no object')
    if (resultType === undefined || !RESULT_TYPES.has(resultType))
      throw source.invalid(`"resultType" is ${JSON.stringify(resultType)}`)
    const isList = this.#hasResult && text === undefined
    const isRight =
      resultType === 'matrix'
        ? isList && !this.#hasSingles
        : resultType === 'vector'
          ? isList && !this.#hasLists
          : text !== undefined
    if (!isRight) throw source.invalid(`"result" is no ${resultType}`)
    if (resultType === 'scalar') this.#addScalar(source)
  }

  *#readMember(key: string, source: ByteSource, isSuccess: () => boolean): Steps<boolean> {
    if (key === 'resultType') this.resultType = yield* readText(source)
    else if (key === 'result') {
      if (this.#hasResult) throw source.invalid('it has "result" twice')
      this.#hasResult = true
      return yield* this.#readResult(source, isSuccess)
    } else yield* skipValue(source)
    return false
  }

  *#readResult(source: ByteSource, isSuccess: () => boolean): Steps<boolean> {
    while (!source.take(OPEN_LIST)) yield
    let first
    while ((first = source.peek()) < 0) yield
    if (first !== OPEN_OBJECT && first !== CLOSE_LIST) {
      yield* this.#readSingle(source)
      return false
    }
    for (let isFirst = true; ; isFirst = false) {
      let next
      while ((next = source.next(isFirst, CLOSE_LIST)) < 0) yield
      if (next === 0) return false
      this.isCutOff ||= this.#series.length >= this.#limit
      if (!this.isCutOff) yield* this.#readSeries(source)
      // What still comes would be left out, too.
      else if (isSuccess() && this.resultType !== undefined) return true
      else yield* skipValue(source)
    }
  }

  /** As many rows as the result may have, whose type may come behind it. */
  get #limit(): number {
    const { maxSeries, maxRows } = this.#budget
    return this.resultType === 'matrix'
      ? maxSeries
      : this.resultType === 'vector'
        ? maxRows
        : Math.max(maxSeries, maxRows)
  }

  *#readSeries(source: ByteSource): Steps<void> {
    const samples = this.#samples
    samples.clear()
    let hasMetric = false
    let hasSamples = false
    let hasHistogram = false
    while (!source.take(OPEN_OBJECT)) yield
    for (let isFirst = true; ; isFirst = false) {
      let next
      while ((next = source.next(isFirst, CLOSE_OBJECT)) < 0) yield
      if (next === 0) break
      while (!source.string()) yield
      const isMetric = source.is('metric')
      const isList = source.is('values')
      const isSingle = source.is('value')
      hasHistogram ||= source.is('histogram') || source.is('histograms')
      while (!source.take(COLON)) yield
      if ((isMetric && hasMetric) || ((isList || isSingle) && hasSamples))
        throw source.invalid('a series says one thing twice')
      if (isMetric) {
        yield* readMetric(source, this.#series.labels)
        hasMetric = true
      } else if (isList) {
        while (!source.take(OPEN_LIST)) yield
        while (!samples.readList(source)) yield
        hasSamples = this.#hasLists = true
      } else if (isSingle) {
        while (!samples.read(source)) yield
        hasSamples = this.#hasSingles = true
      } else yield* skipValue(source)
    }
    if (!hasMetric) throw source.invalid('a series has no "metric"')
    if (hasHistogram || !hasSamples) this.histograms++
    if (hasSamples) this.#add()
    else this.#series.labels.clear()
  }

  #add(): void {
    const samples = this.#samples
    samples.trim()
    this.hasDropped ||= samples.dropped > 0
    this.#series.addRow(samples.times, samples.values, samples.count)
  }

  *#readSingle(source: ByteSource): Steps<void> {
    while (!source.word()) yield
    this.#seconds = Number(source.text())
    if (Number.isNaN(this.#seconds)) throw source.invalid('a time is no number')
    while (!source.take(COMMA)) yield
    this.text = yield* readText(source)
    while (!source.take(CLOSE_LIST)) yield
  }

  #addScalar(source: ByteSource): void {
    const value = parseValue(this.text!)
    if (value === undefined) throw source.invalid(`the value ${JSON.stringify(this.text)} is no number`)
    this.#series.addRow([this.#seconds * 1000], [value])
  }
}
