import { describe, expect, it } from 'vitest'
import { formatValue, parseUnit, unitBase } from './index.ts'

const full = (value: unknown, unit: string, timeZone?: string, locale?: string) =>
  formatValue(value, { unit }, { timeZone, locale }).full

it.each([
  ['bytes', 2],
  ['mbytes', 2],
  ['decbytes', 10],
  ['Bps', 10],
  ['s', 10],
  ['no such unit', 10],
  [undefined, 10],
])('counts %s in powers of the base %i', (unit, base) => {
  expect(unitBase(unit)).toBe(base)
})

it('knows a unit by either of the two letters mu', () => {
  expect(parseUnit('μs')).toBe(parseUnit('µs'))
  expect(parseUnit('conµgm3').id).toBe('conμgm3')
})

describe('units of a form', () => {
  it('write a text before or after the number', () => {
    expect([full(-4, 'prefix:~'), full(4000, 'suffix:cores'), full(4000, 'cores'), full(4, 'suffix:')]).toEqual([
      '-~4',
      '4,000 cores',
      '4,000 cores',
      '4',
    ])
  })

  it('count in thousands, of things or of a currency', () => {
    expect([full(1200, 'count:visits'), full(-1200, 'currency:CA$'), full(12, 'count:')]).toEqual([
      '1.2K visits',
      '-CA$1.2K',
      '12',
    ])
  })

  it('take prefixes of the SI, from a first letter that is one', () => {
    expect([
      full(1500, 'si:mF'),
      full(1500, 'si:uF'),
      full(1500, 'si:F'),
      full(1500, 'si:m'),
      full(2, 'si:Xy'),
    ]).toEqual(['1.5 F', '1.5 mF', '1.5 kF', '1.5 km', '2 Xy'])
  })

  it('choose between two words', () => {
    expect([
      full(1, 'bool:up/down'),
      full(0, 'bool:up/down'),
      full(false, 'bool:up'),
      full(true, 'bool:a/b/c'),
    ]).toEqual(['up', 'down', '–', 'a'])
  })

  it('write dates by a pattern, in the zone and the language that are asked for', () => {
    const afternoon = Date.UTC(2026, 10, 2, 15, 5, 9, 7)
    const pattern = 'time:dddd D. MMMM YYYY, [at] HH:mm:ss.SSS Z'
    expect([
      full(afternoon, pattern),
      full(afternoon, pattern, 'Asia/Kathmandu', 'de'),
      full(afternoon, 'time:YY-M-DD ddd MMM hh:mm A h:m:s a H ZZ', 'America/St_Johns'),
      full(0, 'time:h A MM X x'),
      full(NaN, 'time:h'),
      full(1e16, 'time:h'),
    ]).toEqual([
      'Monday 2. November 2026, at 15:05:09.007 +00:00',
      'Montag 2. November 2026, at 20:50:09.007 +05:45',
      '26-11-02 Mon Nov 11:35 AM 11:35:9 am 11 -0330',
      '12 AM 01 0 0',
      '–',
      '–',
    ])
  })
})

describe('dates', () => {
  const noon = Date.UTC(2026, 10, 22, 12)

  it('tell their distance from now', () => {
    const distances = [0, -1400, 90_000, -3_600_000, 2 * 86_400_000, -40 * 86_400_000, 800 * 86_400_000]
    const texts = distances.map((ms) => formatValue(noon + ms, { unit: 'dateTimeFromNow' }, { now: noon }).full)
    expect(texts).toEqual([
      'in 0 seconds',
      '1 second ago',
      'in 1 minute',
      '1 hour ago',
      'in 2 days',
      '1 month ago',
      'in 2 years',
    ])
  })

  it('reckon today in the zone', () => {
    const unit = 'dateTimeAsIsoNoDateIfToday'
    const inZone = (timeZone: string) => formatValue(noon - 13 * 3_600_000, { unit }, { timeZone, now: noon }).full
    expect([inZone('UTC'), inZone('America/New_York')]).toEqual(['2026-11-21 23:00:00', '2026-11-21 18:00:00'])
    expect(formatValue(noon + 6 * 3_600_000, { unit }, { timeZone: 'Asia/Tokyo', now: noon }).full).toBe(
      '2026-11-23 03:00:00',
    )
  })

  it('are written as the locale does', () => {
    expect(full(noon, 'dateTimeAsLocal', 'Europe/Berlin', 'de')).toBe('22.11.2026, 13:00:00')
    expect(() => full(noon, 'dateTimeAsLocal', 'UTC', 'not a locale')).toThrow(
      expect.objectContaining({ code: 'FORMAT_LOCALE_UNKNOWN' }),
    )
  })
})
