import { number, SeriesBuilder, type Budget, type Notice, type SeriesFrame } from '@orrery/sdk'
import { Histograms } from './answer/histograms.ts'
import { QueryData } from './answer/query-data.ts'
import { TopSeries, type Top } from './answer/top-series.ts'
import type { Remarks } from './api.ts'
import { Cells } from './heatmap/cells.ts'
import { cutNotice, noticeIf, remarkNotices, topNotice } from './notices.ts'
import { toStats, type Stat } from './stats.ts'

/** What a query was answered, on its way to frames. */
export interface Answer {
  readonly resultType: string
  /** Of a string. */
  readonly text: string | undefined
  readonly series: SeriesFrame
  /** Cells of the native histograms. */
  readonly cells: Cells
  readonly notices: readonly Notice[]
  readonly stats: readonly Stat[]
  /** It has all points of all its series, as numbers: it can be joined with another. */
  readonly isJoinable: boolean
  /** The server says that something is missing on its side. */
  readonly isPartial: boolean
}

export interface AnswerOptions {
  readonly budget: Budget
  /** `{{label}}` template for the names of the series. */
  readonly legend?: string | undefined
  /** Milliseconds between the points that were asked for. */
  readonly stepMs?: number | undefined
  readonly top?: Top | undefined
  /** Native histograms become cells; else they are left out. */
  readonly takesHistograms?: boolean
}

/** Reads the answer of a query. */
export class AnswerReader {
  readonly data: QueryData
  readonly #series: SeriesBuilder
  readonly #options: AnswerOptions
  readonly #cells = new Cells()
  readonly #top: TopSeries | undefined

  constructor(options: AnswerOptions) {
    const { legend, stepMs, budget, top, takesHistograms } = options
    this.#series = new SeriesBuilder({
      fields: { value: number(legend ? { displayName: legend } : {}) },
      ...(stepMs !== undefined && { step: stepMs }),
    })
    this.#top = top && new TopSeries({ ...top, count: Math.min(top.count, budget.maxSeries) })
    this.data = new QueryData(this.#series, {
      ...budget,
      top: this.#top,
      histograms: takesHistograms ? new Histograms(this.#cells) : undefined,
    })
    this.#options = options
  }

  /** What was read; once. */
  finish(remarks: Remarks = { warnings: [], infos: [] }): Answer {
    const { resultType = '', text, stats, list } = this.data
    this.#top?.addTo(this.#series)
    return {
      resultType,
      text,
      series: this.#series.build(),
      cells: this.#cells,
      notices: [...this.#notices(resultType), ...remarkNotices(remarks)],
      stats: toStats(stats),
      isJoinable: !list.isCutOff && !list.hasDropped && !this.#top && list.histograms === 0,
      isPartial: remarks.warnings.length > 0,
    }
  }

  #notices(resultType: string): readonly Notice[] {
    const { histograms, isCutOff, hasDropped } = this.data.list
    const { budget, top, takesHistograms } = this.#options
    const what = histograms === 1 ? 'One series is a native histogram' : `${histograms} series are native histograms`
    const isHidden = histograms > 0 && !takesHistograms
    return [
      ...noticeIf(isCutOff, cutNotice(resultType === 'matrix', budget)),
      ...noticeIf(
        hasDropped,
        `The result was cut off: only the latest ${budget.maxPoints.toLocaleString('en')} points of each series are shown.`,
      ),
      ...noticeIf(
        isHidden,
        `${what} and cannot be shown as numbers; choose the format heatmap or histogram_quantile().`,
      ),
      ...(top && this.#top ? topNotice(this.#top.seen, top, budget.maxSeries) : []),
    ]
  }
}
