import type { Calendar } from './calendar.ts'
import { QueryError } from './errors.ts'
import { parseTime } from './time-expression.ts'

/** A span of time in milliseconds since the epoch, both ends included. */
export interface TimeRange {
  readonly from: number
  readonly to: number
}

/** A range as a person writes it, and as a dashboard keeps it: `{ from: 'now-1h', to: 'now' }`. */
export interface TimeExpressions {
  readonly from: string
  readonly to: string
}

/** The range that two expressions mean at `now`. TIME_INVALID, or TIME_RANGE_REVERSED when it would end before it begins. */
export function resolveRange({ from, to }: TimeExpressions, now: number, calendar: Calendar): TimeRange {
  const range = { from: parseTime(from, now, calendar), to: parseTime(to, now, calendar, true) }
  if (range.from > range.to) throw new QueryError('TIME_RANGE_REVERSED', { from, to })
  return range
}

/** A range twice as long around the same middle; a range without length becomes two seconds. */
export function zoomOut({ from, to }: TimeRange): TimeRange {
  const half = Math.max(1000, to - from) / 2
  return { from: Math.floor(from - half), to: Math.ceil(to + half) }
}

/** A range half as long around the same middle; a range of two milliseconds stays. */
export function zoomIn({ from, to }: TimeRange): TimeRange {
  const quarter = Math.floor((to - from) / 4)
  return { from: from + quarter, to: to - quarter }
}

/** A range as long, later by a part of its length: `0.5` for half of it, negative for earlier. */
export function panRange({ from, to }: TimeRange, part: number): TimeRange {
  const by = Math.round((to - from) * part)
  return { from: from + by, to: to + by }
}

export interface QuickRange extends TimeExpressions {
  /** In English: `Last 1 hour`. */
  readonly title: string
}

const last = (duration: string, title: string): QuickRange => ({ from: `now-${duration}`, to: 'now', title })

/** What a time picker offers. */
export const quickRanges: readonly QuickRange[] = [
  last('5m', 'Last 5 minutes'),
  last('15m', 'Last 15 minutes'),
  last('30m', 'Last 30 minutes'),
  last('1h', 'Last 1 hour'),
  last('3h', 'Last 3 hours'),
  last('6h', 'Last 6 hours'),
  last('12h', 'Last 12 hours'),
  last('24h', 'Last 24 hours'),
  last('2d', 'Last 2 days'),
  last('7d', 'Last 7 days'),
  last('30d', 'Last 30 days'),
  last('90d', 'Last 90 days'),
  last('6M', 'Last 6 months'),
  last('1y', 'Last 1 year'),
  { from: 'now/d', to: 'now', title: 'Today so far' },
  { from: 'now/d', to: 'now/d', title: 'Today' },
  { from: 'now-1d/d', to: 'now-1d/d', title: 'Yesterday' },
  { from: 'now/w', to: 'now', title: 'This week so far' },
  { from: 'now-1w/w', to: 'now-1w/w', title: 'Last week' },
  { from: 'now/M', to: 'now', title: 'This month so far' },
  { from: 'now-1M/M', to: 'now-1M/M', title: 'Last month' },
  { from: 'now/Q', to: 'now', title: 'This quarter so far' },
  { from: 'now-1Q/Q', to: 'now-1Q/Q', title: 'Last quarter' },
  { from: 'now/y', to: 'now', title: 'This year so far' },
  { from: 'now-1y/y', to: 'now-1y/y', title: 'Last year' },
]

/** What it offers besides where fiscal years begin in another month than January. */
export const fiscalRanges: readonly QuickRange[] = [
  { from: 'now/fQ', to: 'now', title: 'This fiscal quarter so far' },
  { from: 'now/fQ', to: 'now/fQ', title: 'This fiscal quarter' },
  { from: 'now-1fQ/fQ', to: 'now-1fQ/fQ', title: 'Last fiscal quarter' },
  { from: 'now/fy', to: 'now', title: 'This fiscal year so far' },
  { from: 'now/fy', to: 'now/fy', title: 'This fiscal year' },
  { from: 'now-1fy/fy', to: 'now-1fy/fy', title: 'Last fiscal year' },
]

const units = {
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  M: 'month',
  Q: 'quarter',
  y: 'year',
  fQ: 'fiscal quarter',
  fy: 'fiscal year',
} as const
export type RangeUnit = (typeof units)[keyof typeof units]

/** How long a range that ends now goes back: 90 minutes for `now-90m` to `now`; undefined for any other. */
export function lastOf({
  from,
  to,
}: TimeExpressions): { readonly count: number; readonly unit: RangeUnit } | undefined {
  const [, count, unit] = (to === 'now' && /^now-(\d{1,9})([smhdwMQy]|f[Qy])$/.exec(from)) || []
  if (count === undefined || unit === undefined) return undefined
  // The pattern has the keys of the table.
  return { count: Number(count), unit: units[unit as keyof typeof units] }
}
