import { panelRange, type PanelSpec, type TimeMoment } from '@orrery/dashboard'
import { formatDuration, isCodedError, parseDuration } from '@orrery/sdk'
import type { PanelData } from '../query/panel-data.ts'
import { t } from '../text.ts'
import { rangeTitle } from '../time/time-text.ts'

const durationOf = (text: string | undefined) => {
  const ms = text === undefined ? undefined : parseDuration(text)
  return ms ? formatDuration(ms) : undefined
}

/** What is said in a panel's head of times that are its own: its range, shift and comparison. */
export function timeTexts({ range, shift, timeCompare }: PanelSpec, timeZone: string): readonly string[] {
  const [shifted, compared] = [durationOf(shift), durationOf(timeCompare)]
  return [
    ...(range ? [rangeTitle(range, timeZone)] : []),
    ...(shifted === undefined ? [] : [t('{duration} earlier', { duration: shifted })]),
    ...(compared === undefined ? [] : [t('with {duration} earlier', { duration: compared })]),
  ]
}

/** The data of a panel with the range that it shows, where that is not the one of the dashboard. */
export function withOwnRange(spec: PanelSpec, data: PanelData, moment: TimeMoment): PanelData {
  if (!spec.range && spec.shift === undefined) return data
  try {
    return { ...data, range: panelRange(spec, { range: data.range, ...moment }) }
  } catch (error) {
    // The host says what is wrong with the range.
    if (isCodedError(error)) return data
    throw error
  }
}
