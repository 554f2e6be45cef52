import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { formatDuration, formatTime } from './index.ts'

const noon = Date.UTC(2026, 10, 22, 12, 5, 9, 42)

describe('formatTime', () => {
  it('shows the parts that a range needs', () => {
    const day = 86_400_000
    expect(
      [5000, 60_000, day / 2, 7 * day, 365 * day, 5 * 365 * day, undefined].map((span) =>
        formatTime(noon, 'UTC', span),
      ),
    ).toEqual(['12:05:09.042', '12:05:09', '12:05', '11-22 12:05', '2026-11-22', '2026-11', '2026-11-22 12:05:09'])
  })

  it('shows the wall clock of a zone, on both sides of a change of clocks', () => {
    const change = Date.UTC(2026, 2, 29, 1)
    expect(formatTime(noon, 'Asia/Kathmandu')).toBe('2026-11-22 17:50:09')
    expect([change - 1000, change].map((ms) => formatTime(ms, 'Europe/Berlin'))).toEqual([
      '2026-03-29 01:59:59',
      '2026-03-29 03:00:00',
    ])
  })

  it('agrees with Intl in zones with changes, halves, days left out and local mean times', () => {
    const zones = ['Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca']
    const two = '2-digit'
    const formats = zones.map(
      (timeZone) =>
        new Intl.DateTimeFormat('sv-SE', {
          year: 'numeric',
          month: two,
          day: two,
          hour: two,
          minute: two,
          second: two,
          timeZone,
        }),
    )
    // Whole seconds, many of them close to each other, so that most days are met again.
    const hours = fc.integer({ min: -700_000, max: 700_000 }).map((hour) => hour * 3_600_000)
    const seconds = fc.integer({ min: 0, max: 3599 }).map((at) => at * 1000)
    fc.assert(
      fc.property(hours, seconds, (hour, second) => {
        const time = hour + second
        expect(zones.map((zone) => formatTime(time, zone))).toEqual(formats.map((format) => format.format(time)))
      }),
    )
    const changes = [Date.UTC(2026, 9, 25), Date.UTC(2026, 2, 29), Date.UTC(2011, 11, 30)]
    for (const start of changes)
      for (let time = start - 86_400_000; time < start + 2 * 86_400_000; time += 1_800_000)
        expect(zones.map((zone) => formatTime(time, zone))).toEqual(formats.map((format) => format.format(time)))
  })

  it('shows midnight as 00:00', () => {
    expect(formatTime(0)).toBe('1970-01-01 00:00:00')
  })

  it('agrees with the ISO text in UTC', () => {
    const dates = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(dates, (date) => {
        expect(formatTime(date.getTime())).toBe(date.toISOString().slice(0, 19).replace('T', ' '))
        expect(formatTime(date.getTime(), 'UTC', 0)).toBe(date.toISOString().slice(11, 23))
      }),
    )
  })

  it('gives a dash for what is no date, and a coded error for an unknown zone', () => {
    expect([NaN, Infinity, 1e16].map((ms) => formatTime(ms))).toEqual(['–', '–', '–'])
    expect(() => formatTime(0, 'Mars/Olympus')).toThrow(expect.objectContaining({ code: 'FORMAT_TIME_ZONE_UNKNOWN' }))
  })
})

describe('formatDuration', () => {
  it('shows the two largest parts', () => {
    const minute = 60_000
    expect(
      [
        0,
        0.0005,
        350,
        1500,
        59_990,
        90_000,
        125 * minute,
        1439.9 * minute,
        26.5 * 60 * minute,
        385 * 1440 * minute,
      ].map((ms) => formatDuration(ms)),
    ).toEqual(['0 ms', '500 ns', '350 ms', '1.5 s', '1 min', '1 min 30 s', '2 h 5 min', '1 d', '1 d 3 h', '1 y 20 d'])
  })

  it('shows a sign, and what has no length', () => {
    expect([-90_000, -0.5, NaN, Infinity, -Infinity].map((ms) => formatDuration(ms))).toEqual([
      '-1 min 30 s',
      '-500 µs',
      '–',
      '∞',
      '-∞',
    ])
  })

  it('is within half of its smaller part', () => {
    const lengths = { y: 31_536_000, d: 86_400, h: 3600, min: 60, s: 1 }
    const parts = /^([\d,]+) (y|d|h|min|s)(?: (\d+) (y|d|h|min|s))?$/
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 1e10 }), (seconds) => {
        const [, count, unit, rest, restUnit] = parts.exec(formatDuration(seconds * 1000))!
        const size = (number: string, name: string) =>
          Number(number.replaceAll(',', '')) * lengths[name as keyof typeof lengths]
        const back = size(count!, unit!) + (rest === undefined ? 0 : size(rest, restUnit!))
        expect(Math.abs(back - seconds)).toBeLessThanOrEqual(lengths[unit as keyof typeof lengths] / 2)
        expect(rest).not.toBe('0')
      }),
    )
  })
})
