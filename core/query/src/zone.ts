import { QueryError } from './errors.ts'

const DAY = 86_400_000
const MAX_DATE = 1e8 * DAY
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  try {
    const formatter = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    // Names differ in case too, and come from requests: without a bound they could fill the memory.
    if (formatters.size > 1000) formatters.clear()
    formatters.set(zone, formatter)
    return formatter
  } catch (cause) {
    throw new QueryError('TIME_ZONE_UNKNOWN', { zone }, { cause })
  }
}

/**
 * A time as the clock on the wall shows it, in milliseconds that read as if the zone were UTC. Calendar arithmetic on it
 * needs only the UTC methods of Date. NaN outside the years that Date knows; TIME_ZONE_UNKNOWN for a name that is none.
 */
export function toLocal(ms: number, zone: string): number {
  if (zone === 'UTC') return ms
  if (!(Math.abs(ms) <= MAX_DATE)) return NaN
  const part: Record<string, string> = {}
  for (const { type, value } of formatterOf(zone).formatToParts(ms)) part[type] = value
  const date = `${part['year']!.padStart(4, '0')}-${part['month']}-${part['day']}`
  const seconds = Date.parse(`${date}T${part['hour']}:${part['minute']}:${part['second']}Z`)
  return seconds + (((ms % 1000) + 1000) % 1000)
}

/**
 * The time at which the zone's clock shows `local`: the first one where it shows it twice, and where it skips it, the
 * time that a clock which had not been put forward would have shown it.
 */
export function fromLocal(local: number, zone: string): number {
  if (zone === 'UTC') return local
  const offsetNear = (ms: number) => toLocal(ms, zone) - ms
  const before = local - offsetNear(local - DAY)
  const after = local - offsetNear(local + DAY)
  const shown = [before, after].filter((ms) => toLocal(ms, zone) === local)
  return shown.length ? Math.min(...shown) : before
}
