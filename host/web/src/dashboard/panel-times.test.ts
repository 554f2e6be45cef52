import { expect, it } from 'vitest'
import { emptyData } from '../query/panel-data.ts'
import { timeTexts, withOwnRange } from './panel-times.ts'

const spec = { type: 'demo', title: '', queries: [], options: {} }
const moment = { now: 7_200_000, calendar: { zone: 'UTC' } }
const data = emptyData({ from: 3_600_000, to: 7_200_000 })

it('says which times are those of the panel', () => {
  expect(timeTexts(spec, 'UTC')).toEqual([])
  expect(timeTexts({ ...spec, range: { from: 'now-7d', to: 'now' }, shift: '1d', timeCompare: '1w' }, 'UTC')).toEqual([
    'Last 7 days',
    '1 d earlier',
    'with 7 d earlier',
  ])
})

it('shows the range of the dashboard, or its own', () => {
  expect(withOwnRange(spec, data, moment)).toBe(data)
  expect(withOwnRange({ ...spec, shift: '1h' }, data, moment).range).toEqual({ from: 0, to: 3_600_000 })
  const own = { from: '1970-01-01T00:00:00Z', to: '1970-01-01T00:00:01Z' }
  expect(withOwnRange({ ...spec, range: own }, data, moment).range).toEqual({ from: 0, to: 1000 })
  expect(withOwnRange({ ...spec, range: { from: 'now', to: 'now-1h' } }, data, moment)).toBe(data)
})
