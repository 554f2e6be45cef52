import { formatValue, type Summary } from '@orrery/sdk'

import type { BigOptions } from './options.ts'

const summary: Summary<BigOptions> = ({ frames }) => {
  const [frame] = frames
  if (frame?.kind !== 'series' || frame.length === 0) return 'No data'
  const { unit } = frame.field().meta
  return formatValue(frame.at(0).values.at(-1), unit === undefined ? {} : { unit }).full
}

export default summary
