import { expect, it } from 'vitest'
import { gridOf, promDuration, rateIntervalMs } from './step.ts'

it('aligns both ends to the step, so that a refresh asks for the same points', () => {
  expect(gridOf({ from: 61_500, to: 121_999 }, 10_000, 15_000)).toEqual({ from: 60_000, to: 120_000, stepMs: 15_000 })
})

it('widens the step where Prometheus would refuse more than 11,000 points', () => {
  const { stepMs, from, to } = gridOf({ from: 0, to: 30 * 86_400_000 }, 1000, 1000)
  expect((to - from) / stepMs).toBeLessThanOrEqual(11_000)
})

it('gives a rate at least four scrapes', () => {
  expect(rateIntervalMs(15_000, 15_000)).toBe(60_000)
  expect(rateIntervalMs(300_000, 15_000)).toBe(315_000)
  expect([promDuration(60_000), promDuration(1500)]).toEqual(['60s', '1500ms'])
})
