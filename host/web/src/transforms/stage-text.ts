import { t } from '../text.ts'
import type { FrameCount, StageSummary } from './stages.ts'

/** How much there is, in words. */
export function countText({ tables, columns, rows, series }: FrameCount): string {
  if (tables === 0 && series === 0) return t('nothing')
  const size = { columns, rows: rows.toLocaleString(document.documentElement.lang || 'en') }
  const ofTables =
    tables === 1 ? t('1 table of {columns} × {rows}', size) : t('{count} table | {count} tables', {}, tables)
  const ofSeries = t('{count} series | {count} series', {}, series)
  return [...(tables > 0 ? [ofTables] : []), ...(series > 0 ? [ofSeries] : [])].join(', ')
}

/** What a step did, in short. */
export const stageText = ({ before, after }: StageSummary): string =>
  t('{before} in, {after} out', { before: countText(before), after: countText(after) })
