import { resolveRange, type Calendar, type TimeExpressions } from '@orrery/query'
import { Choice, parseDuration, Type, type Static } from '@orrery/schema'
import type { DashboardProblem } from './errors.ts'

const closed = { additionalProperties: false } as const

const Month = Type.Union(
  [
    Type.Literal(1, { title: 'January' }),
    Type.Literal(2, { title: 'February' }),
    Type.Literal(3, { title: 'March' }),
    Type.Literal(4, { title: 'April' }),
    Type.Literal(5, { title: 'May' }),
    Type.Literal(6, { title: 'June' }),
    Type.Literal(7, { title: 'July' }),
    Type.Literal(8, { title: 'August' }),
    Type.Literal(9, { title: 'September' }),
    Type.Literal(10, { title: 'October' }),
    Type.Literal(11, { title: 'November' }),
    Type.Literal(12, { title: 'December' }),
  ],
  { title: 'Fiscal years begin in', default: 1 },
)

const reading = {
  /** Of `now/w`, and of the calendar. */
  weekStart: Type.Optional(
    Choice(
      { monday: 'Monday', saturday: 'Saturday', sunday: 'Sunday' },
      { title: 'Weeks begin on', default: 'monday' },
    ),
  ),
  /** Of `now/fQ` and `now/fy`. */
  fiscalYearStartMonth: Type.Optional(Month),
  /** So much earlier is what `now` means, where the newest data is not whole yet: `1m`. */
  nowDelay: Type.Optional(
    Type.String({
      maxLength: 64,
      format: 'duration',
      title: 'Delay of now',
      description: 'So much earlier is what now means, for data that comes late: 1m.',
    }),
  ),
}

/** How the times of a dashboard are read, besides their zone. */
export const TimeReading = Type.Object(reading, closed)
export type TimeReading = Static<typeof TimeReading>

/** What of a dashboard's times says how they are read. */
export const toReading = ({ weekStart, fiscalYearStartMonth, nowDelay }: TimeReading): TimeReading => ({
  ...(weekStart && { weekStart }),
  ...(fiscalYearStartMonth && { fiscalYearStartMonth }),
  ...(nowDelay !== undefined && { nowDelay }),
})

const Expression = (title: string, more: { readonly default?: string } = {}) =>
  Type.String({ maxLength: 64, format: 'time-expression', title, ...more })

/** The times of a dashboard, and what its viewers are offered to change them. */
export const DashboardTime = Type.Object(
  {
    /** As in the time picker: `now-1h`, or ISO 8601. */
    from: Expression('From', { default: 'now-1h' }),
    to: Expression('To', { default: 'now' }),
    /** IANA name or `UTC`; the viewer's own when absent. */
    zone: Type.Optional(Type.String({ maxLength: 64, format: 'time-zone', title: 'Time zone' })),
    ...reading,
    /** Viewers see no time picker; addresses, keys and charts still change the range. */
    hidden: Type.Optional(Type.Boolean({ title: 'Hide the time picker', default: false })),
    /** Offered by the picker instead of the usual ones; these when absent or empty. */
    quickRanges: Type.Optional(
      Type.Array(
        Type.Object(
          {
            title: Type.String({ minLength: 1, maxLength: 64, title: 'Title' }),
            from: Expression('From', { default: 'now-1h' }),
            to: Expression('To', { default: 'now' }),
          },
          closed,
        ),
        { maxItems: 50, title: 'Quick ranges' },
      ),
    ),
    /** Offered for refreshing instead of the usual ones: `10s`, `5m`; these when absent or empty. */
    refreshIntervals: Type.Optional(
      Type.Array(Type.String({ format: 'duration', title: 'Interval' }), {
        maxItems: 20,
        uniqueItems: true,
        title: 'Refresh intervals',
      }),
    ),
  },
  { ...closed, title: 'Time' },
)
export type DashboardTime = Static<typeof DashboardTime>

/** What times are read by. */
export interface TimeMoment {
  /** What `now` means, in milliseconds since the epoch. */
  readonly now: number
  readonly calendar: Calendar
}

/** What `now` and the calendar are in a zone (IANA name, or UTC); `clock` is what the clock shows. */
export const momentOf = (
  { weekStart, fiscalYearStartMonth, nowDelay }: TimeReading,
  zone: string,
  clock: number,
): TimeMoment => ({
  now: clock - ((nowDelay !== undefined && parseDuration(nowDelay)) || 0),
  calendar: { zone, weekStart, fiscalYearStartMonth },
})

/** Ranges are judged at one time, in the middle of a day, week and month, so that no dashboard is sound on some days only. */
const MIDDLE = Date.parse('2026-07-15T12:30:30Z')

function rangeProblem(range: TimeExpressions, time: DashboardTime): string | undefined {
  const relative = [range.from, range.to].filter((end) => end.startsWith('now')).length
  try {
    resolveRange(range, MIDDLE, momentOf(time, 'UTC', MIDDLE).calendar)
    return undefined
  } catch (error) {
    const { code } = error as { readonly code?: unknown }
    if (code === 'TIME_INVALID') return 'has an end that is no time'
    // Of a moment and what is relative to now, nobody knows which comes first.
    if (code === 'TIME_RANGE_REVERSED') return relative === 1 ? undefined : 'ends before it begins'
    throw error
  }
}

const LEAST_REFRESH_MS = 1000

/** What the schema cannot say of the times of a dashboard: ranges go forward, and refreshing leaves time to answer. */
export function timeProblems(time: DashboardTime): readonly DashboardProblem[] {
  const ranges = [
    { path: '/time', range: time },
    ...(time.quickRanges ?? []).map((range, index) => ({ path: `/time/quickRanges/${index}`, range })),
  ]
  const ofRanges = ranges.flatMap(({ path, range }) => {
    const message = rangeProblem(range, time)
    return message === undefined ? [] : [{ path, message }]
  })
  const ofIntervals = (time.refreshIntervals ?? []).flatMap((interval, index) =>
    (parseDuration(interval) ?? 0) < LEAST_REFRESH_MS
      ? [{ path: `/time/refreshIntervals/${index}`, message: 'is less than a second' }]
      : [],
  )
  return [...ofRanges, ...ofIntervals]
}
