import type { Summary } from '@orrery/sdk'
import { titleOfCalculation } from './calculation.ts'
import type { Options } from './options.ts'
import { showValue } from './shown.ts'
import { t } from './text.ts'
import { readValues } from './values.ts'

const mostNamed = 5

const summary: Summary<Options> = ({ options, frames, fieldConfig, timeZone }) => {
  const { values, total } = readValues(frames, options.calculation, fieldConfig)
  if (total === 0) return t('No values.')
  const parts = values.slice(0, mostNamed).map((value, index) => {
    const { full } = showValue(value, index, { theme: 'light', timeZone })
    return total === 1 && options.textMode !== 'name' && value.course === undefined ? full : `${value.name}: ${full}`
  })
  const more = total - parts.length
  const calculation = t(titleOfCalculation[options.calculation])
  const rest = more > 0 ? ` ${t('And {count} more value. | And {count} more values.', {}, more)}` : ''
  return `${values[0]!.course ? `${calculation}: ` : ''}${parts.join('; ')}.${rest}`
}
export default summary
