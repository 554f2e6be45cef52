import { validate } from '@orrery/schema'
import { describe, expect, it } from 'vitest'
import { DashboardTime, momentOf } from './time-settings.ts'
import { dashboardProblems } from './check.ts'

const clock = Date.parse('2026-05-06T07:08:09Z')
const own = { from: 'now-1h', to: 'now' }
const problemsOf = (time: DashboardTime) =>
  dashboardProblems({ time, panels: {}, layout: { type: 'grid', items: [] } }).map(
    ({ path, message }) => `${path} ${message}`,
  )

it('means so much earlier by now as it is delayed', () => {
  expect(momentOf({ nowDelay: '1m30s', weekStart: 'sunday' }, 'Europe/Berlin', clock)).toEqual({
    now: clock - 90_000,
    calendar: { zone: 'Europe/Berlin', weekStart: 'sunday', fiscalYearStartMonth: undefined },
  })
  expect(momentOf({}, 'UTC', clock).now).toBe(clock)
})

describe('the times of a dashboard', () => {
  it('may say all that a viewer is offered', () => {
    const time: DashboardTime = {
      from: 'now/fQ',
      to: 'now',
      zone: 'Europe/Berlin',
      weekStart: 'saturday',
      fiscalYearStartMonth: 10,
      nowDelay: '30s',
      hidden: true,
      quickRanges: [{ title: 'Last shift', from: 'now/d+6h', to: 'now/d-10h' }],
      refreshIntervals: ['10s', '1h'],
    }
    expect(validate(DashboardTime, time).ok).toBe(true)
  })

  it.each([
    { zone: 'Europe/Atlantis' },
    { weekStart: 'friday' },
    { fiscalYearStartMonth: 0 },
    { fiscalYearStartMonth: 13 },
    { nowDelay: 'soon' },
    { from: 'yesterday' },
    { to: 'now/fd' },
    { quickRanges: [{ title: '', from: 'now-1h', to: 'now' }] },
    { quickRanges: [{ title: 'Then', from: 'then', to: 'now' }] },
    { refreshIntervals: ['often'] },
    { refreshIntervals: ['1m', '1m'] },
  ])('are not %j', (wrong) => {
    expect(validate(DashboardTime, { ...own, ...wrong }).ok).toBe(false)
  })

  it('go forward', () => {
    expect(problemsOf({ from: 'now', to: 'now-1h' })).toEqual(['/time ends before it begins'])
    expect(problemsOf({ from: '2026-02-30', to: 'now' })).toEqual(['/time has an end that is no time'])
    expect(
      problemsOf({
        ...own,
        quickRanges: [
          { title: 'A', ...own },
          { title: 'B', from: 'now', to: 'now-1d' },
        ],
      }),
    ).toEqual(['/time/quickRanges/1 ends before it begins'])
  })

  it('may begin at a moment that is still to come', () => {
    expect(problemsOf({ from: '2100-01-01', to: 'now' })).toEqual([])
  })

  it('leave time to answer between two refreshes', () => {
    expect(problemsOf({ ...own, refreshIntervals: ['1s', '500ms'] })).toEqual([
      '/time/refreshIntervals/1 is less than a second',
    ])
  })
})
