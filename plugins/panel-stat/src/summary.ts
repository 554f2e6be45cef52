import { numberReducers, readValues, showValue, type NumberReducerId, type Summary } from '@orrery/sdk'
import type { Options } from './options.ts'
import { t } from './text.ts'

const mostNamed = 5

/** What a calculation is called. */
export const titleOf = (id: NumberReducerId) => t(numberReducers[id].title)

const summary: Summary<Options> = ({ options, frames, fieldConfig, timeZone }) => {
  const { values, total } = readValues(frames, fieldConfig, options.reduce, { titleOf, timeZone })
  const [first] = values
  if (!first) return t('No values.')
  const parts = values.slice(0, mostNamed).map((value, index) => {
    const { full } = showValue(value, index, { theme: 'light', timeZone })
    return total === 1 && options.textMode !== 'name' && value.course === undefined ? full : `${value.name}: ${full}`
  })
  const more = total - parts.length
  const calculation = options.reduce.calculations.length === 1 && first.course && first.calculation
  const rest = more > 0 ? ` ${t('And {count} more value. | And {count} more values.', {}, more)}` : ''
  return `${calculation ? `${titleOf(calculation)}: ` : ''}${parts.join('; ')}.${rest}`
}
export default summary
