import { defineTable, number, SeriesBuilder, text } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { applyTo, cellsOf, copesWithOddFrames } from './testing.ts'
import { transpose } from './transpose.ts'

const made = (frame: Parameters<typeof cellsOf>[0], options: object = {}) =>
  cellsOf(applyTo(transpose, [frame!], options).frames[0])

describe('transpose', () => {
  copesWithOddFrames(transpose)
  copesWithOddFrames(transpose, { firstFieldName: '', restFieldsName: 'Field' })

  const table = defineTable({ name: text(), v: number(), w: number() }).fromRows([
    { name: 'b', v: 1, w: 3 },
    { name: 'c', v: 2, w: null },
  ])

  it('makes columns of rows, by the cells of the first field', () => {
    expect(made(table)).toEqual([
      ['Field', ['v', 'w']],
      ['b', [1, 3]],
      ['c', [2, null]],
    ])
    expect(made(table, { firstFieldName: 'What', restFieldsName: 'At' })!.map(([name]) => name)).toEqual([
      'What',
      'At b',
      'At c',
    ])
  })

  it('counts the columns of numbers', () => {
    const numbers = defineTable({ v: number(), w: number() }).fromRows([
      { v: 1, w: 3 },
      { v: 2, w: 4 },
    ])
    expect(made(numbers)).toEqual([
      ['Field', ['v', 'w']],
      ['1', [1, 3]],
      ['2', [2, 4]],
    ])
  })

  it('writes all cells as texts where some are none, and tells equal names apart', () => {
    const mixed = defineTable({ name: text(), v: number(), s: text() }).fromRows([
      { name: 'b', v: NaN, s: 'x' },
      { name: 'b', v: null, s: null },
    ])
    expect(made(mixed)).toEqual([
      ['Field', ['v', 's']],
      ['b', ['NaN', 'x']],
      ['b (2)', [null, null]],
    ])
  })

  it('has a row for each series and a column for each time', () => {
    const builder = new SeriesBuilder()
    builder.add({ host: 'a' }, [0, 60_000], [1, 2])
    builder.add({ host: 'b' }, [60_000], [3])
    expect(made(builder.build())).toEqual([
      ['Field', ['a', 'b']],
      ['1970-01-01 00:00:00', [1, null]],
      ['1970-01-01 00:01:00', [2, 3]],
    ])
  })

  it('leaves out rows that would be too many columns, and says so', () => {
    const long = defineTable({ v: number() }).fromColumns({ v: new Float64Array(10_001) })
    const { frames, notices } = applyTo(transpose, [long])
    expect(frames[0]!.fields.size).toBe(10_001)
    expect(notices[0]!.text).toBe('1 of 10001 rows do not become columns: there are 10000 at most.')
  })
})
