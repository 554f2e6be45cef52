import type { TimeMoment } from '@orrery/dashboard'
import {
  fiscalRanges,
  lastOf,
  parseTime,
  quickRanges,
  resolveRange,
  type RangeUnit,
  type TimeExpressions,
} from '@orrery/query'
import { formatIsoTime, formatTime, isCodedError } from '@orrery/sdk'
import { problemText } from '../locales/problem-text.ts'
import { t } from '../text.ts'

const isRelative = (expression: string) => expression.startsWith('now')

/** An end of a range as a person edits it: relative as it is, absolute as date and time in the zone. */
export const toEditable = (expression: string, zone: string) =>
  isRelative(expression) ? expression : formatIsoTime(parseTime(expression, Date.now(), { zone }), zone)

/** `2026-11-22 14:05` as ISO 8601, which is what a range keeps; anything else as it is. */
export const fromEditable = (text: string) => text.trim().replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d)/, '$1T$2')

const lastTitles: Readonly<Record<RangeUnit, (count: number) => string>> = {
  second: (count) => t('Last {count} second | Last {count} seconds', {}, count),
  minute: (count) => t('Last {count} minute | Last {count} minutes', {}, count),
  hour: (count) => t('Last {count} hour | Last {count} hours', {}, count),
  day: (count) => t('Last {count} day | Last {count} days', {}, count),
  week: (count) => t('Last {count} week | Last {count} weeks', {}, count),
  month: (count) => t('Last {count} month | Last {count} months', {}, count),
  quarter: (count) => t('Last {count} quarter | Last {count} quarters', {}, count),
  year: (count) => t('Last {count} year | Last {count} years', {}, count),
  'fiscal quarter': (count) => t('Last {count} fiscal quarter | Last {count} fiscal quarters', {}, count),
  'fiscal year': (count) => t('Last {count} fiscal year | Last {count} fiscal years', {}, count),
}

/** What a range is called: `Last 1 hour`, `2026-11-22 13:00:00 to 14:00:00`. */
export function rangeTitle(time: TimeExpressions, zone: string): string {
  const { from, to } = time
  const quick = [...quickRanges, ...fiscalRanges].find((range) => range.from === from && range.to === to)
  if (quick) return t(quick.title)
  const last = lastOf(time)
  if (last) return lastTitles[last.unit](last.count)
  const textOf = (expression: string) =>
    isRelative(expression) ? expression : formatTime(parseTime(expression, Date.now(), { zone }), zone)
  const [begin, end] = [textOf(from), textOf(to)]
  const [day, clock] = end.split(' ')
  return t('{from} to {to}', { from: begin, to: begin.startsWith(`${day} `) && clock ? clock : end })
}

/** What somebody means who writes `90m`, or `now-90m`: the last 90 minutes; undefined for anything else. */
export function parseLast(text: string): TimeExpressions | undefined {
  const [, length] = /^(?:now-)?(\d{1,9}(?:[smhdwMQy]|f[Qy]))$/.exec(text.trim()) ?? []
  return length === undefined ? undefined : { from: `now-${length}`, to: 'now' }
}

/** An absolute end as the address keeps it: milliseconds, which mean the same in every zone. */
const toAbsolute = (expression: string, { now, calendar }: TimeMoment, roundUp: boolean) =>
  isRelative(expression) ? expression : String(parseTime(expression, now, calendar, roundUp))

export interface EditedRange {
  readonly time?: TimeExpressions
  readonly fromProblem?: string
  readonly toProblem?: string
}

const problemOf = (expression: string, { now, calendar }: TimeMoment) => {
  try {
    parseTime(expression, now, calendar)
    return undefined
  } catch (error) {
    return isCodedError(error) ? problemText({ ...error, detail: error.message }) : String(error)
  }
}

/** The range of two edited ends, or what is wrong with them. */
export function readEdited(fromText: string, toText: string, moment: TimeMoment): EditedRange {
  const from = fromEditable(fromText)
  const to = fromEditable(toText)
  const fromProblem = problemOf(from, moment)
  const toProblem = problemOf(to, moment)
  if (fromProblem !== undefined || toProblem !== undefined)
    return { ...(fromProblem !== undefined && { fromProblem }), ...(toProblem !== undefined && { toProblem }) }
  try {
    resolveRange({ from, to }, moment.now, moment.calendar)
  } catch {
    return { toProblem: t('The range ends before it begins. Swap both ends.') }
  }
  return { time: { from: toAbsolute(from, moment, false), to: toAbsolute(to, moment, true) } }
}
