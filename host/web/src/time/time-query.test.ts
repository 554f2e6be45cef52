import { expect, it } from 'vitest'
import { readRefresh, readTime } from './time-query.ts'

const own = { from: 'now-1h', to: 'now' }
const minute = 60_000

it('takes the range of the address', () => {
  expect(readTime({ from: 'now-1fy/fy', to: 'now' }, own)).toEqual({ from: 'now-1fy/fy', to: 'now' })
  expect(readTime({ from: 'now-2h' }, own)).toEqual({ from: 'now-2h', to: 'now' })
})

it('takes that of the page for what is no range, as one that begins after a delayed now', () => {
  expect(readTime({ from: 'then', to: 'now' }, own)).toEqual(own)
  const from = String(Date.now() - minute)
  expect(readTime({ from, to: 'now' }, own)).toEqual({ from, to: 'now' })
  expect(readTime({ from, to: 'now' }, { ...own, nowDelay: '5m' })).toEqual(own)
})

it('is live only where the range ends now', () => {
  expect(readRefresh({ refresh: 'live' }, undefined, true)).toBe('live')
  expect(readRefresh({ refresh: 'live' }, undefined, false)).toBeUndefined()
})
