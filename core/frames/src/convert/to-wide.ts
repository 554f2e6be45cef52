import type { Column } from '../column/column.ts'
import { NumberColumn } from '../column/number-column.ts'
import { withNotice } from '../frame.ts'
import type { SeriesFrame } from '../series/series-frame.ts'
import { TableFrame } from '../table/table-frame.ts'
import { placesOn, uniteTimes } from './align.ts'

export interface WideOptions {
  /** Which field; by default the first. */
  readonly field?: string
  /** The most series that become columns; 100 by default. */
  readonly maxColumns?: number
  /** The most cells, times beside series; 1,000,000 by default. At least one series is kept. */
  readonly maxCells?: number
}

/**
 * A `time` column, and a column for each series called by its labels. Series beyond the limits are left out, and a notice
 * says so. A series has a null where it has no point at a time.
 */
export function toWide(
  frame: SeriesFrame,
  { field, maxColumns = 100, maxCells = 1_000_000 }: WideOptions = {},
): TableFrame {
  const source = frame.field(field)
  let lists = Array.from({ length: Math.min(maxColumns, frame.length) }, (_, i) => frame.timesAt(i))
  let axis = uniteTimes(lists)
  if (lists.length * axis.length > maxCells) {
    lists = lists.slice(0, Math.max(1, Math.floor(maxCells / axis.length)))
    axis = uniteTimes(lists)
  }
  const fields = new Map<string, Column>([['time', new NumberColumn('time', axis)]])
  lists.forEach((times, i) => {
    const first = frame.offsets[i]!
    const isWhole = times.length === axis.length
    const column = isWhole ? source.slice(first, first + times.length) : source.gather(placesOn(axis, times, first))
    fields.set(columnName(frame, i, fields), column.withMeta(frame.metaAt(i, field)))
  })
  const table = new TableFrame({ fields, meta: frame.meta })
  const cut = frame.length - lists.length
  return cut > 0
    ? withNotice(table, { severity: 'warning', text: `${cut} of ${frame.length} series are left out of the table.` })
    : table
}

/** The labels as text, made unique where they are not, or are called like the time. */
function columnName(frame: SeriesFrame, i: number, taken: ReadonlyMap<string, Column>): string {
  const labels = Object.entries(frame.labelsAt(i))
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(', ')
  const base = labels || frame.meta.name || 'value'
  let name = base
  for (let n = i + 1; taken.has(name); n++) name = `${base} #${n}`
  return name
}
