import {
  defineTable,
  number,
  SeriesBuilder,
  text,
  time,
  type SeriesFrame,
  type TableFrame,
  type TimeRange,
} from '@orrery/sdk'
import { metrics, type Metric } from '../options.ts'
import type { Samples } from './samples.ts'

export interface MetricQuery {
  readonly metric: Metric
  readonly legend?: string
}

/** Milliseconds between two readings. */
export const TICK_MS = 1000

/** Milliseconds between two points; never less than between two readings. */
export const stepOf = (intervalMs: number) => Math.max(TICK_MS, intervalMs)

const fieldMeta = (metric: Metric, legend: string | undefined) => ({
  unit: metrics[metric].unit,
  ...(legend && { displayName: legend }),
})

/** The means of each interval of a range, in which `to` is included. */
export function overTime(
  samples: Samples,
  { metric, legend }: MetricQuery,
  refId: string,
  range: TimeRange,
  stepMs: number,
): SeriesFrame {
  const builder = new SeriesBuilder({ refId, step: stepMs, fields: { value: number(fieldMeta(metric, legend)) } })
  for (const { labels, times, values } of samples.read(metric, range, stepMs)) builder.add(labels, times, values)
  return builder.build()
}

/** The newest reading of each series. */
export function now(samples: Samples, { metric, legend }: MetricQuery, refId: string): TableFrame {
  const { time: at, readings } = samples.latest(metric)
  const names = [...new Set(readings.flatMap(({ labels }) => Object.keys(labels)))]
  const Latest = defineTable(
    {
      ...Object.fromEntries(names.map((name) => [name, text()])),
      time: time(),
      value: number(fieldMeta(metric, legend)),
    },
    'numeric',
  )
  return Latest.fromColumns(
    {
      ...Object.fromEntries(names.map((name) => [name, readings.map(({ labels }) => labels[name] ?? null)])),
      time: readings.map(() => at),
      value: Float64Array.from(readings, ({ value }) => value),
    },
    { refId },
  )
}
