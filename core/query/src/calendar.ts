import { fromLocal, toLocal } from './zone.ts'

/** Seconds, minutes, hours, days, weeks, months, quarters and years, as in `now-1d`; fiscal quarters and years, as in `now/fQ`. */
export type TimeUnit = 's' | 'm' | 'h' | 'd' | 'w' | 'M' | 'Q' | 'y' | 'fQ' | 'fy'

/** How days, weeks and years are counted where times are read. */
export interface Calendar {
  /** IANA name, or UTC. */
  readonly zone: string
  /** The day that weeks begin on; Monday when absent. */
  readonly weekStart?: 'monday' | 'saturday' | 'sunday' | undefined
  /** The month that fiscal years begin with, 1 to 12; January when absent. */
  readonly fiscalYearStartMonth?: number | undefined
}

const fixed: Readonly<Partial<Record<TimeUnit, number>>> = { s: 1000, m: 60_000, h: 3_600_000 }
const days: Readonly<Partial<Record<TimeUnit, number>>> = { d: 1, w: 7 }
const months: Readonly<Partial<Record<TimeUnit, number>>> = { M: 1, Q: 3, y: 12, fQ: 3, fy: 12 }
/** As Date counts them. */
const weekDays = { sunday: 0, monday: 1, saturday: 6 } as const

/**
 * Moves a time by whole units. From days on the clock on the wall stays, so that a day of 23 or 25 hours is one day; a
 * day of the month that does not exist becomes the last that does.
 */
export function addUnits(ms: number, count: number, unit: TimeUnit, zone: string): number {
  const size = fixed[unit]
  if (size !== undefined) return ms + count * size
  const date = new Date(toLocal(ms, zone))
  const inDays = days[unit]
  if (inDays !== undefined) date.setUTCDate(date.getUTCDate() + count * inDays)
  else {
    const day = date.getUTCDate()
    date.setUTCDate(1)
    date.setUTCMonth(date.getUTCMonth() + count * months[unit]!)
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
    date.setUTCDate(Math.min(day, last))
  }
  return fromLocal(date.getTime(), zone)
}

/** The first millisecond of the unit that a time lies in. */
export function startOfUnit(ms: number, unit: TimeUnit, calendar: Calendar): number {
  const { zone, weekStart = 'monday', fiscalYearStartMonth = 1 } = calendar
  const local = toLocal(ms, zone)
  const size = fixed[unit]
  // Some zones are off by half an hour, so an hour begins by the local clock too.
  if (size !== undefined) return ms - (((local % size) + size) % size)
  const date = new Date(local)
  date.setUTCHours(0, 0, 0, 0)
  if (unit === 'w') date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() - weekDays[weekStart] + 7) % 7))
  const length = months[unit]
  if (length !== undefined) {
    const isFiscal = unit === 'fQ' || unit === 'fy'
    const month = date.getUTCMonth()
    const ofYear = (month - (isFiscal ? fiscalYearStartMonth - 1 : 0) + 12) % 12
    date.setUTCMonth(month - (ofYear % length), 1)
  }
  return fromLocal(date.getTime(), zone)
}

/** The last millisecond of the unit that a time lies in. */
export const endOfUnit = (ms: number, unit: TimeUnit, calendar: Calendar) =>
  startOfUnit(addUnits(startOfUnit(ms, unit, calendar), 1, unit, calendar.zone), unit, calendar) - 1
