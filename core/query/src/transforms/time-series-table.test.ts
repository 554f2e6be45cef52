import { defineTable, number, SeriesBuilder, text, time, type Frame } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { applyTo, copesWithOddFrames } from './testing.ts'
import { timeSeriesTable } from './time-series-table.ts'

const rowsOf = (frame: Frame | undefined) =>
  frame && frame.kind !== 'series' ? Array.from({ length: frame.length }, (_, i) => frame.rowAt(i)) : undefined

describe('timeSeriesTable', () => {
  copesWithOddFrames(timeSeriesTable)
  copesWithOddFrames(timeSeriesTable, { reducer: 'uniqueValues' })

  it('makes a row of each series, with its course and a value', () => {
    const builder = new SeriesBuilder({ refId: 'A', fields: { value: number({ unit: 's' }) } })
    builder.add({ host: 'a' }, [0, 1000, 2000], [1, null, 3]).add({ host: 'b' }, [], [])
    const [made] = applyTo(timeSeriesTable, [builder.build()]).frames
    expect(rowsOf(made)).toEqual([
      { host: 'a', 'Trend #A': { times: [0, 1000, 2000], values: [1, null, 3] }, 'Last * #A': 3 },
      { host: 'b', 'Trend #A': { times: [], values: [] }, 'Last * #A': null },
    ])
    expect(made!.fields.get('Trend #A')!.meta).toEqual({
      unit: 's',
      config: { custom: { cell: { type: 'sparkline' } } },
    })
    expect(made!.fields.get('Last * #A')!.meta).toEqual({ unit: 's' })
  })

  it('takes tables with times, and gives each field a course of its own', () => {
    const table = defineTable({ at: time(), zone: text(), load: number(), free: number() }).fromRows([
      { at: 0, zone: 'z', load: 6, free: 1 },
      { at: 500, zone: 'z', load: 8, free: 0 },
    ])
    const { frames } = applyTo(timeSeriesTable, [table, defineTable({ n: number() }).fromRows([])], { reducer: 'mean' })
    expect(frames.map(rowsOf)).toEqual([
      [
        {
          zone: 'z',
          'Trend load': { times: [0, 500], values: [6, 8] },
          'Mean load': 7,
          'Trend free': { times: [0, 500], values: [1, 0] },
          'Mean free': 0.5,
        },
      ],
    ])
  })

  it('keeps the extremes of long series', () => {
    const builder = new SeriesBuilder({ fields: { value: number() } })
    const values = Array.from({ length: 10_000 }, (_, i) => (i === 4321 ? 100 : i === 77 ? -100 : i % 7))
    builder.add(
      {},
      values.map((_, i) => i),
      values,
    )
    const [row] = rowsOf(applyTo(timeSeriesTable, [builder.build()]).frames[0])!
    const course = row!['Trend'] as unknown as { readonly times: number[]; readonly values: number[] }
    expect(course.values.length).toBe(500)
    expect(course.values[course.times.indexOf(4321)]).toBe(100)
    expect(course.values[course.times.indexOf(77)]).toBe(-100)
    expect(course.times).toEqual(course.times.toSorted((a, b) => a - b))
  })
})
