import { formatValue, type Summary } from '@orrery/sdk'
import { readBars, type BarContent } from './bars/read-bars.ts'
import type { Options } from './options.ts'
import { t } from './text.ts'

const mostNamed = 5

const summary: Summary<Options> = (props) => describeBars(readBars(props), props.timeZone)
export default summary

/** How many names there are, and the values of the first ones. */
export function describeBars({ categories, groups }: BarContent, timeZone: string): string {
  if (categories.length === 0 || groups.length === 0) return t('No bars.')
  const parts = categories.slice(0, mostNamed).map(({ text, own }, i) => {
    const values = groups.map((group) => {
      const value = formatValue(group.values[i], own?.config ?? group.config, { timeZone }).full
      return groups.length === 1 ? value : `${group.name} ${value}`
    })
    return `${text}: ${values.join(', ')}`
  })
  const more = categories.length - parts.length
  const rest = more > 0 ? ` ${t('And {count} more. | And {count} more.', {}, more)}` : ''
  return `${t('Bars of {count} name. | Bars of {count} names.', {}, categories.length)} ${parts.join('; ')}.${rest}`
}
