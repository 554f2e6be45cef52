import { expect, it } from 'vitest'
import { ago } from './ago.ts'

it('says the largest whole unit', () => {
  const now = Date.UTC(2026, 10, 22, 12)
  const seconds = [-30, 0, 59, 60, 7199, 7200, 86_400, 3 * 86_400, 15 * 86_400, 70 * 86_400, 800 * 86_400]
  expect(seconds.map((each) => ago(now - each * 1000, now))).toEqual([
    'now',
    'now',
    'now',
    '1 minute ago',
    '1 hour ago',
    '2 hours ago',
    'yesterday',
    '3 days ago',
    '2 weeks ago',
    '2 months ago',
    '2 years ago',
  ])
})
