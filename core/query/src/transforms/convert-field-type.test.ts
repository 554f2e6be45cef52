import { boolean, defineTable, json, nanos, number, SeriesBuilder, text, time, type ColumnSpec } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { convertFieldType } from './convert-field-type.ts'
import { applyTo, cellsOf, copesWithOddFrames } from './testing.ts'

const moment = Date.UTC(2023, 10, 14, 22, 13, 20)
const texts = ['1', '1,234.5', 'abc', '', null, '2024-01-02T03:04:05Z', 'false', 'Yes', '{"a":1}', ' 7 ', '1700000000']
const columns: Readonly<Record<string, readonly [ColumnSpec, readonly unknown[]]>> = {
  n: [number(), [1, 0, -1.5, NaN, null, moment]],
  s: [text(), texts],
  b: [boolean(), [true, false, null]],
  t: [time(), [0, moment, null]],
  x: [nanos(), [BigInt(moment) * 1_000_000n, null]],
  j: [json(), [{ a: 1 }, [1, 2], 'x', null, 5]],
}
const converted = (name: string, to: string, more: object = {}) => {
  const [spec, cells] = columns[name]!
  const frame = defineTable({ [name]: spec }).fromColumns({ [name]: cells as never[] })
  const { frames } = applyTo(convertFieldType, [frame], { conversions: [{ field: name, to, ...more }] })
  return cellsOf(frames[0])![0]![1]!
}

describe('convertFieldType', () => {
  copesWithOddFrames(convertFieldType)
  for (const to of ['number', 'integer', 'string', 'time', 'boolean', 'enum', 'json'])
    copesWithOddFrames(convertFieldType, {
      conversions: ['time', 'exact', 'host', 'body', 'value', 'up', 'more'].map((field) => ({ field, to })),
    })

  it('makes numbers', () => {
    expect(converted('s', 'number')).toEqual([1, 1234.5, null, null, null, null, null, null, null, 7, 1_700_000_000])
    expect(converted('b', 'number')).toEqual([1, 0, null])
    expect(converted('t', 'number')).toEqual([0, moment, null])
    expect(converted('x', 'number')).toEqual([moment, null])
    expect(converted('j', 'number')).toEqual([null, null, null, null, 5])
    expect(converted('n', 'integer')).toEqual([1, 0, -1, null, null, moment])
  })

  it('makes texts', () => {
    expect(converted('n', 'string')).toEqual(['1', '0', '-1.5', 'NaN', null, String(moment)])
    expect(converted('t', 'string')).toEqual(['1970-01-01T00:00:00+00:00', '2023-11-14T22:13:20+00:00', null])
    expect(converted('x', 'enum', { format: 'D.M.YY H:mm', timeZone: 'Europe/Berlin' })).toEqual([
      '14.11.23 23:13',
      null,
    ])
    expect(converted('j', 'string')).toEqual(['{"a":1}', '[1,2]', 'x', null, '5'])
    expect(converted('s', 'string')).toEqual(texts)
  })

  it('makes times', () => {
    const iso = Date.UTC(2024, 0, 2, 3, 4, 5)
    expect(converted('s', 'time').slice(5)).toEqual([iso, null, null, null, null, moment])
    expect(converted('n', 'time')).toEqual([1, 0, -1, null, null, moment])
    const frame = defineTable({ d: text() }).fromRows([{ d: '02.01.2024' }, { d: 'bad' }])
    const conversions = [{ field: 'D', to: 'time', format: 'DD.MM.YYYY', timeZone: 'Europe/Berlin' }]
    expect(cellsOf(applyTo(convertFieldType, [frame], { conversions }).frames[0])).toEqual([
      ['d', [Date.UTC(2024, 0, 1, 23), null]],
    ])
  })

  it('makes booleans and JSON', () => {
    expect(converted('n', 'boolean')).toEqual([true, false, true, null, null, true])
    expect(converted('s', 'boolean')).toEqual([true, true, true, false, null, true, false, true, true, true, true])
    expect(converted('s', 'json').slice(0, 5)).toEqual([1, '1,234.5', 'abc', '', null])
    expect(converted('s', 'json')[8]).toEqual({ a: 1 })
    expect(converted('x', 'json')).toEqual([`${moment}000000`, null])
  })

  it('tells how many cells are lost, and which field is not there', () => {
    const frame = defineTable({ s: text() }).fromRows([{ s: 'a' }, { s: 'b' }, { s: null }, { s: '1' }])
    const conversions = [
      { field: 's', to: 'number' },
      { field: 'nope', to: 'number' },
    ]
    expect(applyTo(convertFieldType, [frame], { conversions }).notices.map(({ text: said }) => said)).toEqual([
      '2 cells of "s" are no number, and are missing.',
      'There is no field "nope": nothing is converted.',
    ])
  })

  it('keeps series while their values may be of series, else makes rows', () => {
    const series = new SeriesBuilder().add({ code: '7' }, [0, 1000], [1, null]).build()
    const made = (field: string, to: string) =>
      applyTo(convertFieldType, [series], { conversions: [{ field, to }] }).frames[0]!
    expect([made('value', 'string').kind, cellsOf(made('value', 'string'))![2]]).toEqual([
      'series',
      ['value', ['1', null]],
    ])
    expect([made('code', 'number').kind, cellsOf(made('code', 'number'))![0]]).toEqual(['table', ['code', [7, 7]]])
    expect(cellsOf(made('Time', 'string'))![1]).toEqual([
      'time',
      ['1970-01-01T00:00:00+00:00', '1970-01-01T00:00:01+00:00'],
    ])
  })
})
