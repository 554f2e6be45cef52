import { formatValue, reduce, type Notice, type Summary } from '@orrery/sdk'
import type { Options } from './options.ts'
import { readSeries, type ChartContent } from './series.ts'
import { t } from './text.ts'

const mostNamed = 5

const summary: Summary<Options> = ({ frames, fieldConfig, timeZone, options }) =>
  describeSeries(readSeries(frames, fieldConfig, options.maxSeries), timeZone)
export default summary

/** How many series there are, and of the first ones the last, lowest and highest value. */
export function describeSeries({ series, total }: ChartContent, timeZone: string): string {
  if (total === 0) return t('No series.')
  const parts = series.slice(0, mostNamed).map(({ name, config, values }) => {
    const text = (value: number | undefined) => formatValue(value ?? NaN, config, { timeZone }).full
    const last = reduce('lastNotNull', values)
    if (last === undefined) return t('{name}: no values', { name })
    const [min, max] = [reduce('min', values), reduce('max', values)]
    return t('{name}: last {last}, {min} to {max}', { name, last: text(last), min: text(min), max: text(max) })
  })
  const more = total - parts.length
  const rest = more > 0 ? ` ${t('And {count} more. | And {count} more.', {}, more)}` : ''
  return `${t('{count} series. | {count} series.', {}, total)} ${parts.join('; ')}.${rest}`
}

/** What the panel itself has to say: which series it leaves out, and what of tables it could not draw. */
export function toNotices({ series, total, notices }: ChartContent): readonly Notice[] {
  const drawn = series.length
  if (drawn === total) return notices
  const text = t(
    '{drawn} of {count} series are drawn: those that reach highest. To see more, raise "Most series" in the options of the panel, or ask for fewer in its query.',
    { drawn },
    total,
  )
  return [{ severity: 'warning', text }, ...notices]
}
