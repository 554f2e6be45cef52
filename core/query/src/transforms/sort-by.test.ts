import {
  boolean,
  defineTable,
  json,
  longText,
  nanos,
  number,
  SeriesBuilder,
  text,
  time,
  type Frame,
} from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { sortBy } from './sort-by.ts'
import { applyTo, cellsOf, copesWithOddFrames } from './testing.ts'

const numbers = (values: readonly (number | null)[]) =>
  defineTable({ v: number(), row: number() }).fromRows(values.map((v, row) => ({ v, row })))
const by = (field: string, descending?: boolean) => ({ fields: [{ field, ...(descending && { descending }) }] })
const columnOf = (frame: Frame | undefined, name: string) => cellsOf(frame)!.find(([own]) => own === name)![1]
const sorted = (frame: Frame, options: object, name = 'row') =>
  columnOf(applyTo(sortBy, [frame], options).frames[0], name)

describe('sortBy', () => {
  copesWithOddFrames(sortBy)
  copesWithOddFrames(sortBy, { fields: [{ field: 'host', descending: true }, { field: 'value' }] })
  copesWithOddFrames(sortBy, { fields: [{ field: 'exact' }, { field: 'more' }, { field: 'body' }, { field: 'up' }] })

  it('sorts numbers by size, with NaN and then what is missing last in both directions', () => {
    const table = numbers([2, null, -1, NaN, Infinity, -Infinity, 0, 1e-300, -0, 2])
    expect(sorted(table, by('v'), 'v')).toEqual([-Infinity, -1, 0, -0, 1e-300, 2, 2, Infinity, NaN, null])
    expect(sorted(table, by('V', true))).toEqual([4, 0, 9, 7, 6, 8, 2, 5, 3, 1])
  })

  it('sorts many numbers as an ordinary sort does', () => {
    // Numbers of few high bits, so that the low ones decide, in stretches short and long.
    const values = Array.from({ length: 5000 }, (_, i) => {
      const part = ((i * 7919) % 5003) / 5003
      return i % 3 === 0 ? 1 + part * 1e-7 : i % 3 === 1 ? -part * 10 ** (i % 40) : Math.floor(part * 50)
    })
    const expected = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b)
    expect(sorted(numbers(values), by('v'))).toEqual(expected)
    const falling = values.map((_, i) => i).sort((a, b) => values[b]! - values[a]! || a - b)
    expect(sorted(numbers(values), by('v', true))).toEqual(falling)
  })

  it('sorts text by code point, and what is missing last', () => {
    const texts = ['b', null, 'Z', 'ä', 'a', '\u{1f600}', '\uffff', '', 'ab']
    const table = defineTable({ t: text(), l: longText() }).fromRows(texts.map((t) => ({ t, l: t })))
    const expected = ['', 'Z', 'a', 'ab', 'b', 'ä', '\uffff', '\u{1f600}', null]
    expect(sorted(table, by('t'), 't')).toEqual(expected)
    expect(sorted(table, by('l'), 'l')).toEqual(expected)
    expect(sorted(table, by('t', true), 't')).toEqual([...expected.slice(0, -1).toReversed(), null])
  })

  it('sorts exact times, truth values and JSON', () => {
    const table = defineTable({ n: nanos(), b: boolean(), j: json() }).fromRows([
      { n: 2n ** 60n + 1n, b: true, j: { b: 1 } },
      { n: 2n ** 60n, b: null, j: null },
      { n: -5n, b: false, j: { a: 1 } },
    ])
    expect(sorted(table, by('n'), 'n')).toEqual([-5n, 2n ** 60n, 2n ** 60n + 1n])
    expect(sorted(table, by('b'), 'b')).toEqual([false, true, null])
    expect(sorted(table, by('j', true), 'j')).toEqual([{ b: 1 }, { a: 1 }, null])
  })

  it('sorts by several fields, and keeps what is equal in its order', () => {
    const table = defineTable({ host: text(), value: number(), row: number() }).fromRows(
      [
        ['b', 1],
        ['a', 2],
        ['b', 3],
        ['a', 2],
        ['a', 5],
      ].map(([host, value], row) => ({
        host: String(host),
        value: Number(value),
        row,
      })),
    )
    const fields = [{ field: 'host' }, { field: 'value', descending: true }]
    expect(sorted(table, { fields })).toEqual([4, 1, 3, 2, 0])
    expect(sorted(table, by('host'))).toEqual([1, 3, 4, 0, 2])
  })

  it('keeps series that are sorted by labels, and makes rows of others', () => {
    const builder = new SeriesBuilder()
    builder.add({ host: 'b' }, [0, 1000], [1, 4])
    builder.add({ host: 'a' }, [0, 1000], [3, 2])
    const series = builder.build()
    const ordered = applyTo(sortBy, [series], { fields: [{ field: 'host' }, { field: 'Time' }] }).frames[0]!
    expect(ordered.kind).toBe('series')
    expect(columnOf(ordered, 'host')).toEqual(['a', 'a', 'b', 'b'])
    const rows = applyTo(sortBy, [series], by('Value', true)).frames[0]!
    expect(rows.kind).toBe('table')
    expect(cellsOf(rows)).toEqual([
      ['host', ['b', 'a', 'a', 'b']],
      ['time', [1000, 0, 1000, 0]],
      ['value', [4, 3, 2, 1]],
    ])
    expect(applyTo(sortBy, [series], by('time')).frames[0]).toBe(series)
  })

  it('leaves frames that are in order, and says which field is nowhere', () => {
    const table = defineTable({ time: time() }).fromRows([{ time: 1 }, { time: 2 }])
    const { frames, notices } = applyTo(sortBy, [table], { fields: [{ field: 'time' }, { field: 'nope' }] })
    expect(frames[0]).toBe(table)
    expect(notices.map((notice) => notice.text)).toEqual(['There is no field "nope": nothing is sorted by it.'])
  })
})
