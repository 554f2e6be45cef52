import {
  nameFields,
  seriesSources,
  toSeries,
  type FieldConfig,
  type FieldConfigSource,
  type FieldSource,
  type Frame,
  type NamedField,
  type SeriesFrame,
} from '@orrery/sdk'
import { statisticsOf } from './statistics.ts'

/** More lines than this cannot be told apart, and cost time to draw. */
export const maxSeries = 500

/** A series as it is drawn. Times are milliseconds, ascending; NaN is missing. */
export interface ChartSeries {
  readonly name: string
  readonly config: FieldConfig
  readonly times: Float64Array
  readonly values: Float64Array
}

export interface ChartContent {
  readonly series: readonly ChartSeries[]
  /** How many there are, those that are left out included. */
  readonly total: number
  /** Whether any frame has times and numbers. */
  readonly drawable: boolean
  /** What of tables could not be drawn. */
  readonly notices: readonly string[]
}

/** A series before it has its name. Its points are read when they are needed. */
export interface SeriesSource extends FieldSource {
  readonly read: () => Pick<ChartSeries, 'times' | 'values'>
}

/** The series of all frames, at most {@link maxSeries}: those that reach highest, in the order in which they came. */
export function readSeries(frames: readonly Frame[], fieldConfig: FieldConfigSource): ChartContent {
  const found = frames.map(fromFrame)
  const sources = found.flatMap((one) => one?.sources ?? [])
  return {
    series: nameFields(toHighest(sources), fieldConfig).map(toChartSeries),
    total: sources.length,
    drawable: found.some((one) => one !== undefined),
    notices: found.flatMap((one) => one?.notices ?? []),
  }
}

const toChartSeries = ({ name, config, read }: SeriesSource & NamedField): ChartSeries => ({ name, config, ...read() })

interface Found {
  readonly sources: readonly SeriesSource[]
  readonly notices: readonly string[]
}

/** Undefined where a frame has no times or no numbers. A table becomes series by its first column of times. */
function fromFrame(frame: Frame): Found | undefined {
  if (frame.kind === 'series') return fromSeries(frame, false)
  const time = [...frame.fields].find(([, { kind }]) => kind === 'time')?.[0]
  if (time === undefined) return undefined
  const known = new Set(frame.meta.notices?.map(({ text }) => text))
  const series = toSeries(frame, { time })
  const found = fromSeries(series, true)
  const texts = series.meta.notices?.map(({ text }) => text) ?? []
  return found && { ...found, notices: texts.filter((text) => !known.has(text)) }
}

function fromSeries(frame: SeriesFrame, isTable: boolean): Found | undefined {
  const fields = [...frame.fields].flatMap(([field, { kind }]) => (kind === 'number' ? [field] : []))
  if (fields.length === 0) return undefined
  const sources = seriesSources(frame, fields, isTable).map(({ series, ...source }) => ({
    ...source,
    read: () => ({ times: series.time, values: series.of(source.field) }),
  }))
  return { sources, notices: [] }
}

function toHighest(sources: readonly SeriesSource[]): readonly SeriesSource[] {
  if (sources.length <= maxSeries) return sources
  const peaks = Float64Array.from(sources, ({ read }) => {
    const { max } = statisticsOf(read().values)
    return Number.isNaN(max) ? -Infinity : max
  })
  const order = sources.map((_, i) => i).sort((a, b) => peaks[b]! - peaks[a]! || a - b)
  const kept = new Set(order.slice(0, maxSeries))
  return sources.filter((_, i) => kept.has(i))
}
