import type { Calendar } from '@orrery/query'

/** A day of the calendar, as ISO 8601 writes it: `2026-11-22`. */
export type Day = string
type WeekStart = Calendar['weekStart']

const FIRST: Day = '0001-01-01'
const LAST: Day = '9999-12-31'
const DAY_MS = 86_400_000
const startDays = { sunday: 0, monday: 1, saturday: 6 } as const

const millisecondsOf = (day: Day) => Date.parse(`${day}T00:00:00Z`)
/** As a day; the first or the last that there is where it would be none. */
function toDay(ms: number): Day {
  if (ms < millisecondsOf(FIRST)) return FIRST
  return ms > millisecondsOf(LAST) ? LAST : new Date(ms).toISOString().slice(0, 10)
}

const addDays = (day: Day, count: number) => toDay(millisecondsOf(day) + count * DAY_MS)

/** As many months later; the last day of a month that is too short. */
export function addMonths(day: Day, count: number): Day {
  const date = new Date(millisecondsOf(day))
  const wanted = date.getUTCDate()
  date.setUTCMonth(date.getUTCMonth() + count + 1, 0)
  date.setUTCDate(Math.min(wanted, date.getUTCDate()))
  return toDay(date.getTime())
}

/** How many days lie between a day and the beginning of its week. */
const ofWeek = (day: Day, weekStart: WeekStart) =>
  (new Date(millisecondsOf(day)).getUTCDay() - startDays[weekStart ?? 'monday'] + 7) % 7

/** The weeks that a month is shown in, with the days of others at its ends. */
export function weeksOf(month: Day, weekStart: WeekStart): readonly (readonly Day[])[] {
  const first = `${month.slice(0, 7)}-01`
  const weeks: Day[][] = []
  let day = millisecondsOf(first) - ofWeek(first, weekStart) * DAY_MS
  do {
    weeks.push(Array.from({ length: 7 }, (_, i) => toDay(day + i * DAY_MS)))
    day += 7 * DAY_MS
  } while (toDay(day).startsWith(month.slice(0, 7)) && day <= millisecondsOf(LAST))
  return weeks
}

/** Where a key goes from a day, as in any calendar; undefined for other keys. */
export function moveDay(day: Day, key: string, isShifted: boolean, weekStart: WeekStart): Day | undefined {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'Home':
      return addDays(day, -ofWeek(day, weekStart))
    case 'End':
      return addDays(day, 6 - ofWeek(day, weekStart))
    case 'PageUp':
      return addMonths(day, isShifted ? -12 : -1)
    case 'PageDown':
      return addMonths(day, isShifted ? 12 : 1)
    default:
      return undefined
  }
}
