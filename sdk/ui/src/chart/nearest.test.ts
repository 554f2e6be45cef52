import { describe, expect, it } from 'vitest'
import { nearestPoint, neighbourTime } from './nearest.ts'

const f = (...values: number[]) => Float64Array.from(values)
const line = (times: Float64Array, told: Float64Array = times) => ({ times, told })

describe('nearestPoint', () => {
  it('finds the nearer of two neighbours', () => {
    const one = line(f(0, 10, 20))
    expect([-1, 4, 6, 14, 16, 21].map((time) => nearestPoint(one, time, 0))).toEqual([0, 0, 1, 1, 2, 2])
  })
  it('finds nothing where the nearest value is missing', () => {
    expect(nearestPoint(line(f(0, 10), f(1, NaN)), 9, 0)).toBeUndefined()
  })
  it('finds nothing beyond the ends, nor in a hole, but within reach', () => {
    const one = line(f(0, 10, 20, 100, 110))
    expect([-14, 50, 70, 124].map((time) => nearestPoint(one, time, 0))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect([-14, 50, 70, 124].map((time) => nearestPoint(one, time, 30))).toEqual([0, 2, 3, 4])
  })
  it('reaches a single point only by pixels, and none in an empty line', () => {
    expect([nearestPoint(line(f(5)), 7, 3), nearestPoint(line(f(5)), 9, 3), nearestPoint(line(f()), 9, 3)]).toEqual([
      0,
      undefined,
      undefined,
    ])
  })
})

describe('neighbourTime', () => {
  const lines = [line(f(0, 10, 10, 20)), line(f(5, 15, 25))]
  const range = { from: 0, to: 20 }
  it('goes from point to point of all lines, in both directions', () => {
    const forth = [-1, 0, 5, 10, 15, 20].map((time) => neighbourTime(lines, time, 1, range))
    expect(forth).toEqual([0, 5, 10, 15, 20, undefined])
    const back = [30, 20, 15, 10, 5, 0].map((time) => neighbourTime(lines, time, -1, range))
    expect(back).toEqual([20, 15, 10, 5, 0, undefined])
  })
  it('stays in the range', () => {
    expect(neighbourTime(lines, -Infinity, 1, { from: 8, to: 20 })).toBe(10)
    expect(neighbourTime(lines, Infinity, -1, { from: 0, to: 8 })).toBe(5)
    expect(neighbourTime([], 0, 1, range)).toBeUndefined()
  })
})
