import { expect, it } from 'vitest'
import { statisticsOf } from './statistics.ts'

it('passes over missing values', () => {
  expect(statisticsOf(Float64Array.of(NaN, 2, 6, NaN, 1, NaN))).toEqual({ last: 1, min: 1, max: 6, mean: 3 })
})

it('has nothing to say of a series without values', () => {
  const none = { last: NaN, min: NaN, max: NaN, mean: NaN }
  expect([statisticsOf(new Float64Array()), statisticsOf(Float64Array.of(NaN))]).toEqual([none, none])
})
