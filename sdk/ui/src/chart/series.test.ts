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
    expect(aligned.columns.map((column) => Array.from(column))).toEqual([
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
    expect(aligned.columns.map((column) => Array.from(column))).toEqual([
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
  expect(stackColumns([f(1, 2), f(NaN, 3), f(1, 1)]).map((column) => Array.from(column))).toEqual([
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
