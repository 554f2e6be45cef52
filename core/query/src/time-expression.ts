import { addUnits, endOfUnit, startOfUnit, type Calendar, type TimeUnit } from './calendar.ts'
import { QueryError } from './errors.ts'
import { fromLocal } from './zone.ts'

const relative = /^now((?:(?:[+-]\d{1,9}|\/)(?:[smhdwMQy]|f[Qy]))*)$/
const step = /([+-]\d{1,9}|\/)([smhdwMQy]|f[Qy])/g
const milliseconds = /^-?\d{1,15}$/
const iso = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?(Z|[+-]\d\d:\d\d)?$/

// Years 1 to 9999: what ISO 8601 writes in four digits.
const first = Date.parse('0001-01-01T00:00:00Z')
const last = Date.parse('9999-12-31T23:59:59.999Z')

/**
 * The time that an expression means, in milliseconds since the epoch: `now`, `now-1h`, `now-1d/d` (units s m h d w M Q y
 * fQ fy, applied from left to right), ISO 8601 (in the calendar's zone when it has no offset), or milliseconds. With `roundUp`, `/d` and a
 * date without time mean the last millisecond of the day instead of its first: the end of a range. TIME_INVALID for
 * anything else.
 */
export function parseTime(expression: string, now: number, calendar: Calendar, roundUp = false): number {
  const text = expression.trim()
  const time = parseRelative(text, now, calendar, roundUp) ?? parseAbsolute(text, calendar, roundUp)
  if (time === undefined || !(time >= first && time <= last)) throw new QueryError('TIME_INVALID', { expression })
  return time
}

function parseRelative(text: string, now: number, calendar: Calendar, roundUp: boolean): number | undefined {
  const steps = relative.exec(text)?.[1]
  if (steps === undefined) return undefined
  let time = now
  for (const [, operation, unit] of steps.matchAll(step)) {
    const each = unit as TimeUnit // the pattern admits no other
    if (operation !== '/') time = addUnits(time, Number(operation), each, calendar.zone)
    else time = roundUp ? endOfUnit(time, each, calendar) : startOfUnit(time, each, calendar)
    if (!(time >= first && time <= last)) return undefined
  }
  return time
}

function parseAbsolute(text: string, calendar: Calendar, roundUp: boolean): number | undefined {
  if (milliseconds.test(text)) return Number(text)
  const [, date, clock = '', offset] = iso.exec(text) ?? []
  if (date === undefined) return undefined
  const shown = Date.parse(`${date}${clock || 'T00:00'}${offset ?? 'Z'}`)
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(shown) || new Date(Date.parse(`${date}T00:00Z`)).toISOString().slice(0, 10) !== date)
    return undefined
  const time = offset === undefined ? fromLocal(shown, calendar.zone) : shown
  return roundUp && !clock ? endOfUnit(time, 'd', offset === undefined ? calendar : { zone: 'UTC' }) : time
}
