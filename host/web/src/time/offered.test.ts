import { expect, it } from 'vitest'
import { findRanges, intervalsOf, offeredRanges } from './offered.ts'

it('offers the usual ranges, fiscal ones where fiscal years are other ones, or those of the dashboard', () => {
  const titles = (settings: Parameters<typeof offeredRanges>[0]) => offeredRanges(settings).map(({ title }) => title)
  expect(titles({})).toContain('Last 1 hour')
  expect(titles({ fiscalYearStartMonth: 1 })).not.toContain('This fiscal year')
  expect(titles({ fiscalYearStartMonth: 4 })).toContain('This fiscal year')
  expect(titles({ quickRanges: [] })).toContain('Last 1 hour')
  expect(titles({ quickRanges: [{ title: 'Shift', from: 'now/d+6h', to: 'now' }], fiscalYearStartMonth: 4 })).toEqual([
    'Shift',
  ])
})

it('finds ranges by words and expressions, and the last of anything that is written', () => {
  const find = (search: string) => findRanges(offeredRanges({}), search, 'UTC').map(({ title }) => title)
  expect(find('last month')).toEqual(['Last 6 months', 'Last month'])
  expect(find('now-1d/d')).toEqual(['Yesterday'])
  expect(find('90m')[0]).toBe('Last 90 minutes')
  expect(find('now-45s')[0]).toBe('Last 45 seconds')
  expect(find('1h').filter((title) => title === 'Last 1 hour')).toHaveLength(1)
  expect(find('nothing like it')).toEqual([])
})

it('offers the intervals of the dashboard, or the usual ones', () => {
  expect(intervalsOf({ refreshIntervals: ['10s', '2m'] })).toEqual([10_000, 120_000])
  expect(intervalsOf({})).toContain(5000)
})
