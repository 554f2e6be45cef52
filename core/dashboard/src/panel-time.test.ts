import { expect, it } from 'vitest'
import { panelRange, queryTime } from './panel-time.ts'

const hour = 3_600_000
const day = 24 * hour
const now = 100 * day
const moment = { range: { from: now - hour, to: now }, now, calendar: { zone: 'UTC' } }

it('shows the range of the dashboard', () => {
  expect(panelRange({}, moment)).toEqual(moment.range)
})

it('shows the own range of a panel, so much earlier as it is shifted', () => {
  const range = { from: 'now-7d', to: 'now' }
  expect(panelRange({ range }, moment)).toEqual({ from: now - 7 * day, to: now })
  expect(panelRange({ range, shift: '1d' }, moment)).toEqual({ from: now - 8 * day, to: now - day })
  expect(panelRange({ shift: '30m' }, moment)).toEqual({ from: now - 1.5 * hour, to: now - hour / 2 })
})

it('asks a query for its own range, and lays a shifted one over that of the panel', () => {
  const panel = { range: { from: 'now-6h', to: 'now' }, shift: '1h' }
  expect(queryTime(panel, {}, moment)).toEqual({ range: { from: now - 7 * hour, to: now - hour }, shiftMs: 0 })
  expect(queryTime(panel, { range: { from: 'now-1d', to: 'now' }, shift: '7d' }, moment)).toEqual({
    range: { from: now - 25 * hour, to: now - hour },
    shiftMs: 7 * day,
  })
})
