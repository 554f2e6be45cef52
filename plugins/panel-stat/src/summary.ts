import { reducerTitle, summarizeValues, type Summary } from '@orrery/sdk'
import type { Options } from './options.ts'

const summary: Summary<Options> = ({ options, ...given }) => {
  const { reduce, textMode } = options
  return summarizeValues(given, reduce, ({ value, shown, index, total }) => {
    const { name, course, calculation } = value
    const text = total === 1 && textMode !== 'name' && course === undefined ? shown : `${name}: ${shown}`
    // What all values are is said once.
    const isTold = index === 0 && reduce.calculations.length === 1 && course !== undefined
    return isTold && calculation !== undefined ? `${reducerTitle(calculation)}: ${text}` : text
  })
}
export default summary
