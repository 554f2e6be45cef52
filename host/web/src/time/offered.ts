import { fiscalRanges, quickRanges, type TimeExpressions } from '@orrery/query'
import type { DashboardTime } from '@orrery/dashboard'
import { parseDuration } from '@orrery/sdk'
import { t } from '../text.ts'
import { parseLast, rangeTitle } from './time-text.ts'

/** A range that is chosen by its name. */
export interface OfferedRange extends TimeExpressions {
  /** In the language of the viewer; one of the dashboard as its author wrote it. */
  readonly title: string
}

const isFiscal = ({ fiscalYearStartMonth = 1 }: Pick<DashboardTime, 'fiscalYearStartMonth'>) =>
  fiscalYearStartMonth !== 1

/** What a picker offers: the ranges of the dashboard, or else the usual ones. */
export function offeredRanges(
  settings: Pick<DashboardTime, 'quickRanges' | 'fiscalYearStartMonth'>,
): readonly OfferedRange[] {
  if (settings.quickRanges?.length) return settings.quickRanges
  const usual = isFiscal(settings) ? [...quickRanges, ...fiscalRanges] : quickRanges
  return usual.map((range) => ({ from: range.from, to: range.to, title: t(range.title) }))
}

/** Those that a search finds, by words of their titles or by their expressions; for `90m` the last 90 minutes too. */
export function findRanges(ranges: readonly OfferedRange[], search: string, zone: string): readonly OfferedRange[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const found = ranges.filter(({ title, from, to }) => {
    const text = `${title} ${from} ${to}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const last = parseLast(search)
  const isNew = last && !found.some(({ from, to }) => from === last.from && to === last.to)
  return isNew ? [{ ...last, title: rangeTitle(last, zone) }, ...found] : found
}

const usualIntervals: readonly number[] = [1000, 5000, 10_000, 30_000, 60_000, 300_000]

/** What is offered for refreshing, in milliseconds: as the dashboard has it, or else the usual. */
export const intervalsOf = ({ refreshIntervals }: Pick<DashboardTime, 'refreshIntervals'>): readonly number[] =>
  refreshIntervals?.length ? refreshIntervals.flatMap((interval) => parseDuration(interval) ?? []) : usualIntervals
