import { FormatError } from './errors.ts'
import { currentLocale } from './locale.ts'
import { toWallClock } from './zone.ts'

/** What stands for a missing value where a config says nothing else. */
export const missingText = '–'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const year = 365 * day

/** The parts of a time that tell times of a range apart; `full` without a range. */
type Parts = 'full' | 'millisecond' | 'second' | 'minute' | 'dayAndMinute' | 'day' | 'month'

function partsFor(span: number | undefined): Parts {
  if (span === undefined) return 'full'
  if (span <= 10 * second) return 'millisecond'
  if (span <= hour) return 'second'
  if (span <= day) return 'minute'
  if (span <= 60 * day) return 'dayAndMinute'
  return span <= 2 * year ? 'day' : 'month'
}

// All that follows a year has twenty characters, `-11-22T12:05:09.042Z`, and years beyond 9999 have more digits.
const isoTexts: Readonly<Record<Parts, (iso: string, at: number) => string>> = {
  full: (iso, at) => `${iso.slice(0, at + 6)} ${iso.slice(at + 7, at + 15)}`,
  millisecond: (iso, at) => iso.slice(at + 7, at + 19),
  second: (iso, at) => iso.slice(at + 7, at + 15),
  minute: (iso, at) => iso.slice(at + 7, at + 12),
  dayAndMinute: (iso, at) => `${iso.slice(at + 1, at + 6)} ${iso.slice(at + 7, at + 12)}`,
  day: (iso, at) => iso.slice(0, at + 6),
  month: (iso, at) => iso.slice(0, at + 3),
}

const toIso = (date: Date, parts: Parts) => {
  const iso = date.toISOString()
  return isoTexts[parts](iso, iso.length - 20)
}

const minutes = { hour: '2-digit', minute: '2-digit' } as const
const seconds = { ...minutes, second: '2-digit' } as const
const date = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
const localParts: Readonly<Record<Parts, Intl.DateTimeFormatOptions>> = {
  full: { ...date, ...seconds },
  millisecond: { ...seconds, fractionalSecondDigits: 3 },
  second: seconds,
  minute: minutes,
  dayAndMinute: { month: '2-digit', day: '2-digit', ...minutes },
  day: date,
  month: { year: 'numeric', month: '2-digit' },
}

const formats = new Map<string, Intl.DateTimeFormat>()

function localFormat(locale: string, parts: Parts): Intl.DateTimeFormat {
  const key = `${locale} ${parts}`
  let format = formats.get(key)
  if (format === undefined) {
    try {
      // It is given wall clocks, which are dates in UTC.
      format = new Intl.DateTimeFormat(locale, { ...localParts[parts], timeZone: 'UTC' })
    } catch (cause) {
      throw new FormatError('FORMAT_LOCALE_UNKNOWN', { locale }, { cause })
    }
    formats.set(key, format)
  }
  return format
}

/**
 * A time in ISO order, in an IANA time zone, whatever the locale: for what is edited, copied or read by programs. `span` as
 * for {@link formatTime}. Throws `FORMAT_TIME_ZONE_UNKNOWN`.
 */
export function formatIsoTime(ms: number, timeZone = 'UTC', span?: number): string {
  const clock = toWallClock(ms, timeZone)
  return clock === undefined ? missingText : toIso(clock, partsFor(span))
}

/**
 * A time as the locale writes it (by default that of the page), in an IANA time zone; English is in ISO order, because
 * those who read it disagree about days and months. With a `span` (the visible range in ms) only the parts that tell times
 * of such a range apart: `12:30` for hours, `2026-11-22` for months; without one date and time to the second. A time that
 * is not a date gives `–`. Throws `FORMAT_TIME_ZONE_UNKNOWN` and `FORMAT_LOCALE_UNKNOWN`.
 */
export function formatTime(ms: number, timeZone = 'UTC', span?: number, locale = currentLocale()): string {
  const clock = toWallClock(ms, timeZone)
  if (clock === undefined) return missingText
  const parts = partsFor(span)
  if (/^en\b/.test(locale)) return toIso(clock, parts)
  // Node and browsers differ in which spaces they write.
  return localFormat(locale, parts)
    .format(clock)
    .replaceAll(/[\u202f\u00a0]/g, ' ')
}
