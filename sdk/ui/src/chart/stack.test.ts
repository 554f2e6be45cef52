import { expect, it } from 'vitest'
import { stackSeries } from './stack.ts'

const f = (...values: number[]) => Float64Array.from(values)

it('puts each series on top of those before it, and lets a missing value add nothing', () => {
  const times = f(1, 2)
  const stack = stackSeries([f(1, 2), f(NaN, 3), f(1, Infinity)].map((values) => ({ times, values })))
  expect(stack.map(({ values }) => [...values])).toEqual([
    [1, 2],
    [1, 5],
    [2, 5],
  ])
  expect(stack.map(({ told }) => [...told])).toEqual([
    [1, 2],
    [NaN, 3],
    [1, Infinity],
  ])
})

it('stacks series of different times on the times of all', () => {
  const stack = stackSeries([
    { times: f(0, 20), values: f(1, 2) },
    { times: f(10), values: f(3) },
    { times: f(0, 30), values: f(4, 5) },
  ])
  expect(stack.map(({ times }) => [...times])).toEqual(stack.map(() => [0, 10, 20, 30]))
  expect(stack.map(({ values }) => [...values])).toEqual([
    [1, 0, 2, 0],
    [1, 3, 2, 0],
    [5, 3, 2, 5],
  ])
  expect(stack.map(({ told }) => [...told])).toEqual([
    [1, NaN, 2, NaN],
    [NaN, 3, NaN, NaN],
    [4, NaN, NaN, 5],
  ])
})

it('stacks nothing of no series', () => {
  expect(stackSeries([])).toEqual([])
})
