import { formatDuration, formatValue, reduce, reducers, type Column, type NumberReducerId } from '@orrery/sdk'
import type { FootCell } from '@orrery/ui'
import type { SheetColumn } from '../sheet.ts'
import { t } from '../text.ts'

const differences: ReadonlySet<NumberReducerId> = new Set(['range', 'diff', 'step', 'delta', 'stdDev'])

/** The figures below a column, of the rows that are shown; undefined where it has none. */
export function toFoot(
  { column, config, options: { footer } }: SheetColumn,
  timeZone: string,
): ((rows: Uint32Array | undefined) => readonly FootCell[]) | undefined {
  if (footer.length === 0) return undefined
  return (rows) => {
    const values = numbersOf(column, rows)
    const isTime = column.kind === 'time'
    const hasNumbers = isTime || column.kind === 'number' || column.kind === 'integer'
    return footer.flatMap((id) => {
      const { title, unit } = reducers[id]
      // Of texts there are only numbers of them.
      if (!hasNumbers && (unit !== 'none' || id === 'variance')) return []
      const value = reduce(id, values)
      const text =
        isTime && value !== undefined && differences.has(id)
          ? formatDuration(value)
          : formatValue(value, unit === undefined ? config : { ...config, unit }, { timeZone }).full
      return [{ title: t(title), text }]
    })
  }
}

/** The cells of some rows as numbers, NaN where one is missing; equal texts get equal numbers. */
function numbersOf(column: Column, rows: Uint32Array | undefined): Float64Array {
  const read = toRead(column)
  return Float64Array.from({ length: rows?.length ?? column.length }, (_, k) => read(rows ? rows[k]! : k))
}

function toRead(column: Column): (row: number) => number {
  if (column.kind === 'number' || column.kind === 'integer' || column.kind === 'time') {
    const { values } = column
    return (row) => values[row]!
  }
  if (column.kind === 'text') return (row) => (column.codes[row]! < 0 ? Number.NaN : column.codes[row]!)
  const places = new Map<string, number>()
  return (row) => {
    if (column.isNull(row)) return Number.NaN
    const text = String(column.kind === 'json' ? JSON.stringify(column.at(row)) : column.at(row))
    const place = places.get(text) ?? places.size
    places.set(text, place)
    return place
  }
}
