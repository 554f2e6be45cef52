import type { TimeMoment } from '@orrery/dashboard'
import { parseTime, type TimeExpressions } from '@orrery/query'
import { CodedError, Type, validate } from '@orrery/sdk'
import { t } from '../text.ts'
import { readEdited } from './time-text.ts'

/** What was copied last on this page: for browsers that let no page read the clipboard. */
let last: string | undefined

const End = Type.Union([Type.String({ maxLength: 64 }), Type.Number()])
/** As {@link copyRange} writes it; other tools may say more. */
const Clip = Type.Object({ from: End, to: End })

/** A range as the text that the clipboard holds: JSON, moments in ISO 8601. */
export function toClip({ from, to }: TimeExpressions, { now, calendar }: TimeMoment): string {
  const textOf = (end: string) => (end.startsWith('now') ? end : new Date(parseTime(end, now, calendar)).toISOString())
  return JSON.stringify({ from: textOf(from), to: textOf(to) })
}

/** What may stand between two ends, the clearest first; what is within an end, as the blank before a clock, is tried last. */
const separators = [/\s*[\n\t;,]\s*/g, /\s+(?:to|bis|[-–—→])\s+/g, /\//g, /\s+/g]
const LONGEST = 200

function parsePair(text: string, moment: TimeMoment): TimeExpressions | undefined {
  for (const separator of separators)
    for (const { index, 0: between } of text.matchAll(separator)) {
      const { time } = readEdited(text.slice(0, index), text.slice(index + between.length), moment)
      if (time) return time
    }
  return undefined
}

function parseJson(text: string, moment: TimeMoment): TimeExpressions | undefined {
  try {
    const clip = validate(Clip, JSON.parse(text))
    return clip.ok ? readEdited(String(clip.value.from), String(clip.value.to), moment).time : undefined
  } catch {
    return undefined
  }
}

/** The range that a text says: JSON with `from` and `to`, two times, or two expressions; undefined for any other text. */
export function parseRange(text: string, moment: TimeMoment): TimeExpressions | undefined {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST) return undefined
  return trimmed.startsWith('{') ? parseJson(trimmed, moment) : parsePair(trimmed, moment)
}

/** Puts a range into the clipboard; where the browser refuses, this page still knows it. */
export async function copyRange(time: TimeExpressions, moment: TimeMoment): Promise<void> {
  last = toClip(time, moment)
  // Browsers give no clipboard to a page that came without encryption from another machine.
  await navigator.clipboard?.writeText(last).catch(() => {})
}

/** The range in the clipboard; throws RANGE_PASTE_INVALID where it holds none. */
export async function pasteRange(moment: TimeMoment): Promise<TimeExpressions> {
  const text = await navigator.clipboard?.readText().catch(() => undefined)
  const range = parseRange(text ?? last ?? '', moment)
  if (range) return range
  const message =
    text === undefined && last === undefined
      ? t('The browser lets no page read the clipboard here. Open the time picker, and paste into its first field.')
      : t('The clipboard holds no time range. Copy one, two times, or now-6h and now, and paste it then.')
  throw new CodedError('ClipboardError', 'RANGE_PASTE_INVALID', 400, message, {})
}
