// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest'
import { recentRanges, rememberRange } from './recent-ranges.ts'

beforeEach(() => localStorage.clear())

it('keeps the last six ranges, each once, the latest first', () => {
  for (const hours of [1, 2, 3, 4, 5, 6, 7, 3]) rememberRange({ from: `now-${hours}h`, to: 'now' })
  expect(recentRanges().map(({ from }) => from)).toEqual(['now-3h', 'now-7h', 'now-6h', 'now-5h', 'now-4h', 'now-2h'])
})

it('passes over what is no range', () => {
  localStorage.setItem('orrery-ranges ', '[{"from":"then","to":"now"},{"from":"now-1h","to":"now"}]')
  expect(recentRanges()).toEqual([{ from: 'now-1h', to: 'now' }])
  localStorage.setItem('orrery-ranges ', '{"no":')
  expect(recentRanges()).toEqual([])
})
