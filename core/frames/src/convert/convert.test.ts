import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  anyPlain,
  buildSeries,
  dropMissing,
  dumpSeries,
  dumpTable,
  shape,
  type PlainSeries,
} from '../../test/arbitrary.ts'
import {
  alignSeries,
  boolean,
  concat,
  decode,
  defineTable,
  encode,
  integer,
  json,
  longText,
  nanos,
  number,
  pick,
  SeriesBuilder,
  slice,
  text,
  time,
  toLong,
  toSeries,
  toWide,
  withNotice,
  type NumberColumn,
  type SeriesFrame,
} from '../index.ts'

const anyFrame = anyPlain.map((plain) => buildSeries(plain, { refId: 'A' }))
const any = (check: (frame: SeriesFrame, plain: PlainSeries[]) => void) =>
  fc.assert(fc.property(anyFrame, (frame) => check(frame, dumpSeries(frame))))

const small = new SeriesBuilder()
  .add({ host: 'a' }, [0, 10, 20, 30], [1, null, NaN, 4])
  .add({ host: 'b' }, [10, 20], [5, 6])
  .build()

const sorted = (plain: readonly PlainSeries[]) =>
  plain
    .map((one) => [Object.entries(one.labels).sort(), one])
    .map((pair) => JSON.stringify(pair))
    .sort()

describe('slice and pick', () => {
  it('take series as they are, missing points included', () => {
    any((frame, plain) => {
      for (let from = 0; from <= plain.length; from++) {
        expect(dumpSeries(slice(frame, from))).toEqual(plain.slice(from))
        expect(dumpSeries(slice(frame, from, from + 2))).toEqual(plain.slice(from, from + 2))
      }
      const backwards = plain.map((_, i) => plain.length - 1 - i)
      expect(dumpSeries(pick(frame, backwards))).toEqual(plain.toReversed())
      expect(dumpSeries(pick(frame, [...backwards, ...backwards]))).toEqual([
        ...plain.toReversed(),
        ...plain.toReversed(),
      ])
    })
  })

  it('can be sent like any frame', () => {
    any((frame, plain) => {
      // A slice is decoded as what it was before.
      expect(dumpSeries(decode(encode(slice(frame, 1))) as SeriesFrame)).toEqual(plain.slice(1))
    })
  })

  it('take rows of a table of any kind of column', () => {
    const rows = Array.from({ length: 20 }, (_, i) => ({
      a: i % 3 ? i : null,
      b: i % 2 === 0,
      c: `${i}ü`,
      d: i % 4 ? { i } : null,
    }))
    const frame = defineTable({ a: integer(), b: boolean(), c: longText(), d: json() }).fromRows(rows)
    expect(dumpTable(slice(frame, 3, 17))).toEqual(rows.slice(3, 17))
    expect(dumpTable(pick(frame, [19, 0, 3]))).toEqual([rows[19], rows[0], rows[3]])
    expect(dumpTable(slice(frame, -1, 99))).toEqual(rows)
    expect(() => pick(frame, [20])).toThrow(
      expect.objectContaining({ code: 'FRAME_ROW', params: { row: 20, rows: 20 } }),
    )
  })
})

describe('concat', () => {
  it('puts series one after the other', () => {
    fc.assert(
      fc.property(anyFrame, anyFrame, (a, b) => {
        expect(dumpSeries(concat([a, b]))).toEqual([...dumpSeries(a), ...dumpSeries(b)])
      }),
    )
  })

  it('keeps regular times regular, and fills what a frame lacks with nulls', () => {
    const other = new SeriesBuilder({ step: 10, fields: { max: number() } })
      .add({ zone: 'z' }, [40, 50], [7, 8])
      .build()
    const both = concat([
      withNotice(small, { severity: 'info', text: 'x' }),
      withNotice(other, { severity: 'warning', text: 'y' }),
    ])
    expect(both.step).toBe(10)
    expect(both.meta.notices).toEqual([
      { severity: 'info', text: 'x' },
      { severity: 'warning', text: 'y' },
    ])
    expect(dumpSeries(both).at(-1)).toEqual({
      labels: { zone: 'z' },
      time: [40, 50],
      fields: { value: [null, null], max: [7, 8] },
    })
  })

  it('puts cells of every kind after each other, those that a frame lacks being null', () => {
    const Full = defineTable({
      at: time(),
      ns: nanos(),
      n: number(),
      i: integer(),
      b: boolean(),
      t: text({ displayName: 'T' }),
      l: longText(),
      j: json(),
    })
    const nothing = { at: null, ns: null, n: null, i: null, b: null, t: null, l: null, j: null }
    const rows = [
      { at: 1, ns: 2n ** 60n, n: 0.5, i: 7, b: true, t: 'x', l: 'ü', j: { a: 1 } },
      nothing,
      { at: 2, ns: -1n, n: NaN, i: -7, b: false, t: 'y', l: '', j: [] },
    ]
    const turned = rows.toReversed().map((row) => ({ ...row, t: row.t && `${row.t}2` }))
    const other = defineTable({ other: number() }).fromRows([{ other: 1 }])
    const all = concat([Full.fromRows(rows), other, Full.fromRows(turned), slice(Full.fromRows(rows), 2)])
    expect(dumpTable(all)).toEqual([
      ...rows.map((row) => ({ ...row, other: null })),
      { ...nothing, other: 1 },
      ...[...turned, rows[2]].map((row) => ({ ...row, other: null })),
    ])
    expect(all.field('t').meta).toEqual({ displayName: 'T' })
    expect([...(all.field('n') as NumberColumn).values]).toEqual([0.5, NaN, NaN, NaN, NaN, NaN, 0.5, NaN])
  })

  it('puts rows of tables together, and big numbers in JSON are not touched', () => {
    const A = defineTable({ n: number(), t: text(), l: longText(), j: json() })
    const B = defineTable({ n: number(), j: json(), b: boolean() })
    const a = A.fromRows([
      { n: 1, t: 'x', l: 'é', j: [1] },
      { n: null, t: null, l: null, j: null },
    ])
    const b = B.fromRows([{ n: NaN, j: '日', b: true }])
    const empty = { t: null, l: null, b: null }
    expect(dumpTable(concat([a, b]))).toEqual([
      ...dumpTable(a).map((row) => Object.assign(row, { b: null })),
      { ...empty, n: NaN, j: '日', b: true },
    ])
    const odd = B.fromRows([{ n: 1, j: null, b: null }])
    expect(() => concat([a, defineTable({ n: text() }).fromRows([{ n: '1' }])])).toThrow(
      expect.objectContaining({ code: 'FRAME_FIELD_KIND', params: { field: 'n', found: 'text', expected: 'number' } }),
    )
    expect(() => concat<typeof odd | SeriesFrame>([odd, small])).toThrow(
      expect.objectContaining({ code: 'FRAME_SHAPE' }),
    )
  })
})

describe('toLong and toSeries', () => {
  it('are each other’s inverse, for series that differ in their labels and have points', () => {
    any((frame, plain) => {
      const long = toLong(frame)
      expect(long.length).toBe(frame.points)
      const unique = new Map(
        plain.filter((one) => one.time.length).map((one) => [JSON.stringify(Object.entries(one.labels).sort()), one]),
      )
      const distinct = pick(
        frame,
        [...unique.values()].map((one) => plain.indexOf(one)),
      )
      expect(sorted(dropMissing(dumpSeries(toSeries(toLong(distinct), { values: Object.keys(shape) }))))).toEqual(
        sorted(dropMissing(dumpSeries(distinct))),
      )
    })
  })

  it('keeps apart labels that are called like fields', () => {
    const frame = new SeriesBuilder().add({ time: 't', value: 'v', 'label.x': 'x', y: 'y' }, [1, 2], [3, 4]).build()
    expect([...toLong(frame).fields.keys()]).toEqual([
      'label.time',
      'label.value',
      'label.label.x',
      'y',
      'time',
      'value',
    ])
    expect(dumpSeries(toSeries(toLong(frame)))).toEqual(dumpSeries(frame))
  })

  it('takes rows in any order, the last of equal ones, and says what it leaves out', () => {
    const Rows = defineTable({ at: time(), host: text(), n: integer({ unit: 's' }), up: boolean(), note: longText() })
    const row = (at: number | null, host: string | null, n: number) => ({ at, host, n, up: n > 2, note: 'x' })
    const table = Rows.fromRows(
      [row(20, 'a', 1), row(10, 'b', 2), row(10, 'a', 3), row(null, 'a', 4), row(20, 'a', 5), row(10, null, 6)],
      { refId: 'A' },
    )
    const frame = toSeries(table, { time: 'at' })
    expect(dumpSeries(frame)).toEqual([
      { labels: { host: 'a' }, time: [10, 20], fields: { n: [3, 5], up: [true, true] } },
      { labels: { host: 'b' }, time: [10], fields: { n: [2], up: [false] } },
      { labels: {}, time: [10], fields: { n: [6], up: [true] } },
    ])
    expect([frame.step, frame.field('n').kind, frame.field('n').meta]).toEqual([10, 'number', { unit: 's' }])
    expect(frame.meta.notices?.map((notice) => notice.text)).toEqual([
      '1 rows have no time and are left out.',
      '1 rows are overridden by later ones with equal labels and time.',
      'Columns that are neither label nor value are left out: note.',
    ])
    expect(() => toSeries(table)).toThrow(expect.objectContaining({ code: 'FRAME_FIELD_MISSING' }))
    expect(() => toSeries(table, { time: 'n' })).toThrow(expect.objectContaining({ code: 'FRAME_FIELD_KIND' }))
    expect(toSeries(Rows.fromRows([]), { time: 'at' }).fields.size).toBe(2)
  })
})

describe('alignSeries and toWide', () => {
  it('put every point at its time, and nothing where there is none', () => {
    any((frame, plain) => {
      const times = [...new Set(plain.flatMap((one) => one.time))].sort((a, b) => a - b)
      const at = plain.map((one) => new Map(one.time.map((moment, k) => [moment, one.fields['value']![k]])))
      const aligned = alignSeries(frame)
      expect([...aligned.time]).toEqual(times)
      expect(aligned.values.map((column) => Array.from(column))).toEqual(
        at.map((values) => times.map((moment) => values.get(moment) ?? NaN)),
      )
      const wide = [...toWide(frame).fields.values()]
      expect(wide.slice(1).map((column) => times.map((_, k) => column.at(k)))).toEqual(
        at.map((values) => times.map((moment) => values.get(moment) ?? null)),
      )
      const states = [...toWide(frame, { field: 'state' }).fields.values()]
      expect(states.every(({ kind }, i) => kind === (i ? shape.state.kind : 'time'))).toBe(true)
    })
  })

  it('give views where a series has all times', () => {
    expect(alignSeries(small).values[0]!.buffer).toBe(small.numbers().values.buffer)
    expect(alignSeries(small, { maxSeries: 1 }).values).toHaveLength(1)
  })

  it('name columns by their labels, each differently', () => {
    const frame = new SeriesBuilder({ name: 'cpu' })
      .add({ a: '"', b: 'x' }, [1], [1])
      .add({ a: '"', b: 'x' }, [1], [1])
      .add({}, [1], [1])
      .build()
    expect([...toWide(frame).fields.keys()]).toEqual(['time', 'a="\\"", b="x"', 'a="\\"", b="x" #2', 'cpu'])
  })

  it('cut by columns and by cells, and say so', () => {
    const builder = new SeriesBuilder()
    for (let i = 0; i < 10; i++) builder.add({ i: `${i}` }, [i, i + 100], [1, 2])
    const frame = builder.build()
    const cut = (options: Parameters<typeof toWide>[1]) => {
      const { fields, length, meta } = toWide(frame, options)
      return [fields.size - 1, length, meta.notices?.[0]?.text]
    }
    expect(cut({ maxColumns: 3 })).toEqual([3, 6, '7 of 10 series are left out of the table.'])
    expect(cut({ maxCells: 100 })).toEqual([5, 10, '5 of 10 series are left out of the table.'])
    expect(cut({ maxCells: 1 })).toEqual([1, 2, '9 of 10 series are left out of the table.'])
    expect(cut({})).toEqual([10, 20, undefined])
  })
})
