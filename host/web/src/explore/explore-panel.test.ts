import type { DashboardSpec, DashboardTime } from '@orrery/dashboard'
import { expect, it } from 'vitest'
import { readView } from '../dashboard/url-state.ts'
import { explorePanel } from './explore-panel.ts'

const specOf = (time: DashboardTime): DashboardSpec => ({
  time,
  panels: { cpu: { type: 'timeseries', title: '', queries: [], options: {} } },
  layout: { type: 'grid', items: [] },
})
function explored(time: DashboardTime, address: Record<string, string> = {}) {
  const spec = specOf(time)
  const to = explorePanel({ id: 'd', title: 'D', revision: 'r', change: 1, spec }, 'cpu', readView(address, spec), {})
  return (to as { readonly query: Record<string, string> }).query
}

it('explores a panel at the time and in the zone of its dashboard', () => {
  expect(explored({ from: 'now-6h', to: 'now', zone: 'Asia/Tokyo' })).toMatchObject({
    from: 'now-6h',
    to: 'now',
    zone: 'Asia/Tokyo',
  })
  expect(explored({ from: 'now-6h', to: 'now', zone: 'Asia/Tokyo' }, { zone: 'UTC' })).toMatchObject({ zone: 'UTC' })
})

it('takes moments along where only the dashboard knows what its expressions mean', () => {
  const fiscal = explored({ from: 'now-1fy/fy', to: 'now-1fy/fy', zone: 'UTC', fiscalYearStartMonth: 4 })
  expect(new Date(Number(fiscal['from'])).toISOString()).toMatch(/-04-01T00:00:00\.000Z$/)
  const late = explored({ from: 'now-1h', to: 'now', nowDelay: '1d' })
  expect(Number(late['to'])).toBeLessThan(Date.now() - 86_000_000)
})
