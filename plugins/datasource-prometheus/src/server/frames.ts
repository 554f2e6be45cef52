import {
  defineTable,
  number,
  SeriesBuilder,
  text,
  toLong,
  withNotice,
  type Budget,
  type Frame,
  type Notice,
  type SeriesFrame,
} from '@orrery/sdk'
import type { Names } from './answer/names.ts'
import { QueryData } from './answer/query-data.ts'
import type { Remarks } from './api.ts'

interface ResultOptions {
  readonly refId: string
  readonly budget: Budget
  /** `{{label}}` template for the names of the series. */
  readonly legend: string | undefined
  /** Milliseconds between the points that were asked for. */
  readonly stepMs?: number
}

/** The answer of one query on its way to a frame. */
export class QueryResult {
  readonly data: QueryData
  readonly #series: SeriesBuilder
  readonly #options: ResultOptions

  constructor(options: ResultOptions) {
    const { refId, legend, stepMs, budget } = options
    this.#series = new SeriesBuilder({
      refId,
      fields: { value: number(legend ? { displayName: legend } : {}) },
      ...(stepMs !== undefined && { step: stepMs }),
    })
    this.data = new QueryData(this.#series, budget)
    this.#options = options
  }

  /** Series for a matrix, a table with a row a series for a vector and a scalar, a text for a string. */
  toFrame(): Frame {
    const { resultType, text } = this.data
    if (resultType === 'string') return Text.fromRows([{ value: text! }], { refId: this.#options.refId })
    const series = this.#series.build()
    return this.#notices().reduce<Frame>(withNotice, resultType === 'matrix' ? series : toRows(series))
  }

  #notices(): readonly Notice[] {
    const { resultType, list } = this.data
    const { histograms, isCutOff, hasDropped } = list
    const { maxSeries, maxRows, maxPoints } = this.#options.budget
    const first = resultType === 'matrix' ? many(maxSeries, 'series') : many(maxRows, 'rows')
    const what = histograms === 1 ? 'One series is a native histogram' : `${histograms} series are native histograms`
    return [
      ...noticeIf(isCutOff, `The result was cut off: only the first ${first} of the query are shown.`),
      ...noticeIf(
        hasDropped,
        `The result was cut off: only the latest ${many(maxPoints, 'points')} of each series are shown.`,
      ),
      ...noticeIf(histograms > 0, `${what} and cannot be shown as numbers; use histogram_quantile().`),
    ]
  }
}

const many = (count: number, unit: string) => `${count.toLocaleString('en')} ${unit}`
const noticeIf = (holds: boolean, text: string): Notice[] => (holds ? [{ severity: 'warning', text }] : [])

/** One row a series: its labels, the time and the value. A label that is called like one of these gets a prefix. */
const toRows = (series: SeriesFrame): Frame => toLong(series).with({ kind: 'numeric' })

const Text = defineTable({ value: text() })

const NameTable = defineTable({ name: text() })
export function namesFrame({ names, isCutOff }: Names, refId: string, { maxRows }: Budget): Frame {
  const frame = NameTable.fromColumns({ name: names }, { refId })
  const first = many(maxRows, 'rows')
  return noticeIf(isCutOff, `The result was cut off: only the first ${first} of the query are shown.`).reduce<Frame>(
    withNotice,
    frame,
  )
}

/** The frame with the warnings of Prometheus as notices. */
export const withRemarks = (frame: Frame, { warnings, infos }: Remarks): Frame =>
  [
    ...warnings.map((text): Notice => ({ severity: 'warning', text })),
    ...infos.map((text): Notice => ({ severity: 'info', text })),
  ].reduce<Frame>(withNotice, frame)
