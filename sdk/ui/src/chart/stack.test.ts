import { expect, it } from 'vitest'
import type { SeriesStack } from './series.ts'
import { stackColumns } from './stack.ts'

const f = (...values: number[]) => Float64Array.from(values)
const normal: SeriesStack = { group: 'A', mode: 'normal' }
const column = (times: Float64Array, values: Float64Array, stack = normal, axis = 0) => ({
  times,
  values,
  told: values,
  stack,
  axis,
})
const sumsOf = (stacked: ReturnType<typeof stackColumns>) => stacked.map((one) => one && [...one.values])

it('puts each series on top of those before it, and lets a missing value add nothing', () => {
  const times = f(1, 2)
  const stack = stackColumns([f(1, 2), f(NaN, 3), f(1, Infinity)].map((values) => column(times, values)))
  expect(sumsOf(stack)).toEqual([
    [1, 2],
    [1, 5],
    [2, 5],
  ])
  expect(stack.map((one) => [...one!.told])).toEqual([
    [1, 2],
    [NaN, 3],
    [1, Infinity],
  ])
  expect(stack.map((one) => one!.below)).toEqual([undefined, 0, 1])
})

it('stacks series of different times on the times of all', () => {
  const stack = stackColumns([column(f(0, 20), f(1, 2)), column(f(10), f(3)), column(f(0, 30), f(4, 5))])
  expect(stack.map((one) => [...one!.times])).toEqual(stack.map(() => [0, 10, 20, 30]))
  expect(sumsOf(stack)).toEqual([
    [1, 0, 2, 0],
    [1, 3, 2, 0],
    [5, 3, 2, 5],
  ])
  expect(stack.map((one) => [...one!.told])).toEqual([
    [1, NaN, 2, NaN],
    [NaN, 3, NaN, NaN],
    [4, NaN, NaN, 5],
  ])
})

it('draws shares that sum up to one, and nothing of nothing', () => {
  const percent: SeriesStack = { group: 'A', mode: 'percent' }
  const times = f(0, 1, 2)
  const stack = stackColumns([column(times, f(1, 0, 2), percent), column(times, f(3, 0, NaN), percent)])
  expect(sumsOf(stack)).toEqual([
    [0.25, 0, 1],
    [1, 0, 1],
  ])
})

it('stacks groups, axes and what lies below zero each by itself', () => {
  const times = f(0)
  const other: SeriesStack = { group: 'B', mode: 'normal' }
  const stack = stackColumns([
    column(times, f(1)),
    column(times, f(10), other),
    column(times, f(-2)),
    column(times, f(4), normal, 1),
    { ...column(times, f(100)), stack: undefined },
    column(times, f(3)),
    column(times, f(-5)),
  ])
  expect(sumsOf(stack)).toEqual([[1], [10], [-2], [4], undefined, [4], [-7]])
  expect(stack.map((one) => one?.isDown)).toEqual([false, false, true, false, undefined, false, true])
  expect(stack.map((one) => one?.below)).toEqual([undefined, undefined, undefined, undefined, undefined, 0, 2])
})

it('stacks nothing of no series', () => {
  expect(stackColumns([])).toEqual([])
})
