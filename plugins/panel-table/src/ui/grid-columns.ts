import type { Column } from '@orrery/sdk'
import type { TableColumn, TableSort } from '@orrery/ui'
import type { Options } from '../options.ts'
import { isCalled, type Sheet, type SheetColumn } from '../sheet.ts'

export const rowHeights: Readonly<Record<Options['cellHeight'], number>> = { small: 24, medium: 30, large: 42 }

/** The columns of a sheet as the grid takes them. */
export function toGridColumns({ columns, length }: Sheet, { colorMode, rowNumbers }: Options): TableColumn[] {
  const shown = columns.map((column) => toGridColumn(column, length, colorMode))
  return rowNumbers ? [rowNumberColumn(length), ...shown] : shown
}

function toGridColumn(column: SheetColumn, length: number, colorMode: Options['colorMode']): TableColumn {
  const { name, title, isNumeric, show } = column
  let numbers: Float64Array | undefined
  return {
    key: name,
    title,
    width: widthOf(column, length),
    align: isNumeric ? 'end' : 'start',
    text: (row) => show(row).full,
    ...(colorMode !== 'none' && { color: (row) => show(row).color, fill: colorMode === 'background' }),
    // Made when it is first sorted by.
    ...(hasNumbers(column.column) && {
      get numbers() {
        return (numbers ??= toNumbers(column.column))
      },
    }),
  }
}

const rowNumberColumn = (length: number): TableColumn => ({
  key: '#',
  title: '#',
  width: 24 + String(length).length * glyph,
  align: 'end',
  text: (row) => String(row + 1),
  numbers: Float64Array.from({ length }, (_, row) => row),
})

const glyph = 7
const padding = 24
const least = 64
const most = 420
const looked = 100

/** Wide enough for the title and the first rows. */
function widthOf({ title, show }: SheetColumn, length: number): number {
  let longest = title.length + 2
  for (let row = 0; row < Math.min(length, looked); row++) longest = Math.max(longest, show(row).full.length)
  return Math.min(most, Math.max(least, Math.ceil(longest * glyph) + padding))
}

const hasNumbers = ({ kind }: Column) => kind !== 'text' && kind !== 'longText' && kind !== 'json'

/** What a column is sorted by, NaN where a cell is missing. */
function toNumbers(column: Column): Float64Array {
  if (column.kind === 'nanos') return toRanks(column.values, (row) => column.isNull(row))
  if (column.kind === 'boolean')
    return Float64Array.from({ length: column.length }, (_, row) => (column.isNull(row) ? NaN : column.values[row]!))
  if (column.kind === 'number' || column.kind === 'integer' || column.kind === 'time') return column.values
  return new Float64Array(column.length).fill(NaN)
}

/** The place of each value in their order, as nanoseconds are more than a number holds exactly. */
function toRanks(values: BigInt64Array, isNull: (row: number) => boolean): Float64Array {
  const order = Uint32Array.from(values.keys()).sort((a, b) =>
    values[a]! < values[b]! ? -1 : Number(values[a]! > values[b]!),
  )
  const ranks = new Float64Array(values.length)
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!
    const isTie = i > 0 && values[order[i - 1]!] === values[row]
    ranks[row] = isTie ? ranks[order[i - 1]!]! : i
  }
  return ranks.map((rank, row) => (isNull(row) ? NaN : rank))
}

/** How a sheet is sorted at first. */
export function toFirstSort({ columns }: Sheet, { sort }: Options): TableSort | undefined {
  const column = sort && columns.find((one) => isCalled(one, sort.column))
  return column && { key: column.name, descending: sort.direction === 'descending' }
}
