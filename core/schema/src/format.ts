import { parseDuration } from './duration.ts'

export interface Format {
  /** Completes the sentence "must be ...". */
  readonly expected: string
  readonly accepts: (text: string) => boolean
}

const succeeds = (run: () => unknown) => {
  try {
    run()
    return true
  } catch {
    return false
  }
}

const dateTime = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/
const timeMath = /^now(?:(?:[+-]\d{1,9}|\/)(?:[smhdwMQy]|f[Qy]))*$/
const isDateTime = (text: string) => dateTime.test(text) && !Number.isNaN(Date.parse(text))

/** There are some hundred zones; to ask Intl for one takes longer than all else that is checked of a request. */
const knownZones = new Set<string>()

function isTimeZone(text: string): boolean {
  if (knownZones.has(text)) return true
  if (text.length > 64 || !succeeds(() => new Intl.DateTimeFormat('en', { timeZone: text }))) return false
  // Their letters may be of either case, so that there are many ways to write one.
  if (knownZones.size < 1000) knownZones.add(text)
  return true
}

/** The formats that are checked. Any other (`unit`, `promql`, `password`, ...) is a hint for forms and accepts every text. */
export const formats: Readonly<Record<string, Format>> = {
  uri: {
    expected: 'an address that begins with http:// or https://',
    accepts: (text) => /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text),
  },
  duration: {
    expected: 'a duration such as 5s, 1m or 1h30m',
    accepts: (text) => parseDuration(text) !== undefined,
  },
  'time-zone': {
    expected: 'a time zone such as Europe/Berlin or UTC',
    accepts: isTimeZone,
  },
  'time-expression': {
    expected: 'a time such as now, now-1h, now/d, 2026-01-31T12:00:00Z, or milliseconds since 1970',
    accepts: (text) => timeMath.test(text) || /^-?\d{1,15}$/.test(text) || isDateTime(text),
  },
  'date-time': {
    expected: 'a date and time such as 2026-01-31T12:00:00Z',
    accepts: (text) => text.includes('T') && isDateTime(text),
  },
  regex: {
    expected: 'a regular expression',
    accepts: (text) => text.length < 10_000 && succeeds(() => new RegExp(text)),
  },
}
