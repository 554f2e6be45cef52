import {
  boolean,
  defineTable,
  integer,
  longText,
  Logs,
  number,
  SeriesBuilder,
  text,
  time,
  withNotice,
  type Frame,
} from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { itemsOf, noticesOf, numbersOf, resultOf, seriesOf } from './testing.ts'

const read = (...frames: readonly Frame[]) => resultOf({ type: 'math', expression: '$A' }, { A: frames })
const Hosts = defineTable({ host: text(), value: number() })

describe('what expressions take', () => {
  it('is the rows of a table, whose texts are labels', () => {
    const rows = [
      { host: 'a', value: 1 },
      { host: null, value: null },
    ]
    expect(itemsOf(read(Hosts.fromRows(rows)))).toEqual([
      { labels: { host: 'a' }, value: 1 },
      { labels: {}, value: null },
    ])
  })

  it('is the series of a table with times, in any order', () => {
    const table = defineTable({ at: time(), host: text(), cpu: integer({ unit: 'percent' }) }).fromRows([
      { at: 1000, host: 'a', cpu: 2 },
      { at: 0, host: 'b', cpu: 3 },
      { at: 0, host: 'a', cpu: 1 },
    ])
    const frame = read(table)
    expect(itemsOf(frame)).toEqual([
      {
        labels: { host: 'a' },
        points: [
          [0, 1],
          [1000, 2],
        ],
      },
      { labels: { host: 'b' }, points: [[0, 3]] },
    ])
    expect(frame.fields.get('value')!.meta).toEqual({ unit: 'percent' })
  })

  it('is a number a row of a numeric table, also with times', () => {
    const table = defineTable({ 'label.time': text(), time: time(), value: number() }, 'numeric')
    const frame = read(table.fromRows([{ 'label.time': 'noon', time: 5, value: 1 }]))
    expect(frame.kind !== 'series' && frame.rowAt(0)).toEqual({ 'label.time': 'noon', value: 1 })
  })

  it('is told apart by a label where there are several columns of numbers', () => {
    const series = new SeriesBuilder({ fields: { low: number(), high: number() } })
    series.add({ field: 'x' }, [0], { low: [1], high: [2] })
    expect(itemsOf(read(series.build()))).toEqual([
      { labels: { field: 'x', field_: 'low' }, points: [[0, 1]] },
      { labels: { field: 'x', field_: 'high' }, points: [[0, 2]] },
    ])
    const table = defineTable({ host: text(), low: number(), high: integer() }).fromRows([
      { host: 'a', low: 1, high: 2 },
    ])
    expect(itemsOf(read(table))).toEqual([
      { labels: { host: 'a', field: 'low' }, value: 1 },
      { labels: { host: 'a', field: 'high' }, value: 2 },
    ])
  })

  it('is truth values where there are no numbers', () => {
    const table = defineTable({ host: text(), up: boolean() }).fromRows(
      [true, false, null].map((up, k) => ({ host: String(k), up })),
    )
    expect(itemsOf(read(table)).map(({ value }) => value)).toEqual([1, 0, null])
  })

  it('is all frames together, with a unit that all have', () => {
    const of = (host: string, unit: string) => seriesOf([{ labels: { host }, points: [[0, 1]] }], unit)
    const same = read(of('a', 's'), of('b', 's'))
    expect(itemsOf(same).map(({ labels }) => labels['host'])).toEqual(['a', 'b'])
    expect(same.fields.get('value')!.meta.unit).toBe('s')
    expect(read(of('a', 's'), of('b', 'bytes')).fields.get('value')!.meta.unit).toBeUndefined()
  })

  it('has the unit that each of its series says', () => {
    const of = (...units: string[]) => {
      const series = new SeriesBuilder()
      units.forEach((unit, k) => series.add({ k: String(k) }, [0], [1], { unit, displayName: `of ${unit}` }))
      return resultOf({ type: 'math', expression: '-$A' }, { A: [series.build()] })
    }
    const same = of('s', 's')
    expect(same.kind === 'series' && same.metaAt(0)).toEqual({ unit: 's' })
    const mixed = of('s', 'bytes')
    expect(mixed.kind === 'series' && mixed.metaAt(0)).toEqual({})
  })

  it('leaves out what has no place among it, and says so', () => {
    const both = read(seriesOf([{ labels: {}, points: [[0, 1]] }]), numbersOf([{ labels: {}, value: 1 }]))
    expect([both.kind, noticesOf(both)]).toEqual([
      'series',
      ['A has series and single numbers; the numbers are left out.'],
    ])
    const rows = defineTable({ host: text(), body: longText(), value: number() }).fromRows([
      { host: 'a', body: 'b', value: 1 },
    ])
    expect(noticesOf(read(rows))).toEqual(['Columns of A that are neither text nor number are left out: body.'])
  })

  it('keeps what its frames have to say', () => {
    const told = withNotice(seriesOf([{ labels: {}, points: [[0, 1]] }]), { severity: 'info', text: 'Cut off.' })
    expect(read(told, told).meta.notices).toEqual([{ severity: 'info', text: 'Cut off.' }])
  })

  it.each<[string, Frame[], string]>([
    ['nothing', [], 'numeric'],
    ['series without series', [seriesOf([])], 'series'],
    ['rows without rows', [Hosts.fromRows([])], 'numeric'],
    ['a table without anything', [defineTable({}).fromRows([])], 'numeric'],
    ['texts without rows', [defineTable({ host: text() }).fromRows([])], 'numeric'],
  ])('may be %s: no data is no error', (_, frames, kind) => {
    expect(read(...frames)).toMatchObject({ kind, length: 0 })
  })

  it.each<[string, Frame, string]>([
    [
      'text alone',
      defineTable({ host: text() }).fromRows([{ host: 'a' }]),
      'Nothing can be calculated of A: its answer has no column of numbers; it has: host. Add one.',
    ],
    [
      'logs',
      Logs.fromRows([{ time: 1n, body: 'x' }]),
      'Nothing can be calculated of A: its answer is of the kind "logs". Let it answer with series, or with numbers beside texts.',
    ],
  ])('is not %s', (_, frame, message) => {
    expect(() => read(frame)).toThrow(message)
  })
})
