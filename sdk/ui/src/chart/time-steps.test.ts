import { expect, it } from 'vitest'
import { createTimeSteps, markedTimes, rangeOfSteps } from './time-steps.ts'

// Two days with a night between them, of two lines that share a time.
const steps = createTimeSteps([{ times: Float64Array.of(0, 10, 20) }, { times: Float64Array.of(20, 100, 110) }])

it('gives each time of any line one step, and times between them a part', () => {
  expect([0, 10, 20, 60, 100, 110].map(steps.stepOf)).toEqual([0, 1, 2, 2.5, 3, 4])
})

it('gives a time that comes twice one step', () => {
  expect(createTimeSteps([{ times: Float64Array.of(1, 1, 5) }]).times).toEqual(Float64Array.of(1, 5))
})

it('goes on beyond the ends by the mean distance', () => {
  expect([-27.5, 137.5].map(steps.stepOf)).toEqual([-1, 5])
  expect([-1, 5].map(steps.timeOf)).toEqual([-27.5, 137.5])
})

it('finds the time of each step again', () => {
  for (const time of [-50, 0, 5, 20, 99, 110, 400]) expect(steps.timeOf(steps.stepOf(time))).toBeCloseTo(time)
})

it('reaches half a step around the times of a range, or over the range where it has none', () => {
  expect(rangeOfSteps(steps, { from: 5, to: 100 })).toEqual([5, 105])
  expect(rangeOfSteps(steps, { from: 30, to: 90 })).toEqual([30, 90])
  expect(rangeOfSteps(createTimeSteps([]), { from: 1, to: 2 })).toEqual([1, 2])
})

it('marks so many times as have room', () => {
  const view = { min: 0, max: 110 }
  expect(markedTimes(steps, view, { length: 300, space: 50 })).toEqual([0, 10, 20, 100, 110])
  expect(markedTimes(steps, view, { length: 100, space: 50 })).toEqual([0, 100])
})
