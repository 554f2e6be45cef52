import {
  formatValue,
  numberReducers,
  readValues,
  showValue,
  valueScale,
  type NumberReducerId,
  type PanelValue,
  type Summary,
  type ValueScale,
} from '@orrery/sdk'
import type { Options } from './options.ts'
import { t } from './text.ts'

const mostNamed = 5

/** What a calculation is called. */
export const titleOf = (id: NumberReducerId) => t(numberReducers[id].title)

/** A value and what it is measured by, in words. */
export function sayValue(value: PanelValue, shown: string, { min, max }: ValueScale): string {
  const [low, high] = [min, max].map((end) => formatValue(end, value.config).full)
  return typeof value.value === 'number'
    ? t('{value} of {low} to {high}', { value: shown, low: low!, high: high! })
    : shown
}

const summary: Summary<Options> = ({ options, frames, fieldConfig, timeZone }) => {
  const { values, total } = readValues(frames, fieldConfig, options.reduce, { titleOf, timeZone })
  if (total === 0) return t('No values.')
  const parts = values.slice(0, mostNamed).map((value, index) => {
    const { full } = showValue(value, index, { theme: 'light', timeZone })
    return `${value.name}: ${sayValue(value, full, valueScale(value))}`
  })
  const more = total - parts.length
  const rest = more > 0 ? ` ${t('And {count} more value. | And {count} more values.', {}, more)}` : ''
  return `${parts.join('; ')}.${rest}`
}
export default summary
