import { FormatError } from './errors.ts'

const day = 86_400_000

interface Zone {
  readonly format: Intl.DateTimeFormat
  /** Offset of days on which it is one; NaN where the clocks change on that day. */
  readonly days: Map<number, number>
}

const zones = new Map<string, Zone>()
const maxDays = 10_000

function toZone(timeZone: string): Zone {
  let zone = zones.get(timeZone)
  if (zone === undefined) {
    try {
      zone = { format: new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }), days: new Map() }
    } catch (cause) {
      throw new FormatError('FORMAT_TIME_ZONE_UNKNOWN', { timeZone }, { cause })
    }
    zones.set(timeZone, zone)
  }
  return zone
}

const offsetPattern = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/

/** The offset at a time as Intl has it: `GMT+05:30`, of local mean times `GMT+00:53:28`. */
function readOffset(format: Intl.DateTimeFormat, ms: number): number {
  const [, sign, hours, minutes, seconds = 0] = offsetPattern.exec(format.format(ms)) ?? []
  if (sign === undefined) return 0
  const size = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000
  return sign === '-' ? -size : size
}

/** The distance of a zone's clocks from UTC, in milliseconds. Intl is asked once for each day, not for each time. */
function zoneOffset(ms: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0
  const { format, days } = toZone(timeZone)
  const at = Math.floor(ms / day)
  let offset = days.get(at)
  if (offset === undefined) {
    const start = readOffset(format, clampTime(at * day))
    offset = start === readOffset(format, clampTime((at + 1) * day)) ? start : NaN
    if (days.size >= maxDays) days.clear()
    days.set(at, offset)
  }
  return Number.isNaN(offset) ? readOffset(format, ms) : offset
}

/** The farthest that a date may be from 1970. */
const farthest = 8.64e15
const clampTime = (ms: number) => Math.max(-farthest, Math.min(farthest, ms))

/**
 * A date whose UTC parts are what the clocks of the zone show; undefined for what is no date. Throws
 * `FORMAT_TIME_ZONE_UNKNOWN`.
 */
export function toWallClock(ms: number, timeZone: string): Date | undefined {
  const isDate = Math.abs(ms) <= farthest
  const date = new Date(isDate ? Math.floor(ms) + zoneOffset(ms, timeZone) : NaN)
  // An unknown zone is an error whatever the time is.
  if (!isDate && timeZone !== 'UTC') toZone(timeZone)
  return Number.isNaN(date.getTime()) ? undefined : date
}
