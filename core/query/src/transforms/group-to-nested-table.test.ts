import { defineTable, nanos, number, text, time } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { groupToNestedTable } from './group-to-nested-table.ts'
import { applyTo, cellsOf, copesWithOddFrames } from './testing.ts'

const table = defineTable({ time: time(), exact: nanos(), host: text(), value: number() }).fromRows([
  { time: 1000, exact: 1_000_000_007n, host: 'a', value: 1 },
  { time: 2000, exact: -1n, host: 'b', value: NaN },
  { time: null, exact: null, host: 'a', value: null },
])

describe('groupToNestedTable', () => {
  copesWithOddFrames(groupToNestedTable)
  copesWithOddFrames(groupToNestedTable, { fields: ['host'], calculate: [{ field: 'value', reducers: ['mean'] }] })

  it('puts the rows of each group into its row', () => {
    const calculate = [{ field: 'value', reducers: ['sum'] }]
    const { frames } = applyTo(groupToNestedTable, [table], { fields: ['host'], calculate })
    expect(cellsOf(frames[0])).toEqual(
      Object.entries({
        host: ['a', 'b'],
        'value (sum)': [1, null],
        Rows: [
          [
            { time: '1970-01-01T00:00:01.000Z', exact: '1970-01-01T00:00:01.000000007Z', value: 1 },
            { time: null, exact: null, value: null },
          ],
          [{ time: '1970-01-01T00:00:02.000Z', exact: '1969-12-31T23:59:59.999999999Z', value: null }],
        ],
      }),
    )
    const [made] = frames
    expect(made!.kind !== 'series' && made!.field('Rows').meta.config).toEqual({ custom: { cell: { type: 'rows' } } })
  })

  it('holds a limited number of rows, and says how many are left out', () => {
    const many = defineTable({ host: text() }).fromRows(Array.from({ length: 1200 }, () => ({ host: 'a' })))
    const { frames, notices } = applyTo(groupToNestedTable, [many], { fields: ['host'] })
    expect(frames[0]!.kind !== 'series' && (frames[0]!.field('Rows').at(0) as unknown[]).length).toBe(1000)
    expect(notices[0]!.text).toBe('200 of 1200 rows are left out of the nested tables.')
  })
})
