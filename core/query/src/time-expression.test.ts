import { describe, expect, it } from 'vitest'

import { parseTime } from './time-expression.ts'

const now = Date.parse('2026-03-29T10:20:30.400Z') // the day on which clocks in Berlin went forward: 12:20 there
const iso = (expression: string, zone = 'Europe/Berlin', roundUp = false) =>
  new Date(parseTime(expression, now, { zone, fiscalYearStartMonth: 4, weekStart: 'sunday' }, roundUp)).toISOString()

describe('parseTime', () => {
  it.each([
    ['now', '2026-03-29T10:20:30.400Z'],
    ['now-1h', '2026-03-29T09:20:30.400Z'],
    ['now+90s', '2026-03-29T10:22:00.400Z'],
    ['now-12h', '2026-03-28T22:20:30.400Z'],
    ['now-1d', '2026-03-28T11:20:30.400Z'],
    ['now/d', '2026-03-28T23:00:00.000Z'],
    ['now-1d/d', '2026-03-27T23:00:00.000Z'],
    ['now/w', '2026-03-28T23:00:00.000Z'],
    ['now/M-1d', '2026-02-27T23:00:00.000Z'],
    ['now-1M', '2026-02-28T11:20:30.400Z'],
    ['now/Q', '2025-12-31T23:00:00.000Z'],
    ['now-1y/y', '2024-12-31T23:00:00.000Z'],
    ['now/fQ', '2025-12-31T23:00:00.000Z'],
    ['now/fy', '2025-03-31T22:00:00.000Z'],
    ['now-1fy/fy', '2024-03-31T22:00:00.000Z'],
    ['now+1fQ/fQ', '2026-03-31T22:00:00.000Z'],
    ['now/m', '2026-03-29T10:20:00.000Z'],
    ['1774779630400', '2026-03-29T10:20:30.400Z'],
    ['-1000', '1969-12-31T23:59:59.000Z'],
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29T12:20', '2026-03-29T10:20:00.000Z'],
    ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29T12:20:30.4Z', '2026-03-29T12:20:30.400Z'],
    ['2026-03-29T12:20:30+05:30', '2026-03-29T06:50:30.000Z'],
    ['0001-01-02', '0001-01-01T23:06:32.000Z'],
    [' now-5m ', '2026-03-29T10:15:30.400Z'],
  ])('reads %s', (expression, expected) => {
    expect(iso(expression)).toBe(expected)
  })

  it.each([
    ['now/d', '2026-03-29T21:59:59.999Z'],
    ['now-1d/d', '2026-03-28T22:59:59.999Z'],
    ['now/h', '2026-03-29T10:59:59.999Z'],
    ['now-1fy/fy', '2025-03-31T21:59:59.999Z'],
    ['2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['2026-03-29Z', '2026-03-29T23:59:59.999Z'],
    ['2026-03-29T00:00', '2026-03-28T23:00:00.000Z'],
    ['now', '2026-03-29T10:20:30.400Z'],
  ])('rounds %s up at the end of a range', (expression, expected) => {
    expect(iso(expression, 'Europe/Berlin', true)).toBe(expected)
  })

  it.each([
    '',
    'yesterday',
    'now-',
    'now-1',
    'now-1x',
    'now/f',
    'now-1fd',
    'now -1h',
    'now-1h/',
    'NOW',
    '1h',
    '2026-02-30',
    '2026-13-01',
    '2026-01-01T25:00',
    '2026-1-1',
    '99999999999999999',
    '999999999999999',
    'now+999999999y',
    'now-99999999M',
    'now-1hnow-1h',
  ])('refuses %j', (expression) => {
    expect(() => parseTime(expression, now, { zone: 'Europe/Berlin' })).toThrow(
      expect.objectContaining({ code: 'TIME_INVALID', params: { expression } }),
    )
  })

  it('refuses a zone that does not exist', () => {
    expect(() => parseTime('now/d', now, { zone: 'Europe/Atlantis' })).toThrow(
      expect.objectContaining({ code: 'TIME_ZONE_UNKNOWN' }),
    )
  })
})
