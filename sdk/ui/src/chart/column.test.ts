import { expect, it } from 'vitest'
import { toColumn } from './column.ts'
import type { TimeChartSeries } from './series.ts'

const f = (...values: number[]) => Float64Array.from(values)
const series = (times: Float64Array, values: Float64Array, more: Partial<TimeChartSeries> = {}): TimeChartSeries => ({
  name: 'a',
  color: 'red',
  times,
  values,
  ...more,
})

it('keeps the arrays where nothing is asked', () => {
  const one = series(f(0, 1), f(1, NaN), { style: { spanGaps: true } })
  expect(toColumn(one).values).toBe(one.values)
  expect(toColumn(one).told).toBe(one.values)
})

it('bridges gaps that are shorter than asked, and no others', () => {
  const one = series(f(0, 1, 2, 3, 9, 10), f(1, NaN, 2, NaN, NaN, 3), { style: { spanGaps: 3 } })
  const { times, values } = toColumn(one)
  expect([...times]).toEqual([0, 2, 3, 9, 10])
  expect([...values]).toEqual([1, 2, NaN, NaN, 3])
})

it('cuts between points that are further apart than asked', () => {
  const { times, values, told } = toColumn(series(f(0, 1, 5), f(1, 2, 3), { style: { cutGaps: 2 } }))
  expect([...times]).toEqual([0, 1, 3, 5])
  expect([...values]).toEqual([1, 2, NaN, 3])
  expect([...told]).toEqual([1, 2, NaN, 3])
})

it('draws below zero, or at the first value, and tells what is', () => {
  const down = toColumn(series(f(0, 1), f(1, 2), { transform: 'negative-Y' }))
  expect([[...down.values], [...down.told]]).toEqual([
    [-1, -2],
    [1, 2],
  ])
  const constant = toColumn(series(f(0, 1, 2), f(NaN, 4, 5), { transform: 'constant' }))
  expect([...constant.values]).toEqual([4, 4, 4])
})
