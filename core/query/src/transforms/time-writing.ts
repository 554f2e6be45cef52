import { parseUnit } from '@orrery/format'
import type { TransformContext } from './transform.ts'

/** As ISO 8601 with its offset: `2026-11-22T12:05:09+01:00`. */
const isoPattern = 'YYYY-MM-DDTHH:mm:ssZ'

/**
 * Writes times, in milliseconds, by a pattern of date units (`DD.MM.YYYY HH:mm`), by ISO 8601 when it is empty; names of
 * days and months are English. A zone that is none says so, and is the one of the context.
 */
export function timeWriter(pattern: string, zone: string, { timeZone: own, note }: TransformContext) {
  const unit = parseUnit(`time:${pattern === '' ? isoPattern : pattern}`)
  // A unit that begins with `time:` is one of dates.
  const write = (ms: number, timeZone: string) =>
    unit.kind === 'date' ? unit.toText(ms, { timeZone, locale: 'en-US' }) : ''
  let timeZone = zone === '' ? own : zone
  try {
    write(0, timeZone)
  } catch {
    note(`"${timeZone}" is no time zone that is known here: times are of ${own}.`)
    timeZone = own
  }
  return (ms: number): string | undefined => (Math.abs(ms) <= 8.64e15 ? write(ms, timeZone) : undefined)
}
