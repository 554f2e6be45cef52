import { describe, expect, it } from 'vitest'
import { alignTimes, stackColumns } from './series.ts'
import { toPlotData } from './plot-data.ts'

const f = (...values: number[]) => Float64Array.from(values)

describe('alignTimes', () => {
  it('leaves series on one axis untouched', () => {
    const times = f(1, 2, 3)
    const aligned = alignTimes([
      { times, values: f(1, 2, 3) },
      { times: f(1, 2, 3), values: f(4, 5, 6) },
    ])
    expect(aligned.times).toBe(times)
    expect(aligned.columns.map(({ values }) => Array.from(values))).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ])
  })

  it('puts series of different times on the union, with NaN between their points', () => {
    const aligned = alignTimes([
      { times: f(0, 20), values: f(1, 2) },
      { times: f(10), values: f(3) },
      { times: f(0, 30), values: f(4, 5) },
    ])
    expect([...aligned.times]).toEqual([0, 10, 20, 30])
    expect(aligned.columns.map(({ values }) => Array.from(values))).toEqual([
      [1, NaN, 2, NaN],
      [NaN, 3, NaN, NaN],
      [4, NaN, NaN, 5],
    ])
  })

  it('has an empty axis for no series', () => {
    expect(alignTimes([])).toEqual({ times: f(), columns: [] })
  })
})

it('stacks columns, and lets a missing value add nothing', () => {
  const columns = [f(1, 2), f(NaN, 3), f(1, 1)].map((values) => ({ values }))
  expect(stackColumns(columns).map(({ values }) => Array.from(values))).toEqual([
    [1, 2],
    [1, 5],
    [2, 6],
  ])
})

it('gives uPlot null for gaps, and on a logarithmic axis for what has no place there', () => {
  const series = [{ name: 'a', color: '#000000', times: f(1, 2, 3), values: f(1, NaN, -1) }]
  expect(toPlotData(series, false, false).data[1]).toEqual([1, null, -1])
  expect(toPlotData(series, false, true).data[1]).toEqual([1, null, null])
})

it('draws on over the times of other series, and stops where a value is missing', () => {
  const one = { name: 'a', color: '#000000', times: f(1, 3, 5), values: f(1, NaN, 3) }
  const other = { name: 'b', color: '#000000', times: f(2, 4), values: f(7, 8) }
  expect(toPlotData([one, other], false, false).data.slice(1)).toEqual([
    [1, undefined, null, undefined, 3],
    [undefined, 7, undefined, 8, undefined],
  ])
})
