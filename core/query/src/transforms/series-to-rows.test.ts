import { boolean, defineTable, number, SeriesBuilder, text, time } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { seriesToRows } from './series-to-rows.ts'
import { applyTo, cellsOf, copesWithOddFrames } from './testing.ts'

const series = new SeriesBuilder({ refId: 'A', fields: { value: number({ unit: 's' }) } })
  .add({ host: 'a' }, [1, 2, 9], [1, 2, 4])
  .add({ host: 'b' }, [2, 3], [20, null])
  .build()

describe('seriesToRows', () => {
  copesWithOddFrames(seriesToRows)

  it('has a row for each point, the latest first', () => {
    const { frames } = applyTo(seriesToRows, [series])
    expect(cellsOf(frames[0])).toEqual(
      Object.entries({ Time: [9, 3, 2, 2, 1], Metric: ['a', 'b', 'a', 'b', 'a'], Value: [4, null, 2, 20, 1] }),
    )
    const [made] = frames
    expect(made!.kind !== 'series' && [made!.field('Value').meta, made!.meta]).toEqual([{ unit: 's' }, { refId: 'A' }])
  })

  it('takes each number of a table of times as a series, and leaves other tables behind', () => {
    const Wide = defineTable({ time: time(), in: number(), out: number({ displayName: 'sent' }) })
    const wide = Wide.fromRows([
      { time: 1, in: 5, out: 6 },
      { time: null, in: 7, out: 8 },
    ])
    const other = defineTable({ time: time(), host: text() }).fromRows([{ time: 1, host: 'a' }])
    const { frames } = applyTo(seriesToRows, [other, wide])
    expect(cellsOf(frames[0])).toEqual(
      Object.entries({ Time: [1, 1, null, null], Metric: ['in', 'sent', 'in', 'sent'], Value: [5, 6, 7, 8] }),
    )
    expect(frames[1]).toBe(other)
  })

  it('makes text of values of several kinds', () => {
    const states = new SeriesBuilder({ fields: { up: boolean() } }).add({ host: 'c' }, [10], [true]).build()
    const { frames } = applyTo(seriesToRows, [series, states])
    expect(cellsOf(frames[0])![2]).toEqual(['Value', ['true', '4', null, '2', '20', '1']])
  })
})
