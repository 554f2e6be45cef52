import { describe, expect, it } from 'vitest'
import { dumpTable } from '../../test/arbitrary.ts'
import {
  Annotations,
  boolean,
  Candles,
  checkKind,
  defineTable,
  Edges,
  Exemplars,
  Flamegraph,
  HeatmapCells,
  integer,
  json,
  Logs,
  longText,
  nanos,
  Nodes,
  number,
  optional,
  SeriesBuilder,
  Spans,
  TableFrame,
  text,
  time,
} from '../index.ts'
import { tableKinds } from '../metadata.ts'

const untyped = (value: unknown) => value as never

describe('a defined table', () => {
  const Disks = defineTable({ checked: time(), mount: text(), used: number({ unit: 'bytes' }) })

  it('writes and reads rows', () => {
    const rows = [
      { checked: 1.7e12, mount: '/', used: 5 },
      { checked: null, mount: null, used: null },
      { checked: 1.7e12, mount: '/', used: NaN },
    ]
    const frame = Disks.fromRows(rows, { refId: 'A' })
    expect([frame.kind, frame.length, frame.meta, dumpTable(frame)]).toEqual(['table', 3, { refId: 'A' }, rows])
    const { checked, mount, used } = Disks.read(frame)
    expect([checked.at(0), mount.at(2), [...mount.codes], [...used.values], used.meta.unit]).toEqual([
      1.7e12,
      '/',
      [0, -1, 0],
      [5, NaN, NaN],
      'bytes',
    ])
  })

  it('takes whole columns, and numbers in typed arrays as they are', () => {
    const used = Float64Array.of(1, NaN)
    const frame = Disks.fromColumns({ checked: [1, null], mount: ['a', 'b'], used })
    expect(Disks.read(frame).used.values).toBe(used)
    expect(dumpTable(frame)).toEqual([
      { checked: 1, mount: 'a', used: 1 },
      { checked: null, mount: 'b', used: NaN },
    ])
    const ns = BigInt64Array.of(1700000000000000001n)
    const Spans = defineTable({ start: nanos(), at: time(), n: integer() })
    const spans = Spans.read(Spans.fromColumns({ start: ns, at: Float64Array.of(1.6), n: Float64Array.of(2) }))
    expect([spans.start.values, spans.at.at(0), spans.n.at(0)]).toEqual([ns, 2, 2])
  })

  it.each([
    ['time', time(), 'yesterday'],
    ['time', time(), NaN],
    ['time', time(), 1e300],
    ['number', number(), '1'],
    ['number', number(), 1n],
    ['integer', integer(), 0.5],
    ['integer', integer(), 2 ** 60],
    ['nanos', nanos(), 1],
    ['nanos', nanos(), 2n ** 63n],
    ['boolean', boolean(), 1],
    ['text', text(), 1],
    ['longText', longText(), {}],
    ['json', json(), () => 1],
    ['json', json(), { big: 1n }],
  ])('refuses in a %s column what is none', (_, spec, cell) => {
    const error = expect.objectContaining({
      code: 'FRAME_CELL_KIND',
      params: expect.objectContaining({ field: 'x', row: 1 }),
    })
    expect(() => defineTable({ x: spec }).fromRows(untyped([{ x: null }, { x: cell }]))).toThrow(error)
    expect(() => defineTable({ x: spec }).fromColumns(untyped({ x: [undefined, cell] }))).toThrow(error)
  })

  it('refuses typed arrays with what is no time or whole number', () => {
    const code = expect.objectContaining({ code: 'FRAME_CELL_KIND' })
    expect(() => defineTable({ x: time() }).fromColumns({ x: Float64Array.of(1, NaN) })).toThrow(code)
    expect(() => defineTable({ x: integer() }).fromColumns({ x: Float64Array.of(1, 1.5) })).toThrow(code)
  })

  it('refuses columns that are missing or of another length', () => {
    expect(() => Disks.fromColumns({ checked: [1], mount: ['a', 'b'], used: [1] })).toThrow(
      expect.objectContaining({ code: 'FRAME_LENGTH', params: { field: 'mount', length: 2, expected: 1 } }),
    )
    expect(() => Disks.fromColumns(untyped({ checked: [1] }))).toThrow(
      expect.objectContaining({ code: 'FRAME_FIELD_MISSING' }),
    )
  })

  it('refuses to read a frame that lacks a column, or has another kind of it', () => {
    const frame = defineTable({ checked: text() }).fromRows([])
    expect(() => Disks.read(frame)).toThrow('Field "checked" holds text, but time is needed.')
    expect(() => Disks.read(new TableFrame({ fields: new Map() }))).toThrow(
      'The frame has no field "checked"; it has: none.',
    )
  })

  it('may leave out optional columns', () => {
    const Some = defineTable({ a: number(), b: optional(text()) })
    expect(dumpTable(Some.fromRows([{ a: 1 }, { a: 2 }]))).toEqual([{ a: 1 }, { a: 2 }])
    expect(dumpTable(Some.fromRows([{ a: 1 }, { a: 2, b: 'x' }]))).toEqual([
      { a: 1, b: null },
      { a: 2, b: 'x' },
    ])
    expect(Some.read(Some.fromRows([{ a: 1 }])).b).toBeUndefined()
    expect(Some.read(Some.fromColumns({ a: [1], b: ['x'] })).b?.at(0)).toBe('x')
    expect(() => Some.read(defineTable({ a: number(), b: number() }).fromRows([]))).toThrow('Field "b" holds number')
  })
})

describe('checkKind', () => {
  const codes = (...parts: Parameters<typeof checkKind>) =>
    checkKind(...parts).map(({ code, params }) => [code, params['field'] ?? params['expected']])

  it('finds nothing wrong with frames that were made for their kind', () => {
    const frames = [
      Logs.fromRows([{ time: 1n, body: 'hello', severity: 'info', labels: { app: 'x' } }]),
      Exemplars.fromRows([{ time: 1, value: 2, traceId: 'abc' }]),
      Annotations.fromRows([{ time: 1, title: 'deployed', timeEnd: 2, tags: ['a'] }]),
      HeatmapCells.fromRows([{ time: 1, yMin: 0, yMax: 1, count: 3 }]),
      Spans.fromRows([{ traceId: 't', spanId: 's', service: 'api', name: 'GET /', start: 1n, duration: 5 }]),
      Nodes.fromRows([{ id: 'a', arcs: [{ share: 1, color: 'red' }] }]),
      Edges.fromRows([{ id: 'ab', source: 'a', target: 'b' }]),
      Flamegraph.fromRows([{ level: 0, label: 'all', value: 3, self: 0 }]),
      Candles.fromRows([{ time: 1, open: 1, high: 3, low: 0, close: 2 }]),
      defineTable({ host: text(), n: number() }, 'numeric').fromRows([]),
      defineTable({}).fromRows([]),
      new SeriesBuilder().build(),
    ]
    expect(frames.map(({ kind }) => kind)).toEqual([...tableKinds.slice(2), 'numeric', 'table', 'series'])
    expect(frames.flatMap((frame) => checkKind(frame))).toEqual([])
  })

  it('holds every kind against its own columns', () => {
    const empty = defineTable({}).fromRows([])
    for (const kind of tableKinds.slice(1)) expect(checkKind(empty, kind), kind).not.toEqual([])
    expect(codes(empty, 'candles')).toContainEqual(['FRAME_FIELD_MISSING', 'close'])
    expect(codes(defineTable({ level: number() }).fromRows([]), 'flamegraph')[0]).toEqual(['FRAME_FIELD_KIND', 'level'])
  })

  it('names every field that is missing or of another kind', () => {
    expect(codes(defineTable({ time: time(), severity: number() }, 'logs').fromRows([]))).toEqual([
      ['FRAME_FIELD_KIND', 'time'],
      ['FRAME_FIELD_MISSING', 'body'],
      ['FRAME_FIELD_KIND', 'severity'],
    ])
    expect(codes(defineTable({ host: text() }).fromRows([]), 'numeric')).toEqual([['FRAME_FIELD_MISSING', 'value']])
    expect(codes(new SeriesBuilder().build(), 'table')).toEqual([['FRAME_SHAPE', 'table']])
    expect(codes(defineTable({}).fromRows([]), 'series')).toEqual([['FRAME_SHAPE', 'series']])
    expect(codes(new SeriesBuilder({ fields: {} }).build())).toEqual([['FRAME_FIELD_MISSING', 'value']])
  })
})
