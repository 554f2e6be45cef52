import type { Column } from '../column/column.ts'
import { NumberColumn } from '../column/number-column.ts'
import type { TextColumn } from '../column/text-column.ts'
import type { SeriesFrame } from '../series/series-frame.ts'
import { TableFrame } from '../table/table-frame.ts'
import { explicitTimes } from './explicit-times.ts'
import { toColumnName } from './flat-names.ts'

/**
 * One row a point: its labels, `time`, and the value fields, which are views. A label that is called like a field becomes
 * `label.NAME`. Units and display names of single series are columns, too, unless others are called so. Missing points of
 * a regular frame are rows of nulls.
 */
export function toLong(frame: SeriesFrame): TableFrame {
  const { offsets, points, length } = frame
  const fields = new Map<string, Column>()
  const repeat = (column: TextColumn): TextColumn => {
    const codes = new Int32Array(points)
    for (let i = 0; i < length; i++) codes.fill(column.codes[i]!, offsets[i], offsets[i + 1])
    return column.withCodes(codes)
  }
  for (const [name, column] of frame.labels) fields.set(toColumnName(name, frame.fields), repeat(column))
  for (const [name, column] of frame.own)
    if (!fields.has(name) && !frame.fields.has(name)) fields.set(name, repeat(column))
  // Many look at no time.
  fields.set('time', new NumberColumn('time', { length: points, read: () => explicitTimes(frame) }))
  for (const [name, column] of frame.fields) fields.set(name, column)
  return new TableFrame({ fields, meta: frame.meta })
}
