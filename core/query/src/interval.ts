import type { TimeRange } from './time-range.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const multiples = (unit: number, counts: readonly number[]) => counts.map((count) => count * unit)

/** Each divides the next round unit of time, so that points fall on round times. */
const steps: readonly number[] = [
  multiples(1, [1, 2, 5, 10, 20, 50, 100, 200, 500]),
  multiples(SECOND, [1, 2, 5, 10, 15, 30]),
  multiples(MINUTE, [1, 2, 5, 10, 15, 30]),
  multiples(HOUR, [1, 2, 3, 6, 12]),
  multiples(DAY, [1, 2, 7, 14, 28]),
].flat()

/**
 * The distance of two points, in milliseconds, at which a range has at most `maxPoints` of them: one of 1, 2, 5, 10, ...
 * milliseconds, 1, 2, 5, 10, 15, 30 seconds and minutes, 1, 2, 3, 6, 12 hours, 1, 2, 7, 14, 28 days, or more times 28
 * days. Never less than `minInterval`, which is one millisecond when omitted.
 */
export function intervalFor({ from, to }: TimeRange, maxPoints: number, minInterval = 1): number {
  const least = Math.max((to - from) / Math.max(1, maxPoints), minInterval)
  const longest = steps.at(-1)!
  return steps.find((step) => step >= least) ?? Math.ceil(least / longest) * longest
}

/** The range with both ends moved back to a multiple of the interval: nearby ranges become equal, and caches are hit. */
export const alignRange = ({ from, to }: TimeRange, intervalMs: number): TimeRange => ({
  from: Math.floor(from / intervalMs) * intervalMs,
  to: Math.floor(to / intervalMs) * intervalMs,
})
