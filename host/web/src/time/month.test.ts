import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addMonths, moveDay, weeksOf } from './month.ts'

const anyDay = fc
  .date({ min: new Date('0001-01-01T00:00Z'), max: new Date('9999-12-31T00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const anyStart = fc.constantFrom('monday' as const, 'saturday' as const, 'sunday' as const, undefined)

it('shows a month in weeks that begin as the calendar says', () => {
  const november = weeksOf('2026-11-22', undefined)
  expect(november.map(([first]) => first)).toEqual([
    '2026-10-26',
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
    '2026-11-30',
  ])
  expect(weeksOf('2026-11-22', 'sunday')[0]).toEqual([
    '2026-11-01',
    '2026-11-02',
    '2026-11-03',
    '2026-11-04',
    '2026-11-05',
    '2026-11-06',
    '2026-11-07',
  ])
})

it('shows each day of a month once', () => {
  fc.assert(
    fc.property(anyDay, anyStart, (day, start) => {
      const month = day.slice(0, 7)
      const days = weeksOf(day, start)
        .flat()
        .filter((each) => each.startsWith(month))
      const last = new Date(Date.parse(`${month}-01T00:00Z`))
      last.setUTCMonth(last.getUTCMonth() + 1, 0)
      const expected = Array.from({ length: last.getUTCDate() }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`)
      // Beyond the last day that there is, it stands again.
      expect([...new Set(days)]).toEqual(expected)
    }),
  )
})

it('moves by months to the last day of those that are too short', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
})

it('moves by keys, and never out of the years that there are', () => {
  const move = (key: string, isShifted = false) => moveDay('2026-11-22', key, isShifted, 'sunday')
  expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((key) => move(key))).toEqual([
    '2026-11-21',
    '2026-11-23',
    '2026-11-15',
    '2026-11-29',
  ])
  expect([move('Home'), move('End')]).toEqual(['2026-11-22', '2026-11-28'])
  expect([move('PageUp'), move('PageDown', true), move('x')]).toEqual(['2026-10-22', '2027-11-22', undefined])
  fc.assert(
    fc.property(
      anyDay,
      anyStart,
      fc.constantFrom('ArrowUp', 'End', 'Home', 'PageDown', 'PageUp'),
      (day, start, key) => {
        expect(moveDay(day, key, true, start)).toMatch(/^\d{4}-\d\d-\d\d$/)
      },
    ),
  )
})
