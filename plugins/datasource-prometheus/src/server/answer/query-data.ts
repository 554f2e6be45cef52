import type { Budget, SeriesBuilder } from '@orrery/sdk'
import { CLOSE_LIST, COMMA, OPEN_LIST, OPEN_OBJECT } from './ascii.ts'
import type { ByteSource } from './byte-source.ts'
import type { DataReader } from './envelope.ts'
import { readValue } from './json-value.ts'
import { SeriesList, type ListOptions } from './series-list.ts'
import { isNext, readObject, readText, skipValue, type Steps } from './steps.ts'
import { parseValue } from './value.ts'

const RESULT_TYPES: ReadonlySet<string> = new Set(['matrix', 'vector', 'scalar', 'string'])

export type DataLimits = Pick<Budget, 'maxSeries' | 'maxRows'> & ListOptions

/** Reads the `data` of a query: its series go into a builder as they come. */
export class QueryData implements DataReader {
  resultType: string | undefined
  /** What a string is, and what a scalar is written as. */
  text: string | undefined
  /** What the server says of its work, in whatever form. */
  stats: unknown
  readonly list: SeriesList
  readonly #series: SeriesBuilder
  readonly #limits: DataLimits
  #seconds = NaN
  #isObject = false
  #hasResult = false

  constructor(series: SeriesBuilder, limits: DataLimits) {
    this.#series = series
    this.#limits = limits
    this.list = new SeriesList(series, limits)
  }

  *read(source: ByteSource, isSuccess: () => boolean): Steps<boolean> {
    this.#isObject = yield* isNext(source, OPEN_OBJECT)
    if (!this.#isObject) yield* skipValue(source)
    else yield* readObject(source, (key) => this.#readMember(key, source, isSuccess))
    return this.list.isCutOff && isSuccess()
  }

  /** Throws unless the result is what its type says. A scalar becomes a series without labels. */
  finish(source: ByteSource): void {
    const { resultType, text, list } = this
    if (!this.#isObject) throw source.invalid('"data" is no object')
    if (resultType === undefined || !RESULT_TYPES.has(resultType))
      throw source.invalid(`"resultType" is ${JSON.stringify(resultType)}`)
    const isList = this.#hasResult && text === undefined
    const isRight =
      resultType === 'matrix'
        ? isList && !list.hasSingles
        : resultType === 'vector'
          ? isList && !list.hasLists
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
    } else if (key === 'stats') this.stats = yield* readValue(source)
    else yield* skipValue(source)
    return false
  }

  *#readResult(source: ByteSource, isSuccess: () => boolean): Steps<boolean> {
    while (!source.take(OPEN_LIST)) yield
    if ((yield* isNext(source, OPEN_OBJECT)) || (yield* isNext(source, CLOSE_LIST)))
      return yield* this.list.read(source, this.#limit, () => isSuccess() && this.resultType !== undefined)
    yield* this.#readSingle(source)
    return false
  }

  /** As many rows as the result may have, whose type may come behind it. */
  get #limit(): number {
    const { maxSeries, maxRows } = this.#limits
    if (this.resultType === 'matrix') return maxSeries
    return this.resultType === 'vector' ? maxRows : Math.max(maxSeries, maxRows)
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
