import { formatDuration, formatValue, reduce, reducers, type Column, type NumberReducerId } from '@orrery/sdk'
import type { ColumnGroup, FootCell } from '@orrery/ui'
import type { SheetColumn } from '../sheet.ts'
import { t } from '../text.ts'

const differences: ReadonlySet<NumberReducerId> = new Set(['range', 'diff', 'step', 'delta', 'stdDev'])

type Figures = (rows: Uint32Array | undefined) => readonly FootCell[]

/** The figures below a column, of the rows that are shown; undefined where it has none. */
export const toFoot = (column: SheetColumn, timeZone: string): Figures | undefined =>
  toFigures(column, column.options.footer, timeZone)

/** The figures of groups of rows, which are sorted by the first; undefined where it has none. */
export function toGroup(column: SheetColumn, timeZone: string): ColumnGroup | undefined {
  const { group } = column.options
  const cells = toFigures(column, group, timeZone)
  const first = group.find((id) => fits(id, column.column))
  if (!cells || first === undefined) return undefined
  return { cells, number: (rows) => reduce(first, numbersOf(column.column, rows)) }
}

const hasNumbers = ({ kind }: Column) => kind === 'time' || kind === 'number' || kind === 'integer'

// Of texts there are only numbers of them.
const fits = (id: NumberReducerId, column: Column) =>
  hasNumbers(column) || (reducers[id].unit === 'none' && id !== 'variance')

function toFigures(
  { column, config }: SheetColumn,
  ids: readonly NumberReducerId[],
  timeZone: string,
): Figures | undefined {
  if (ids.length === 0) return undefined
  return (rows) => {
    const values = numbersOf(column, rows)
    return ids.flatMap((id) => {
      if (!fits(id, column)) return []
      const { title, unit } = reducers[id]
      const value = reduce(id, values)
      const text =
        column.kind === 'time' && value !== undefined && differences.has(id)
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
