import * as fc from 'fast-check'
import { boolean, defineTable, number, SeriesBuilder, text, time, type Frame } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { reduce } from './reduce.ts'
import { applyTo, copesWithOddFrames } from './testing.ts'

const rowsOf = (frame: Frame | undefined) =>
  frame && frame.kind !== 'series' ? Array.from({ length: frame.length }, (_, i) => frame.rowAt(i)) : undefined

const seriesOf = () => {
  const builder = new SeriesBuilder({ refId: 'A', fields: { value: number({ unit: 'bytes' }) } })
  builder.add({ host: 'a' }, [0, 1000, 2000], [1, null, 4])
  builder.add({ host: 'b', zone: 'z' }, [0, 1000], [10, 30])
  return builder.build()
}

const table = defineTable({ at: time(), name: text(), up: boolean(), size: number() }).fromRows(
  [
    { at: 1000, name: 'x', up: true, size: 4 },
    { at: 3000, name: 'y', up: false, size: 6 },
    { at: 2000, name: 'y', up: null, size: null },
  ],
  { refId: 'B' },
)

describe('reduce', () => {
  copesWithOddFrames(reduce)
  copesWithOddFrames(reduce, { reducers: ['lastNotNull', 'uniqueValues', 'diffperc', 'p95'], labelsToFields: true })
  copesWithOddFrames(reduce, { mode: 'reduceFields', reducers: ['min', 'mean'], includeTimeField: true })

  it('makes a row of each series', () => {
    const [made] = applyTo(reduce, [seriesOf()], { reducers: ['max', 'lastNotNull', 'diffperc', 'count'] }).frames
    expect(rowsOf(made)).toEqual([
      { Field: '{host="a"}', Max: 4, 'Last *': 4, 'Difference percent': 300, Count: 2 },
      { Field: '{host="b", zone="z"}', Max: 30, 'Last *': 30, 'Difference percent': 200, Count: 2 },
    ])
    expect(made!.fields.get('Max')!.meta).toEqual({ unit: 'bytes' })
    expect(made!.fields.get('Count')!.meta).toEqual({})
    expect(made!.meta.refId).toBe('A')
  })

  it('makes a row of each field, by what its cells are', () => {
    const [made] = applyTo(reduce, [table], {
      reducers: ['firstNotNull', 'mean', 'distinctCount', 'uniqueValues'],
    }).frames
    expect(rowsOf(made)).toEqual([
      { Field: 'name', 'First *': 'x', Mean: null, 'Distinct Count': 2, 'All unique values': ['x', 'y'] },
      { Field: 'up', 'First *': true, Mean: 0.5, 'Distinct Count': 2, 'All unique values': [true, false] },
      { Field: 'size', 'First *': 4, Mean: 5, 'Distinct Count': 2, 'All unique values': [4, 6] },
    ])
  })

  it('gives labels columns of their own, for series and tables together', () => {
    const options = { reducers: ['max', 'p95'], labelsToFields: true }
    const [made, ...others] = applyTo(reduce, [seriesOf(), table], options).frames
    expect(others).toEqual([])
    expect([...made!.fields.keys()]).toEqual(['Field', 'host', 'zone', 'Max', '95th %'])
    expect(rowsOf(made)!.slice(0, 3)).toEqual([
      { Field: 'value', host: 'a', zone: null, Max: 4, '95th %': 3.8499999999999996 },
      { Field: 'value', host: 'b', zone: 'z', Max: 30, '95th %': 29 },
      { Field: 'name', host: null, zone: null, Max: null, '95th %': null },
    ])
  })

  it('makes one row of each frame, and of series a row each', () => {
    const options = { mode: 'reduceFields', reducers: ['max'], includeTimeField: true }
    const [first, second] = applyTo(reduce, [seriesOf(), table], options).frames
    expect(rowsOf(first)).toEqual([
      { host: 'a', zone: null, time: 2000, value: 4 },
      { host: 'b', zone: 'z', time: 1000, value: 30 },
    ])
    expect(rowsOf(second)).toEqual([{ at: 3000, name: null, up: 1, size: 6 }])
    expect(second!.fields.get('at')!.kind).toBe('time')
  })

  it('says which calculation, where there are several', () => {
    const [made] = applyTo(reduce, [table], { mode: 'reduceFields', reducers: ['min', 'max'] }).frames
    expect([...made!.fields.keys()]).toEqual(['name Min', 'name Max', 'up Min', 'up Max', 'size Min', 'size Max'])
  })

  it('agrees with plain arithmetic', () => {
    const value = fc.option(fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((one) => one + 0))
    fc.assert(
      fc.property(fc.array(value, { maxLength: 30 }), (values) => {
        const present = values.filter((one) => one !== null)
        const frame = defineTable({ v: number() }).fromRows(values.map((v) => ({ v })))
        const reducers = ['sum', 'min', 'max', 'count', 'median', 'lastNotNull']
        const sorted = present.toSorted((a, b) => a - b)
        const middle = (sorted.length - 1) / 2
        const isEmpty = present.length === 0
        const [row] = rowsOf(applyTo(reduce, [frame], { reducers }).frames[0])!
        expect(row).toEqual({
          Field: 'v',
          Total: isEmpty ? null : present.reduce((sum, one) => sum + one, 0),
          Min: sorted[0] ?? null,
          Max: sorted.at(-1) ?? null,
          Count: present.length,
          Median: isEmpty ? null : expect.closeTo((sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2, 6),
          'Last *': present.at(-1) ?? null,
        })
      }),
    )
  })
})
