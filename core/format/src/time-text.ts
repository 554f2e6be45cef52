import { FormatError } from './errors.ts'
import { duration, toRoundedRung } from './ladder.ts'
import { significantDecimals, toNumberText } from './number-text.ts'

/** What stands for a missing value where a config says nothing else. */
export const missingText = '–'

const formats = new Map<string, Intl.DateTimeFormat>()

function toDateFormat(timeZone: string) {
  let format = formats.get(timeZone)
  if (format === undefined) {
    const two = '2-digit'
    const time = { hour: two, minute: two, second: two, hourCycle: 'h23' } as const
    try {
      format = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: two, day: two, ...time, timeZone })
    } catch (cause) {
      throw new FormatError('FORMAT_TIME_ZONE_UNKNOWN', { timeZone }, { cause })
    }
    formats.set(timeZone, format)
  }
  return format
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const year = 365 * day
const farthest = 8.64e15

/**
 * A time in ISO order, in an IANA time zone. With a `span` (the visible range in ms) only the parts that tell times of
 * such a range apart: `12:30` for hours, `2026-11-22` for months; without one date and time to the second. A time that
 * is not a date gives `–`. Throws `FORMAT_TIME_ZONE_UNKNOWN`.
 */
export function formatTime(ms: number, timeZone = 'UTC', span?: number): string {
  const format = toDateFormat(timeZone)
  if (!(Math.abs(ms) <= farthest)) return missingText
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of format.formatToParts(ms)) parts[type] = value
  const clock = `${parts.hour}:${parts.minute}`
  const date = `${parts.month}-${parts.day}`
  const fullDate = `${parts.year?.padStart(4, '0')}-${date}`
  if (span === undefined) return `${fullDate} ${clock}:${parts.second}`
  if (span <= 10 * second) {
    const millis = String(((Math.floor(ms) % second) + second) % second)
    return `${clock}:${parts.second}.${millis.padStart(3, '0')}`
  }
  if (span <= hour) return `${clock}:${parts.second}`
  if (span <= day) return clock
  if (span <= 60 * day) return `${date} ${clock}`
  return span <= 2 * year ? fullDate : fullDate.slice(0, -3)
}

const steps = [
  [year, 'y'],
  [day, 'd'],
  [hour, 'h'],
  [minute, 'min'],
  [second, 's'],
] as const
const milliseconds = duration(1e-3)

/** A duration in its two largest parts, rounded: `350 ms`, `1.5 s`, `2 h 5 min`, `1 y 20 d`. NaN gives `–`. */
export function formatDuration(ms: number, locale?: string): string {
  if (Number.isNaN(ms)) return missingText
  const size = Math.abs(ms)
  const sign = ms < 0 ? '-' : ''
  if (size === Infinity) return `${sign}∞`
  const { factor, suffix } = toRoundedRung(milliseconds, ms, significantDecimals)
  if (factor < minute) return toNumberText(ms / factor, 0, significantDecimals(ms / factor), locale) + suffix

  const smaller = steps[toStep(size) + 1] ?? steps.at(-1)!
  const rounded = Math.round(size / smaller[0]) * smaller[0]
  const step = toStep(rounded)
  const [length, name] = steps[step]!
  const count = `${sign}${toNumberText(Math.floor(rounded / length), 0, 0, locale)} ${name}`
  const [restLength, restName] = steps[step + 1] ?? steps[step]!
  const rest = Math.floor((rounded % length) / restLength)
  return rest === 0 ? count : `${count} ${rest} ${restName}`
}

/** The index of the largest step in a duration of at least a second. */
const toStep = (size: number) => steps.findIndex(([length]) => length <= size)

/** A duration as a clock that does not wrap at a day: `26:03:04`. */
export function toClock(seconds: number): string {
  const whole = Math.round(Math.abs(seconds))
  const pad = (part: number) => String(part).padStart(2, '0')
  const text = `${pad(Math.floor(whole / 3600))}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`
  return seconds < 0 && whole > 0 ? `-${text}` : text
}
