import { describe, expect, it } from 'vitest'
import { parseDuration, Type, validate } from './index.ts'

const accepts = (format: string, value: unknown) => validate(Type.String({ format }), value).ok

const cases: Readonly<Record<string, { right: readonly string[]; wrong: readonly string[] }>> = {
  uri: {
    right: ['http://localhost:9090', 'https://[::1]/a?b#c', 'HTTP://X'],
    wrong: ['localhost:9090', 'ftp://x', 'javascript:alert(1)', 'http://', ' http://x', 'http://a b', ''],
  },
  duration: {
    right: ['5s', '1m', '1h30m', '250ms', '1y2w3d4h5m6s7ms'],
    wrong: ['', '5', 's', '1m1h', '1.5s', '-1s', 'PT5S'],
  },
  'time-zone': { right: ['UTC', 'Europe/Berlin'], wrong: ['', 'Mars/Olympus', 'x'.repeat(10_000)] },
  'time-expression': {
    right: [
      'now',
      'now-1h',
      'now-1d/d',
      'now/w',
      'now/d+6h',
      '1767225600000',
      '2026-01-31',
      '2026-01-31T12:00:00.5+01:00',
    ],
    wrong: ['', 'yesterday', 'now-', 'now-1', 'now/x', '2026-13-01', '2026-1-1', 'now - 1h'],
  },
  'date-time': { right: ['2026-01-31T12:00:00Z'], wrong: ['2026-01-31', '2026-01-31T25:00:00Z', 'now'] },
  regex: { right: ['', '^a.*(b|c)$'], wrong: ['(', '[z-a]', '*'] },
}

describe.each(Object.entries(cases))('format %s', (format, { right, wrong }) => {
  it.each(right)('accepts %j', (text) => expect(accepts(format, text)).toBe(true))
  it.each(wrong)('refuses %j', (text) => expect(accepts(format, text)).toBe(false))
})

it('takes an unknown format for a hint', () => {
  expect(accepts('promql', 'up{')).toBe(true)
  expect(accepts('constructor', 'x')).toBe(true)
})

it('parseDuration gives milliseconds', () => {
  expect(['5s', '1m', '1h30m', '250ms', '1d', '1w', '0s', '1m500ms', '', 'x'].map(parseDuration)).toEqual([
    5000,
    60_000,
    5_400_000,
    250,
    86_400_000,
    604_800_000,
    0,
    60_500,
    undefined,
    undefined,
  ])
})
