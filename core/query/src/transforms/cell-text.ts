import { formatIsoTime } from '@orrery/format'
import type { Column } from '@orrery/frames'

/** A cell as text, for the name of a column or frame: times as ISO 8601 in UTC. Undefined for a missing one. */
export function cellText(column: Column, row: number): string | undefined {
  if (column.isNull(row)) return undefined
  if (column.kind === 'time') return formatIsoTime(column.values[row]!)
  if (column.kind === 'json') return column.strings.at(row)
  const cell = column.at(row)
  return typeof cell === 'number' && Number.isNaN(cell) ? undefined : String(cell)
}
