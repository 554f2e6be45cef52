import {
  fieldOptionsOf,
  nameFields,
  seriesSources,
  toSeries,
  type FieldConfig,
  type FieldConfigSource,
  type Frame,
  type Labels,
  type Notice,
  type SeriesFrame,
} from '@orrery/sdk'
import { FieldOptions } from './field-options.ts'

/** A series as it is drawn. Times are milliseconds, ascending; NaN is missing. */
export interface ChartSeries {
  readonly name: string
  readonly config: FieldConfig
  /** How it is drawn. */
  readonly options: FieldOptions
  readonly labels: Labels
  readonly field: string
  /** Its place among the colours; a series of another time has that of its counterpart. */
  readonly place: number
  /** How much earlier its values were, in milliseconds; 0 for those of now. */
  readonly shiftMs: number
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
  readonly notices: readonly Notice[]
}

/** The series of all frames, at most `most`: those that reach highest, in the order in which they came. */
export function readSeries(frames: readonly Frame[], fieldConfig: FieldConfigSource, most: number): ChartContent {
  const found = frames.flatMap((frame) => toFound(frame) ?? [])
  const total = found.reduce((sum, { frame, fields }) => sum + frame.length * fields.length, 0)
  const kept = total > most ? findHighest(found, total, most) : new Uint8Array(total).fill(1)
  let first = 0
  const sources = found.flatMap(({ frame, fields, isTable }) => {
    const isKept = (series: number, field: number) => kept[begin + series * fields.length + field] === 1
    const begin = first
    first += frame.length * fields.length
    const rows = Array.from(frame).filter(({ index }) => fields.some((_, field) => isKept(index, field)))
    return seriesSources(frame, fields, isTable, rows).filter((source) =>
      isKept(source.series.index, fields.indexOf(source.field)),
    )
  })
  return {
    series: toChartSeries(sources, fieldConfig),
    total,
    drawable: found.length > 0,
    notices: found.flatMap(({ notices }) => notices),
  }
}

type Source = ReturnType<typeof seriesSources>[number]

/** Those of now first; those of another time have their places. */
function toChartSeries(sources: readonly Source[], fieldConfig: FieldConfigSource): readonly ChartSeries[] {
  const places = new Map<string, number>()
  return nameFields(sources, fieldConfig)
    .toSorted((a, b) => a.shiftMs - b.shiftMs)
    .map(({ name, counterpart, config, series, field, labels, shiftMs }): ChartSeries => {
      if (!places.has(counterpart)) places.set(counterpart, places.size)
      return {
        name,
        config,
        options: fieldOptionsOf(FieldOptions, config),
        labels,
        field,
        place: places.get(counterpart)!,
        shiftMs,
        times: series.time,
        values: series.of(field),
      }
    })
}

interface Found {
  readonly frame: SeriesFrame
  /** Those of numbers. */
  readonly fields: readonly string[]
  readonly isTable: boolean
  readonly notices: readonly Notice[]
}

/** Undefined where a frame has no times or no numbers. A table becomes series by its first column of times. */
function toFound(frame: Frame): Found | undefined {
  // Exemplars and annotations have times and numbers too, and are no series.
  if (frame.kind !== 'series' && frame.kind !== 'table') return undefined
  if (frame.kind === 'series') return withNumbers({ frame, isTable: false, notices: [] })
  const time = [...frame.fields].find(([, { kind }]) => kind === 'time')?.[0]
  if (time === undefined) return undefined
  const known = new Set(frame.meta.notices?.map(({ text }) => text))
  const series = toSeries(frame, { time })
  const notices = series.meta.notices?.filter(({ text }) => !known.has(text)) ?? []
  return withNumbers({ frame: series, isTable: true, notices })
}

function withNumbers(found: Omit<Found, 'fields'>): Found | undefined {
  const fields = [...found.frame.fields].flatMap(([field, { kind }]) => (kind === 'number' ? [field] : []))
  return fields.length > 0 ? { ...found, fields } : undefined
}

/** Marks by 1 those that reach highest, of equally high ones the first: series by series, in each field by field. */
function findHighest(found: readonly Found[], total: number, most: number): Uint8Array {
  const peaks = new Float64Array(total)
  let next = 0
  for (const { frame, fields } of found)
    for (let i = 0; i < frame.length; i++) for (const field of fields) peaks[next++] = peakOf(frame.numbersAt(i, field))
  const lowest = peaks.toSorted()[total - most]!
  const kept = new Uint8Array(total)
  let left = most
  for (let k = 0; k < total; k++)
    if (peaks[k]! > lowest) {
      kept[k] = 1
      left--
    }
  for (let k = 0; k < total && left > 0; k++)
    if (peaks[k] === lowest) {
      kept[k] = 1
      left--
    }
  return kept
}

function peakOf(values: Float64Array): number {
  let peak = -Infinity
  for (let k = 0; k < values.length; k++) if (values[k]! > peak) peak = values[k]!
  return peak
}
