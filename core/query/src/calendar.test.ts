import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { addUnits, endOfUnit, startOfUnit, type Calendar, type TimeUnit } from './calendar.ts'
import { fromLocal, toLocal } from './zone.ts'

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo', // had its clock change at midnight, so that days began at 1:00
  'Australia/Lord_Howe', // changes by half an hour
  'Asia/Kathmandu', // is 5:45 ahead
  'Pacific/Apia', // had no 30 December 2011
  'Africa/Casablanca',
]
const anyZone = fc.constantFrom(...zones)
const anyCalendar: fc.Arbitrary<Calendar> = fc.record(
  {
    zone: anyZone,
    weekStart: fc.constantFrom('monday', 'saturday', 'sunday'),
    fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }),
  },
  { requiredKeys: ['zone'] },
)
const anyTime = fc.integer({ min: Date.parse('1975-01-01T00:00Z'), max: Date.parse('2045-01-01T00:00Z') })

const durations: Readonly<Record<TimeUnit, string>> = {
  s: 'seconds',
  m: 'minutes',
  h: 'hours',
  d: 'days',
  w: 'weeks',
  M: 'months',
  Q: 'months',
  y: 'years',
  fQ: 'months',
  fy: 'years',
}
const anyUnit = fc.constantFrom(...(Object.keys(durations) as TimeUnit[]))

const zoned = (ms: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
const millis = (time: Temporal.ZonedDateTime) => time.epochMilliseconds

describe('calendar', () => {
  it('reads the clock of a zone as Temporal does', () => {
    fc.assert(
      fc.property(anyTime, anyZone, (ms, zone) => {
        const shown = zoned(ms, zone).toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds
        expect(toLocal(ms, zone)).toBe(shown)
      }),
    )
  })

  it('finds the time that a clock shows as Temporal does, around the changes of the clock too', () => {
    const changes = zones.flatMap((zone) => {
      const found: { zone: string; ms: number }[] = []
      for (let year = 2008; year < 2013; year++) {
        let at: Temporal.ZonedDateTime | null = zoned(Date.UTC(year, 0, 1), zone)
        for (let i = 0; at && i < 4; i++) {
          at = at.getTimeZoneTransition('next')
          if (at) found.push({ zone, ms: millis(at) })
        }
      }
      return found
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...changes),
        fc.integer({ min: -180, max: 180 }),
        fc.boolean(),
        ({ zone, ms }, minutes, before) => {
          // Skipped and repeated times lie within an hour of the change, by the clock before or after it.
          const local = toLocal(before ? ms - 1 : ms, zone) + (before ? 1 : 0) + minutes * 60_000
          const plain = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime()
          expect(fromLocal(local, zone)).toBe(plain.toZonedDateTime(zone).epochMilliseconds)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('adds units as Temporal does', () => {
    fc.assert(
      fc.property(anyTime, anyZone, anyUnit, fc.integer({ min: -50, max: 50 }), (ms, zone, unit, count) => {
        const added = zoned(ms, zone).add({ [durations[unit]]: unit.endsWith('Q') ? count * 3 : count })
        // Of a time that the clock shows twice, Temporal keeps the second one if it began there; a range cannot say which.
        const first = added.toPlainDateTime().toZonedDateTime(zone)
        expect(addUnits(ms, count, unit, zone)).toBe(millis('smh'.includes(unit) ? added : first))
      }),
      { numRuns: 1000 },
    )
  })

  it('finds the first moment of days, weeks, months, quarters and years as Temporal does', () => {
    fc.assert(
      fc.property(anyTime, anyZone, fc.constantFrom('d', 'w', 'M', 'Q', 'y'), (ms, zone, unit) => {
        const date = zoned(ms, zone).toPlainDate()
        const first = {
          d: date,
          w: date.subtract({ days: date.dayOfWeek - 1 }),
          M: date.with({ day: 1 }),
          Q: date.with({ day: 1, month: date.month - ((date.month - 1) % 3) }),
          y: date.with({ day: 1, month: 1 }),
        }[unit]
        expect(startOfUnit(ms, unit, { zone })).toBe(millis(first.toZonedDateTime(zone)))
      }),
      { numRuns: 1000 },
    )
  })

  it('begins weeks on the day that the calendar says', () => {
    fc.assert(
      fc.property(anyTime, anyCalendar, (ms, calendar) => {
        const start = zoned(startOfUnit(ms, 'w', calendar), calendar.zone).toPlainDate()
        const date = zoned(ms, calendar.zone).toPlainDate()
        expect(start.dayOfWeek).toBe({ monday: 1, saturday: 6, sunday: 7 }[calendar.weekStart ?? 'monday'])
        expect(start.until(date).days).toBeGreaterThanOrEqual(0)
        expect(start.until(date).days).toBeLessThan(7)
      }),
      { numRuns: 500 },
    )
  })

  it('begins fiscal years and quarters with the month that the calendar says, as Temporal counts months', () => {
    fc.assert(
      fc.property(anyTime, anyCalendar, fc.constantFrom('fQ', 'fy'), (ms, calendar, unit) => {
        const { zone, fiscalYearStartMonth = 1 } = calendar
        const date = zoned(ms, zone).toPlainDate()
        const year = date.with({ day: 1, month: fiscalYearStartMonth })
        const last = Temporal.PlainDate.compare(year, date) > 0 ? year.subtract({ years: 1 }) : year
        const quarters = unit === 'fQ' ? Math.floor(last.until(date, { largestUnit: 'months' }).months / 3) : 0
        const first = last.add({ months: quarters * 3 })
        expect(startOfUnit(ms, unit, calendar)).toBe(millis(first.toZonedDateTime(zone)))
      }),
      { numRuns: 1000 },
    )
  })

  it('has four fiscal quarters in a fiscal year, without a gap', () => {
    fc.assert(
      fc.property(anyTime, anyCalendar, (ms, calendar) => {
        const end = endOfUnit(ms, 'fy', calendar)
        let at = startOfUnit(ms, 'fy', calendar)
        for (let quarter = 0; quarter < 4; quarter++) {
          expect(startOfUnit(at, 'fQ', calendar)).toBe(at)
          at = endOfUnit(at, 'fQ', calendar) + 1
        }
        expect(at - 1).toBe(end)
      }),
      { numRuns: 500 },
    )
  })

  it('rounds hours by the local clock', () => {
    const quarterPast = Date.parse('2026-01-01T00:30:00Z') // 6:15 in Kathmandu
    expect(startOfUnit(quarterPast, 'h', { zone: 'Asia/Kathmandu' })).toBe(Date.parse('2026-01-01T00:15:00Z'))
  })

  it('ends a unit one millisecond before the next begins', () => {
    fc.assert(
      fc.property(anyTime, anyCalendar, anyUnit, (ms, calendar, unit) => {
        const start = startOfUnit(ms, unit, calendar)
        const end = endOfUnit(ms, unit, calendar)
        expect(end).toBeGreaterThan(start)
        expect(startOfUnit(end + 1, unit, calendar)).toBe(end + 1)
        expect(startOfUnit(end, unit, calendar)).toBe(start)
      }),
      { numRuns: 1000 },
    )
  })
})
