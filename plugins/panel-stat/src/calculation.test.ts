import { expect, it } from 'vitest'
import { calculate, titleOfCalculation, type Calculation } from './calculation.ts'

const all = Object.keys(titleOfCalculation) as Calculation[]
const table = (values: readonly number[]) =>
  Object.fromEntries(all.map((calculation) => [calculation, calculate(calculation, Float64Array.from(values))]))

it('passes over missing values', () => {
  expect(table([NaN, 4, NaN, 10, 1, NaN])).toEqual({
    last: 1,
    first: 4,
    mean: 5,
    min: 1,
    max: 10,
    sum: 15,
    count: 3,
    range: 9,
    delta: -3,
  })
})

it.each([
  ['no values', []],
  ['only missing values', [NaN, NaN]],
])('has nothing but a count for %s', (_, values) => {
  expect(table(values)).toEqual({ ...Object.fromEntries(all.map((one) => [one, undefined])), count: 0 })
})

it('keeps infinite values', () => {
  expect(calculate('max', Float64Array.of(1, Infinity))).toBe(Infinity)
})
