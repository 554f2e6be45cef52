import { FormatError } from './errors.ts'
import { currentLocale } from './locale.ts'
import { formatIsoTime, formatTime, missingText } from './time-text.ts'
import { toWallClock } from './zone.ts'

/** Where texts are made for: each is the same on a server and in a browser unless it is given. */
export interface FormatContext {
  /** BCP 47 tag; default: that of the page, `en-US` on a server. */
  readonly locale?: string | undefined
  /** IANA name; default `UTC`. */
  readonly timeZone?: string | undefined
  /** What `today` and `5 minutes ago` are reckoned from, in ms; default: when the text is made. */
  readonly now?: number | undefined
}

const createCache = <F>(create: (locale: string) => F) => {
  const made = new Map<string, F>()
  return (locale = currentLocale()): F => {
    let format = made.get(locale)
    if (format === undefined) {
      try {
        format = create(locale)
      } catch (cause) {
        throw new FormatError('FORMAT_LOCALE_UNKNOWN', { locale }, { cause })
      }
      made.set(locale, format)
    }
    return format
  }
}

// All are asked for wall clocks, which are dates in UTC.
const dateFormat = (options: Intl.DateTimeFormatOptions) =>
  createCache((locale) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }))

const names = {
  MMMM: dateFormat({ month: 'long' }),
  MMM: dateFormat({ month: 'short' }),
  dddd: dateFormat({ weekday: 'long' }),
  ddd: dateFormat({ weekday: 'short' }),
}

const clock = { hour: 'numeric', minute: '2-digit', second: '2-digit' } as const
const localDate = dateFormat({ year: 'numeric', month: '2-digit', day: '2-digit', ...clock })
const localClock = dateFormat(clock)
const relative = createCache((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }))

const pad = (part: number, digits = 2) => String(part).padStart(digits, '0')
const twelve = (hour: number) => hour % 12 || 12

type Token = (date: Date, ms: number, locale: string | undefined) => string

function toOffset(date: Date, ms: number, colon: string): string {
  const minutes = Math.round((date.getTime() - Math.floor(ms)) / 60_000)
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}${colon}${pad(size % 60)}`
}

const tokens: Readonly<Record<string, Token>> = {
  YYYY: (date) => pad(date.getUTCFullYear(), 4),
  YY: (date) => pad(((date.getUTCFullYear() % 100) + 100) % 100),
  MMMM: (date, _, locale) => names.MMMM(locale).format(date),
  MMM: (date, _, locale) => names.MMM(locale).format(date),
  MM: (date) => pad(date.getUTCMonth() + 1),
  M: (date) => String(date.getUTCMonth() + 1),
  DD: (date) => pad(date.getUTCDate()),
  D: (date) => String(date.getUTCDate()),
  dddd: (date, _, locale) => names.dddd(locale).format(date),
  ddd: (date, _, locale) => names.ddd(locale).format(date),
  HH: (date) => pad(date.getUTCHours()),
  H: (date) => String(date.getUTCHours()),
  hh: (date) => pad(twelve(date.getUTCHours())),
  h: (date) => String(twelve(date.getUTCHours())),
  mm: (date) => pad(date.getUTCMinutes()),
  m: (date) => String(date.getUTCMinutes()),
  ss: (date) => pad(date.getUTCSeconds()),
  s: (date) => String(date.getUTCSeconds()),
  SSS: (date) => pad(date.getUTCMilliseconds(), 3),
  A: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  a: (date) => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  ZZ: (date, ms) => toOffset(date, ms, ''),
  Z: (date, ms) => toOffset(date, ms, ':'),
  X: (_, ms) => String(Math.floor(ms / 1000)),
  x: (_, ms) => String(Math.floor(ms)),
}

// The longest first, so that MM is not read as two M. What stands in brackets is text.
const tokenPattern = new RegExp(`\\[([^\\]]*)\\]|${Object.keys(tokens).join('|')}`, 'g')

/** How a date unit writes a time. */
export type DateText = (ms: number, context: FormatContext) => string

/** Dates by a pattern of the tokens above: `YYYY-MM-DD HH:mm`, `[at] h:mm a`. */
export function byPattern(pattern: string): DateText {
  const parts: (string | Token)[] = []
  let end = 0
  for (const match of pattern.matchAll(tokenPattern)) {
    parts.push(pattern.slice(end, match.index), match[1] ?? tokens[match[0]]!)
    end = match.index + match[0].length
  }
  parts.push(pattern.slice(end))
  return (ms, { timeZone = 'UTC', locale }) => {
    const date = toWallClock(ms, timeZone)
    if (date === undefined) return missingText
    return parts.map((part) => (typeof part === 'string' ? part : part(date, ms, locale))).join('')
  }
}

// Node and browsers differ in the space before AM.
const withPlainSpaces = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, ' ')

const byLocale =
  (toFormat: (locale?: string) => Intl.DateTimeFormat): DateText =>
  (ms, { timeZone = 'UTC', locale }) => {
    const date = toWallClock(ms, timeZone)
    return date === undefined ? missingText : withPlainSpaces(toFormat(locale).format(date))
  }

/** The clock alone on the day that it is now in the zone, else date and time. */
export const withoutToday =
  (clockText: DateText, text: DateText): DateText =>
  (ms, context) => {
    const { timeZone = 'UTC', now = Date.now() } = context
    const dayOf = (time: number) => formatIsoTime(time, timeZone).slice(0, -9)
    return (dayOf(ms) === dayOf(now) ? clockText : text)(ms, context)
  }

/** As the locale writes dates: `11/22/2026, 12:05:09 PM`. */
export const localDateText = byLocale(localDate)
/** As the locale writes times of a day. */
export const localClockText = byLocale(localClock)
/** `2026-11-22 12:05:09` */
export const isoDateText: DateText = (ms, { timeZone }) => formatIsoTime(ms, timeZone)
/** As times are written everywhere: in ISO order in English, else as the language does. */
export const systemDateText: DateText = (ms, { timeZone, locale }) => formatTime(ms, timeZone, undefined, locale)

const relativeSteps = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** The distance from now in its largest part: `5 minutes ago`, `in 2 days`. */
export const relativeDateText: DateText = (ms, { locale, now = Date.now() }) => {
  const seconds = Math.round((ms - now) / 1000)
  const [unit, length] = relativeSteps.find(([, size]) => size <= Math.abs(seconds)) ?? relativeSteps.at(-1)!
  return relative(locale).format(Math.trunc(seconds / length), unit)
}
