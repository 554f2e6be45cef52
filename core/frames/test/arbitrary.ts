import * as fc from 'fast-check'
import { boolean, number, SeriesBuilder, text, type Labels, type SeriesFrame, type TableFrame } from '../src/index.ts'

/** A series as plain values, as it is added and as it is read. */
export interface PlainSeries {
  readonly labels: Labels
  readonly time: readonly number[]
  readonly fields: Readonly<Record<string, readonly unknown[]>>
}

export const dumpSeries = (frame: SeriesFrame): PlainSeries[] =>
  Array.from(frame, (series) => ({
    labels: series.labels,
    time: [...series.time],
    fields: Object.fromEntries(
      Array.from(frame.fields.keys(), (name) => {
        const column = series.field(name)
        return [name, Array.from({ length: series.length }, (_, k) => column.at(k))]
      }),
    ),
  }))

export const dumpTable = (frame: TableFrame) => Array.from({ length: frame.length }, (_, i) => frame.rowAt(i))

/** Without the points that have no value in any field: a regular axis adds such points. */
export const dropMissing = (series: readonly PlainSeries[]): PlainSeries[] =>
  series.map(({ labels, time, fields }) => {
    const kept = time.flatMap((_, k) => (Object.values(fields).some((cells) => cells[k] !== null) ? [k] : []))
    return {
      labels,
      time: kept.map((k) => time[k]!),
      fields: Object.fromEntries(Object.entries(fields).map(([name, cells]) => [name, kept.map((k) => cells[k])])),
    }
  })

const name = fc.oneof(
  fc.constantFrom('time', 'value', 'labels', 'label.x', 'job', '__proto__', ''),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
)
const words = fc.oneof(fc.constantFrom('', 'a', 'ü', '日本語', '👩‍🚀'), fc.string({ unit: 'grapheme', maxLength: 8 }))
export const anyLabels: fc.Arbitrary<Labels> = fc
  .array(fc.tuple(name, words), { maxLength: 4 })
  .map((pairs) => Object.fromEntries(pairs))

/** Whole milliseconds from long before 1970 to the year 9999. */
export const anyTime = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 })
const step = fc.constantFrom(1, 7, 1000, 15_000, 86_400_000)

/** Ascending times: on a grid, on a grid with gaps, or anywhere. */
const anyTimes: fc.Arbitrary<number[]> = fc.oneof(
  fc
    .tuple(anyTime, step, fc.nat(20))
    .map(([from, by, count]) => Array.from({ length: count }, (_, k) => from + k * by)),
  fc.tuple(anyTime, step, fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 20 })).map(([from, by, hops]) =>
    hops.map(
      (
        (at) => (hop) =>
          (at += hop * by)
      )(from),
    ),
  ),
  fc.uniqueArray(anyTime, { maxLength: 20 }).map((times) => times.sort((a, b) => a - b)),
)

export const anyNumber = fc.oneof(fc.double(), fc.constant(NaN), fc.integer())
const orNull = <T>(cell: fc.Arbitrary<T>) => fc.option(cell, { freq: 5, nil: null })

export const shape = { value: number({ unit: 'bytes' }), up: boolean(), state: text({ displayName: 'Zustand' }) }

const onePlain = (times: fc.Arbitrary<number[]>): fc.Arbitrary<PlainSeries> =>
  fc.tuple(anyLabels, times).chain(([labels, time]) => {
    const cells = <T>(cell: fc.Arbitrary<T>) =>
      fc.array(orNull(cell), { minLength: time.length, maxLength: time.length })
    return fc
      .record({ value: cells(anyNumber), up: cells(fc.boolean()), state: cells(words) })
      .map((fields) => ({ labels, time, fields }))
  })

/** Series whose times are shared, or each its own. */
export const anyPlain: fc.Arbitrary<PlainSeries[]> = fc.oneof(
  fc.array(onePlain(anyTimes), { maxLength: 5 }),
  anyTimes.chain((times) => fc.array(onePlain(fc.constant(times)), { maxLength: 5 })),
)

export function buildSeries(plain: readonly PlainSeries[], meta: { refId?: string; step?: number } = {}): SeriesFrame {
  const builder = new SeriesBuilder({ ...meta, fields: shape })
  // The generator gives each field cells of its kind.
  for (const { labels, time, fields } of plain) builder.add(labels, time, fields as never)
  return builder.build()
}
