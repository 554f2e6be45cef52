import { boolean, defineTable, number, reduce, reducerIds, SeriesBuilder, text, time } from '@orrery/frames'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupBy } from './group-by.ts'
import { applyTo, cellsOf, copesWithOddFrames } from './testing.ts'

const Long = defineTable({ time: time(), host: text(), value: number({ unit: 's' }), up: boolean() })
const long = Long.fromRows([
  { time: 1, host: 'a', value: 1, up: true },
  { time: 2, host: 'b', value: 2, up: true },
  { time: 3, host: 'a', value: 3, up: false },
  { time: 4, host: null, value: 4, up: true },
  { time: 5, host: 'b', value: null, up: false },
])

describe('groupBy', () => {
  copesWithOddFrames(groupBy)
  copesWithOddFrames(groupBy, {
    fields: ['host'],
    calculate: ['time', 'exact', 'body', 'value', 'count', 'up', 'more'].map((field) => ({
      field,
      reducers: reducerIds.filter((id) => !/^p\d\d?$/.test(id) || id === 'p95'),
    })),
  })
  copesWithOddFrames(groupBy, { fields: ['more', 'time', 'value'], calculate: [{ field: 'host', reducers: ['last'] }] })

  it('makes a row of each group, with what is calculated', () => {
    const { frames } = applyTo(groupBy, [long], {
      fields: ['host'],
      calculate: [
        { field: 'value', reducers: ['mean', 'sum', 'count', 'lastNotNull', 'last', 'median'] },
        { field: 'time', reducers: ['max', 'count'] },
        { field: 'up', reducers: ['last', 'allValues'] },
      ],
    })
    expect(cellsOf(frames[0])).toEqual(
      Object.entries({
        host: ['a', 'b', null],
        'time (max)': [3, 5, 4],
        'time (count)': [2, 2, 1],
        'value (mean)': [2, 2, 4],
        'value (sum)': [4, 2, 4],
        'value (count)': [2, 1, 1],
        'value (lastNotNull)': [3, 2, 4],
        'value (last)': [3, null, 4],
        'value (median)': [2, 2, 4],
        'up (last)': [false, false, true],
        'up (allValues)': [[true, false], [true, false], [true]],
      }),
    )
    const [made] = frames
    if (made!.kind === 'series') throw new Error('a table was expected')
    expect([made!.field('time (max)').kind, made!.field('value (mean)').meta]).toEqual(['time', { unit: 's' }])
  })

  it('groups by several fields, in the order of the frame', () => {
    const { frames } = applyTo(groupBy, [long], {
      fields: ['up', 'host'],
      calculate: [{ field: 'Value', reducers: ['sum'] }],
    })
    expect(cellsOf(frames[0])).toEqual(
      Object.entries({
        host: ['a', 'b', 'a', null, 'b'],
        up: [true, true, false, true, false],
        'value (sum)': [1, 2, 3, 4, null],
      }),
    )
  })

  it('takes the points of series as rows', () => {
    const builder = new SeriesBuilder({ fields: { value: number() } })
    builder.add({ host: 'a' }, [0, 1000], [1, 2]).add({ host: 'b' }, [1000], [3])
    const calculate = [{ field: 'value', reducers: ['sum'] }]
    const by = (field: string) =>
      cellsOf(applyTo(groupBy, [builder.build()], { fields: [field], calculate }).frames[0]!)
    expect(by('host')).toEqual(Object.entries({ host: ['a', 'b'], 'value (sum)': [3, 3] }))
    expect(by('time')).toEqual(Object.entries({ time: [0, 1000], 'value (sum)': [1, 5] }))
  })

  it('groups by labels that are called like fields', () => {
    const builder = new SeriesBuilder({ fields: { value: number() } })
    const frame = builder.add({ value: 'x', Host: 'a' }, [0, 1000], [1, 2]).build()
    const { frames } = applyTo(groupBy, [frame], { fields: ['label.value', 'host'] })
    expect(cellsOf(frames[0])).toEqual(Object.entries({ 'label.value': ['x'], Host: ['a'] }))
  })

  it('leaves frames as they are where there is nothing to group by, and says what is not there', () => {
    const calculate = [{ field: 'value', reducers: ['sum'] }]
    expect(applyTo(groupBy, [long], { calculate })).toEqual({ frames: [long], notices: [] })
    const missing = { severity: 'warning', text: 'Field "nope" is not there, and is passed over.' }
    expect(applyTo(groupBy, [long], { fields: ['nope'], calculate })).toEqual({ frames: [long], notices: [missing] })
  })

  it('calculates what reducing the values of each key of a map does', () => {
    const value = fc.oneof(fc.constant(null), fc.integer({ min: -9, max: 9 }))
    const row = fc.record({ host: fc.constantFrom('a', 'b', null), n: fc.nat({ max: 2 }), value })
    const Rows = defineTable({ host: text(), n: number(), value: number() })
    const reducers = ['mean', 'min', 'first', 'p95', 'stdDev'] as const
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const groups = new Map<string, { host: string | null; n: number; values: number[] }>()
        for (const { host, n, value: cell } of rows) {
          const key = JSON.stringify([host, n])
          if (!groups.has(key)) groups.set(key, { host, n, values: [] })
          groups.get(key)!.values.push(cell ?? NaN)
        }
        const expected = [...groups.values()]
        const made = applyTo(groupBy, [Rows.fromRows(rows)], {
          fields: ['host', 'n'],
          calculate: [{ field: 'value', reducers }],
        })
        expect(cellsOf(made.frames[0]!)).toEqual(
          Object.entries({
            host: expected.map(({ host }) => host),
            n: expected.map(({ n }) => n),
            ...Object.fromEntries(
              reducers.map((id) => [
                `value (${id})`,
                expected.map(({ values }) => reduce(id, Float64Array.from(values)) ?? null),
              ]),
            ),
          }),
        )
      }),
    )
  })
})
