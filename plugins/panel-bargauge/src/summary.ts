import { sayOnScale, summarizeValues, valueScale, type Summary } from '@orrery/sdk'
import type { Options } from './options.ts'

const summary: Summary<Options> = ({ options, ...given }) =>
  summarizeValues(
    given,
    options.reduce,
    ({ value, shown }) => `${value.name}: ${sayOnScale(value, shown, valueScale(value, options.neutral))}`,
  )
export default summary
