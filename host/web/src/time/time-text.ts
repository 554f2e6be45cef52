import { describeRange, parseTime, resolveRange, type TimeExpressions } from '@orrery/query'
import { formatTime, isCodedError } from '@orrery/sdk'
import { t } from '../text.ts'

const isRelative = (expression: string) => expression.startsWith('now')

/** An end of a range as a person edits it: relative as it is, absolute as date and time in the zone. */
export const toEditable = (expression: string, zone: string) =>
  isRelative(expression) ? expression : formatTime(parseTime(expression, Date.now(), zone), zone)

/** `2026-11-22 14:05` as ISO 8601, which is what a range keeps; anything else as it is. */
export const fromEditable = (text: string) => text.trim().replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d)/, '$1T$2')

/** What a range is called: `Last 1 hour`, `2026-11-22 13:00:00 to 14:00:00`. */
export function rangeTitle({ from, to }: TimeExpressions, zone: string): string {
  if (isRelative(from) || isRelative(to)) return t(describeRange(from, to))
  const begin = toEditable(from, zone)
  const end = toEditable(to, zone)
  const [day, clock] = end.split(' ')
  return t('{from} to {to}', { from: begin, to: begin.startsWith(`${day} `) && clock ? clock : end })
}

/** An absolute end as the address keeps it: milliseconds, which mean the same in every zone. */
const toAbsolute = (expression: string, zone: string, roundUp: boolean) =>
  isRelative(expression) ? expression : String(parseTime(expression, Date.now(), zone, roundUp))

export interface EditedRange {
  readonly time?: TimeExpressions
  readonly fromProblem?: string
  readonly toProblem?: string
}

const problemOf = (expression: string, zone: string) => {
  try {
    parseTime(expression, Date.now(), zone)
    return undefined
  } catch (error) {
    return isCodedError(error) ? error.message : String(error)
  }
}

/** The range of two edited ends, or what is wrong with them. */
export function readEdited(fromText: string, toText: string, zone: string): EditedRange {
  const from = fromEditable(fromText)
  const to = fromEditable(toText)
  const fromProblem = problemOf(from, zone)
  const toProblem = problemOf(to, zone)
  if (fromProblem !== undefined || toProblem !== undefined)
    return { ...(fromProblem !== undefined && { fromProblem }), ...(toProblem !== undefined && { toProblem }) }
  try {
    resolveRange({ from, to }, Date.now(), zone)
  } catch {
    return { toProblem: t('The range ends before it begins. Swap both ends.') }
  }
  return { time: { from: toAbsolute(from, zone, false), to: toAbsolute(to, zone, true) } }
}
