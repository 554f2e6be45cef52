import { findName, NumberColumn, type Apply, type Frame, type TransformContext } from '@orrery/sdk'
import type { Options } from './options.ts'

const apply: Apply<Options> = (frames, { field }, { note }) => frames.map((frame) => shareOf(frame, field, note))
export default apply

function shareOf(frame: Frame, field: string, note: TransformContext['note']): Frame {
  const name = findName(frame.fields.keys(), field)
  const column = name === undefined ? undefined : frame.fields.get(name)
  if (name === undefined || column?.kind !== 'number') {
    note(`There is no field "${field}" with numbers, so nothing is divided.`)
    return frame
  }
  let sum = 0
  for (let i = 0; i < column.length; i++) if (!column.isNull(i)) sum += column.values[i]!
  const shares = new NumberColumn(
    'number',
    column.values.map((value) => value / sum),
    column.validity,
    { ...column.meta, unit: 'percentunit' },
  )
  return frame.kind === 'series'
    ? frame.with({ fields: new Map(frame.fields).set(name, shares) })
    : frame.with({ fields: new Map(frame.fields).set(name, shares) })
}
