import {
  defineTable,
  pick,
  SeriesBuilder,
  text,
  toLong,
  withMeta,
  withNotice,
  type Budget,
  type Frame,
  type FrameMeta,
  type Labels,
  type SeriesFrame,
  type TableFrame,
} from '@orrery/sdk'
import type { Answer } from './answer.ts'
import { addClassicBuckets } from './heatmap/classic.ts'

export type Format = 'series' | 'table' | 'heatmap'

export interface FrameOptions {
  readonly refId: string
  readonly budget: Budget
  readonly format: Format | undefined
  readonly isVerbose: boolean
  readonly stepMs?: number | undefined
}

/** The frame of an answer; without a format, series for a range and a table for a moment. */
export function toFrame(answer: Answer, options: FrameOptions): Frame {
  const { refId, format = answer.resultType === 'matrix' ? 'series' : 'table' } = options
  const { stats, notices } = answer
  const meta: FrameMeta = { refId, ...(stats.length > 0 && { meta: { stats } }) }
  return notices.reduce<Frame>(withNotice, withMeta(shape(answer, format, options), meta))
}

function shape(answer: Answer, format: Format, options: FrameOptions): Frame {
  if (answer.resultType === 'string') return Text.fromRows([{ value: answer.text! }])
  if (format === 'heatmap') return toHeatmap(answer, options)
  if (format === 'series') return options.isVerbose ? withVerboseNames(answer.series) : answer.series
  return toRows(answer.series, answer.resultType === 'matrix' ? 'table' : 'numeric')
}

const Text = defineTable({ value: text() })

/** One row a point: its labels, the time and the value. A label that is called like one of these gets a prefix. */
function toRows(series: SeriesFrame, kind: 'table' | 'numeric'): TableFrame {
  const rows = toLong(series).with({ kind })
  const value = series.field()
  const present = Array.from({ length: rows.length }, (_, k) => k).filter((k) => !value.isNull(k))
  return present.length === rows.length ? rows : pick(rows, present)
}

function toHeatmap({ series, cells, resultType }: Answer, { budget, stepMs }: FrameOptions): TableFrame {
  const others = addClassicBuckets(series, cells)
  const frame = cells.toFrame({}, { stepMs: resultType === 'matrix' ? stepMs : undefined, maxRows: budget.maxRows })
  if (others === 0) return frame
  const what = others === 1 ? 'One series is no bucket' : `${others.toLocaleString('en')} series are no buckets`
  const notice = `${what} of a histogram. Keep the label le, as in sum by (le) (rate(name_bucket[$__rate_interval])).`
  return withNotice(frame, { severity: 'warning', text: notice })
}

/** Each series is called by its metric and all labels. */
function withVerboseNames(frame: SeriesFrame): SeriesFrame {
  const builder = new SeriesBuilder(frame.step === undefined ? {} : { step: frame.step })
  for (const series of frame) {
    const { time, values, labels } = series
    const cells = Array.from(values, (value, k) => (series.isNull(k) ? null : value))
    builder.add(labels, time, cells, { displayName: toSelector(labels) })
  }
  return builder.build()
}

/** `name{label="value"}`, as PromQL selects the series. */
export function toSelector({ __name__ = '', ...labels }: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
  return pairs.length > 0 || __name__ === '' ? `${__name__}{${pairs.join(', ')}}` : __name__
}
