import {
  Field,
  Float64,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Table,
  tableFromArrays,
} from 'apache-arrow'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPlain, anyTime, buildSeries, dumpSeries, dumpTable } from '../../test/arbitrary.ts'
import {
  boolean,
  decode,
  defineTable,
  encode,
  encodeChunks,
  FrameError,
  fromArrow,
  integer,
  json,
  longText,
  nanos,
  number,
  NumberColumn,
  SeriesBuilder,
  SeriesFrame,
  TableFrame,
  text,
  time,
  toArrow,
  withMeta,
  withNotice,
} from '../index.ts'

const asSeries = (frame: unknown): SeriesFrame => {
  expect(frame).toBeInstanceOf(SeriesFrame)
  return frame as SeriesFrame
}
const asTable = (frame: unknown): TableFrame => {
  expect(frame).toBeInstanceOf(TableFrame)
  return frame as TableFrame
}

/** What it gives, or undefined when it throws a coded error; anything else thrown fails the test. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch (error) {
    if (error instanceof FrameError) return undefined
    throw error
  }
}

const Everything = defineTable({
  time: time(),
  nanos: nanos(),
  number: number({ unit: 'bytes', config: { max: 3 } }),
  integer: integer(),
  boolean: boolean(),
  text: text({ displayName: 'Text' }),
  longText: longText(),
  json: json(),
})
const string = fc.string({ unit: 'grapheme' })
const cell = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 4 })
const anyRows = fc.array(
  fc.record({
    time: cell(anyTime),
    nanos: cell(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
    number: cell(fc.oneof(fc.double(), fc.constant(NaN))),
    integer: cell(fc.maxSafeInteger().map((value) => value + 0)),
    boolean: cell(fc.boolean()),
    text: cell(string),
    longText: cell(string),
    json: cell(fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)))),
  }),
)

describe('encode and decode', () => {
  it('give back any series frame', () => {
    fc.assert(
      fc.property(anyPlain, fc.boolean(), (plain, owned) => {
        const frame = buildSeries(plain, { refId: 'A' })
        const back = asSeries(decode(encode(frame), { owned }))
        expect(dumpSeries(back)).toEqual(dumpSeries(frame))
        expect([back.meta, back.step, [...back.offsets]]).toEqual([frame.meta, frame.step, [...frame.offsets]])
        expect(Array.from(back.fields, ([name, { kind, meta }]) => [name, kind, meta])).toEqual(
          Array.from(frame.fields, ([name, { kind, meta }]) => [name, kind, meta]),
        )
        expect(encode(back)).toEqual(encode(frame))
      }),
    )
  })

  it('give back any table frame', () => {
    fc.assert(
      fc.property(anyRows, fc.boolean(), (rows, owned) => {
        const frame = Everything.fromRows(rows, { name: 'x', meta: { set: 1 } })
        const back = asTable(decode(encode(frame), { owned }))
        expect(dumpTable(back)).toEqual(rows)
        expect(dumpTable(asTable(decode(encode(back))))).toEqual(rows)
        expect([back.kind, back.meta]).toEqual(['table', { name: 'x', meta: { set: 1 } }])
        const { number, time, text } = Everything.read(back)
        expect([number.meta, text.meta]).toEqual([{ unit: 'bytes', config: { max: 3 } }, { displayName: 'Text' }])
        const underNulls = [number, time].flatMap((column) => [...column.values].filter((_, i) => column.isNull(i)))
        expect(underNulls.every(Number.isNaN)).toBe(true)
      }),
    )
  })

  it('keep the schema of empty frames', () => {
    const series = asSeries(
      decode(encode(new SeriesBuilder({ refId: 'B', fields: { p99: number({ unit: 's' }), state: text() } }).build())),
    )
    expect([series.length, series.points, [...series]]).toEqual([0, 0, []])
    expect(Array.from(series.fields, ([name, { kind, meta }]) => [name, kind, meta])).toEqual([
      ['p99', 'number', { unit: 's' }],
      ['state', 'text', {}],
    ])
    const table = asTable(decode(encode(Everything.fromRows([]))))
    expect(Array.from(table.fields, ([name, { kind }]) => [name, kind])).toEqual(
      Object.keys(Everything.shape).map((name) => [name, name]),
    )
    expect(table.length).toBe(0)
    expect(asTable(decode(encode(new TableFrame({ fields: new Map() })))).fields.size).toBe(0)
  })

  it('keep series that are all empty, where the lists share their offsets', () => {
    const builder = new SeriesBuilder({ fields: { a: number(), b: number() } })
    for (let i = 0; i < 5; i++) builder.add({ i: `${i}` }, [], { a: [], b: [] })
    const frame = builder.build()
    expect(dumpSeries(asSeries(decode(encode(frame))))).toEqual(dumpSeries(frame))
  })

  it('keep columns that overlap in memory', () => {
    const slab = Float64Array.from({ length: 16 }, (_, i) => i)
    const column = (from: number) => new NumberColumn('number', slab.subarray(from, from + 8))
    const frame = new TableFrame({
      fields: new Map([
        ['a', column(0)],
        ['b', column(0)],
        ['c', column(4)],
      ]),
    })
    expect(dumpTable(asTable(decode(encode(frame))))).toEqual(dumpTable(frame))
  })

  it('keep labels that are called like columns, and frames without labels', () => {
    const named = new SeriesBuilder()
      .add({ time: 't', value: 'v', labels: 'l', __proto__x: 'p' }, [1, 2], [3, 4])
      .build()
    expect(dumpSeries(asSeries(decode(encode(named))))).toEqual(dumpSeries(named))
    const bare = new SeriesBuilder().add({}, [1, 2], [3, 4]).build()
    expect(dumpSeries(asSeries(decode(encode(bare))))).toEqual(dumpSeries(bare))
  })

  it('carry kind, name, notices and whatever the source adds', () => {
    const Found = defineTable({ n: number() }, 'numeric')
    const frame = withNotice(
      withMeta(Found.fromRows([{ n: 1 }]), { refId: 'Q', name: 'ö', meta: { a: [1, { b: null }] } }),
      { severity: 'warning', text: 'cut' },
    )
    const back = decode(encode(frame))
    expect([back.kind, back.meta]).toEqual([
      'numeric',
      { refId: 'Q', name: 'ö', meta: { a: [1, { b: null }] }, notices: [{ severity: 'warning', text: 'cut' }] },
    ])
    expect(withNotice(back, { severity: 'warning', text: 'cut' }).meta).toEqual(back.meta)
  })
})

describe('encode', () => {
  it('hands over the values of a frame without copying them, and what is small in one piece', () => {
    const values = Float64Array.from({ length: 1000 }, (_, k) => k)
    const frame = new SeriesBuilder({ step: 1 }).add({ a: 'b', c: 'd' }, values, values).build()
    const { buffer, byteOffset, byteLength } = frame.numbers().values
    const chunks = encodeChunks(frame)
    const places = chunks.map((chunk) => [chunk.buffer === buffer, chunk.byteOffset, chunk.byteLength])
    expect(places[1]).toEqual([true, byteOffset, byteLength])
    expect(places.map(([isOfFrame]) => isOfFrame)).toEqual([false, true, false])
    expect(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0) % 8).toBe(0)
  })

  it('does not change the frame', () => {
    fc.assert(
      fc.property(anyPlain, (plain) => {
        const frame = buildSeries(plain)
        const before = dumpSeries(frame)
        encode(frame)
        expect(dumpSeries(frame)).toEqual(before)
      }),
      { numRuns: 20 },
    )
  })
})

describe('decode', () => {
  const frame = new SeriesBuilder({ refId: 'A' })
    .add({ a: 'b' }, [1, 2, 6], [1, 2, 3])
    .add({ a: 'c' }, [1, 2, 7], [1, null, 3])
    .build()
  const bytes = encode(frame)

  it('reads bytes at any address, aligned ones as views', () => {
    for (const shift of [0, 8, 4, 1, 3]) {
      const moved = new Uint8Array(bytes.length + 16).subarray(shift, shift + bytes.length)
      moved.set(bytes)
      const back = asSeries(decode(moved))
      expect(dumpSeries(back)).toEqual(dumpSeries(frame))
      expect(back.numbers().values.buffer === moved.buffer).toBe(shift % 8 === 0)
    }
    const pool = new Uint8Array(bytes.length + 1)
    pool.set(bytes, 1)
    expect(dumpSeries(asSeries(decode(pool.subarray(1), { owned: true })))).toEqual(dumpSeries(frame))
    expect(pool.subarray(1)).toEqual(bytes)
  })

  it('converts times in their place in memory of its own, and only there', () => {
    const own = bytes.slice()
    const times = asSeries(decode(own, { owned: true })).axis
    expect(times.kind === 'explicit' && times.times.values.buffer).toBe(own.buffer)
    const kept = bytes.slice()
    expect(dumpSeries(asSeries(decode(kept)))).toEqual(dumpSeries(frame))
    expect(kept).toEqual(bytes)
  })

  it('converts times once, however many columns are made of them', () => {
    const Times = defineTable({ at: time(), until: time() })
    const rows = [{ at: 1e12, until: 2e12 }]
    for (const owned of [true, false]) {
      const back = asTable(decode(encode(Times.fromRows(rows)), { owned }))
      const again = back.with({
        fields: new Map(Array.from(back.fields, ([name, column]) => [name, column.withMeta({ unit: 'x' })])),
      })
      expect([dumpTable(back), dumpTable(again), dumpTable(back)]).toEqual([rows, rows, rows])
    }
  })

  it('refuses columns that share bytes, of which one might be converted under the other', () => {
    const shared = encode(defineTable({ a: time(), b: time() }).fromRows([{ a: 1, b: 2 }]))
    const view = new DataView(shared.buffer)
    // The record batch says where each buffer is, by offset and length; the last, of b, is 8 bytes at 8.
    const places = Array.from({ length: shared.length / 8 - 1 }, (_, k) => 8 * k)
    const last = places.findLast((at) => view.getBigInt64(at, true) === 8n && view.getBigInt64(at + 8, true) === 8n)
    view.setBigInt64(last!, 0n, true)
    expect(() => decode(shared, { owned: true })).toThrow(
      expect.objectContaining({ code: 'FRAME_MALFORMED', params: { reason: 'two columns share bytes' } }),
    )
  })

  it('says that a stream was cut off, wherever', () => {
    for (let length = 8; length < bytes.length; length++)
      expect(() => decode(bytes.slice(0, length))).toThrow(
        expect.objectContaining({ code: 'FRAME_TRUNCATED', status: 502 }),
      )
  })

  it('says that bytes are no frame', () => {
    for (const junk of [new Uint8Array(0), new TextEncoder().encode('{"error":"no such host"}'), new Uint8Array(64)])
      expect(() => decode(junk)).toThrow(expect.objectContaining({ code: 'FRAME_MALFORMED' }))
  })

  it('gives a frame or a coded error for damaged bytes, whose every cell can be read', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 9), fc.nat(255)), { minLength: 1, maxLength: 3 }), (hits) => {
        const damaged = bytes.slice()
        for (const [at, value] of hits) damaged[at] = value
        const found = attempt(() => decode(damaged))
        if (!found) return
        const read = found.kind === 'series' ? dumpSeries(found) : dumpTable(found)
        expect(read).toHaveLength(found.length)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['FRAME_KIND_UNKNOWN', '{"kind":"sonnet"}'],
    ['FRAME_MALFORMED', '{"kind":"table"'],
    ['FRAME_MALFORMED', '[1]'],
    ['FRAME_MALFORMED', '{"name":1}'],
    ['FRAME_MALFORMED', '{"notices":[{"text":"no severity"}]}'],
    ['FRAME_MALFORMED', '{"kind":"series"}'],
  ])('answers %s to the metadata %s', (code, metadata) => {
    const { schema, batches } = toArrow(defineTable({ n: number() }).fromRows([{ n: 1 }]))
    const odd = new Table(new Schema(schema.fields, new Map([['orrery', metadata]])), batches)
    expect(() => fromArrow(odd)).toThrow(expect.objectContaining({ code }))
  })
})

describe('fromArrow', () => {
  it('reads tables of other writers, several batches together', () => {
    const one = tableFromArrays({
      small: Int8Array.of(1, -2),
      wide: BigInt64Array.of(2n ** 40n, -5n),
      single: Float32Array.of(0.5, 1),
    })
    const frame = asTable(fromArrow(new Table([...one.batches, ...one.batches])))
    const row = { small: 1, wide: 2 ** 40, single: 0.5 }
    const next = { small: -2, wide: -5, single: 1 }
    expect(dumpTable(frame)).toEqual([row, next, row, next])
    expect(Array.from(frame.fields.values(), ({ kind }) => kind)).toEqual(['integer', 'integer', 'number'])
  })

  it('reads slices of tables', () => {
    const rows = Array.from({ length: 20 }, (_, i) => ({
      time: i,
      nanos: BigInt(i),
      number: i % 3 ? i : null,
      integer: i,
      boolean: i % 2 === 0,
      text: i % 4 ? `t${i}` : null,
      longText: `l${i}`,
      json: { i },
    }))
    const sliced = toArrow(Everything.fromRows(rows)).slice(3, 15)
    expect(dumpTable(asTable(fromArrow(sliced)))).toEqual(rows.slice(3, 15))
    const plain = Array.from({ length: 6 }, (_, i) => ({
      labels: { i: `${i}` },
      time: [i, i + 1, i + 7],
      fields: { value: [i, null, 1], up: [true, null, false], state: ['a', null, 'b'] },
    }))
    const series = buildSeries(plain)
    expect(dumpSeries(asSeries(fromArrow(toArrow(series).slice(2, 5))))).toEqual(dumpSeries(series).slice(2, 5))
  })

  it('puts NaN under the nulls that another writer left, without changing its memory', () => {
    const values = Float64Array.of(1, 2, 3)
    const data = makeData({ type: new Float64(), data: values, nullBitmap: Uint8Array.of(0b101), nullCount: 1 })
    const schema = new Schema([new Field('n', new Float64(), true)])
    const table = new Table(
      schema,
      new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: 3, nullCount: 0, children: [data] })),
    )
    expect([...defineTable({ n: number() }).read(asTable(fromArrow(table))).n.values]).toEqual([1, NaN, 3])
    expect([...values]).toEqual([1, 2, 3])
  })

  it('reads a stream with a schema and no batch', () => {
    for (const frame of [Everything.fromRows([]), new SeriesBuilder().add({ a: 'b' }, [1, 2], [1, 2]).build()]) {
      const writer = new RecordBatchStreamWriter()
      writer.reset(undefined, toArrow(frame).schema)
      writer.finish()
      const back = decode(writer.toUint8Array(true))
      expect([back.kind, back.length, [...back.fields.keys()]]).toEqual([frame.kind, 0, [...frame.fields.keys()]])
    }
  })

  it('says which column it cannot hold', () => {
    const unsupported = (columns: Parameters<typeof tableFromArrays>[0], type: string) =>
      expect(() => fromArrow(tableFromArrays(columns))).toThrow(
        expect.objectContaining({ code: 'FRAME_TYPE_UNSUPPORTED', params: { field: 'x', type } }),
      )
    unsupported({ x: BigUint64Array.of(1n) }, 'Uint64')
    unsupported({ x: BigInt64Array.of(2n ** 60n) }, 'Int64 with values beyond 2^53')
  })
})
