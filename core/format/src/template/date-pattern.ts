const token = /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|DD|D|dddd|ddd|HH|H|hh|h|mm|m|ss|s|SSS|A|a|x|X/g

const two = (value: number | string) => String(value).padStart(2, '0')

const zones = new Map<string, Intl.DateTimeFormat>()
function zoned(timeZone: string): Intl.DateTimeFormat {
  const known = zones.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  zones.set(timeZone, made)
  return made
}

const months = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long' }).format(Date.UTC(2000, month, 1)),
)

/**
 * Milliseconds since the epoch by a pattern: `iso`, `seconds`, or of `YYYY YY MMMM MMM MM M DD D dddd ddd HH H hh h mm m ss
 * s SSS A a X x`, and text in brackets. Empty for what is no time.
 */
export function formatDatePattern(ms: number, pattern: string, timeZone: string): string {
  if (!(Math.abs(ms) <= 8.64e15)) return ''
  if (pattern === 'iso') return new Date(ms).toISOString()
  if (pattern === 'seconds') return String(Math.floor(ms / 1000))
  const parts = Object.fromEntries(
    zoned(timeZone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  ) as Record<'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute' | 'second', string>
  const month = months.indexOf(parts.month) + 1
  const hour = Number(parts.hour)
  const half = String(hour % 12 || 12)
  const texts: Readonly<Record<string, string>> = {
    YYYY: parts.year.padStart(4, '0'),
    YY: two(parts.year).slice(-2),
    MMMM: parts.month,
    MMM: parts.month.slice(0, 3),
    MM: two(month),
    M: String(month),
    DD: two(parts.day),
    D: parts.day,
    dddd: parts.weekday,
    ddd: parts.weekday.slice(0, 3),
    HH: two(hour),
    H: String(hour),
    hh: two(half),
    h: half,
    mm: two(parts.minute),
    m: String(Number(parts.minute)),
    ss: two(parts.second),
    s: String(Number(parts.second)),
    SSS: String(((ms % 1000) + 1000) % 1000).padStart(3, '0'),
    A: hour < 12 ? 'AM' : 'PM',
    a: hour < 12 ? 'am' : 'pm',
    x: String(ms),
    X: String(Math.floor(ms / 1000)),
  }
  return pattern.replaceAll(token, (found, literal: string | undefined) => literal ?? texts[found]!)
}
