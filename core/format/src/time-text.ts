import { toWallClock } from './zone.ts'

/** What stands for a missing value where a config says nothing else. */
export const missingText = '–'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const year = 365 * day

/**
 * A time in ISO order, in an IANA time zone. With a `span` (the visible range in ms) only the parts that tell times of
 * such a range apart: `12:30` for hours, `2026-11-22` for months; without one date and time to the second. A time that
 * is not a date gives `–`. Throws `FORMAT_TIME_ZONE_UNKNOWN`.
 */
export function formatTime(ms: number, timeZone = 'UTC', span?: number): string {
  const date = toWallClock(ms, timeZone)
  if (date === undefined) return missingText
  const iso = date.toISOString()
  // Years beyond 9999 have more digits; all that follows a year has twenty characters: `-11-22T12:05:09.042Z`.
  const at = iso.length - 20
  if (span === undefined) return `${iso.slice(0, at + 6)} ${iso.slice(at + 7, at + 15)}`
  if (span <= 10 * second) return iso.slice(at + 7, at + 19)
  if (span <= hour) return iso.slice(at + 7, at + 15)
  if (span <= day) return iso.slice(at + 7, at + 12)
  if (span <= 60 * day) return `${iso.slice(at + 1, at + 6)} ${iso.slice(at + 7, at + 12)}`
  return span <= 2 * year ? iso.slice(0, at + 6) : iso.slice(0, at + 3)
}
