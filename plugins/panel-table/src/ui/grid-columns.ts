import type { Column } from '@orrery/sdk'
import type { TableColumn, TableSort, TextCodes } from '@orrery/ui'
import type { Options } from '../options.ts'
import { isMissing } from '../series-table.ts'
import { isCalled, type Sheet, type SheetColumn } from '../sheet.ts'
import { toDraw, type Look } from './cells/draw.ts'
import { toOffers } from './cells/links.ts'
import { toPaint } from './cells/paint.ts'
import { countText } from './cells/rows.ts'
import { toFoot, toGroup } from './footer.ts'

export const rowHeights: Readonly<Record<Options['cellHeight'], number>> = { small: 24, medium: 30, large: 42 }

/** The columns of a sheet as the grid takes them. */
export function toGridColumns({ columns, length }: Sheet, given: Look): TableColumn[] {
  const shown = columns.map((column) => toGridColumn(column, length, given))
  return given.options.rowNumbers ? [rowNumberColumn(length), ...shown] : shown
}

/** How whole rows are coloured: by the first column that does it. */
export function toRowPaint({ columns }: Sheet) {
  const column = columns.find(({ options: { cell } }) => cell.type === 'color-background' && cell.applyToRow)
  return column && toPaint(column)
}

function toGridColumn(shown: SheetColumn, length: number, given: Look): TableColumn {
  const { name, title, config, options, column, isNumeric, show } = shown
  const align = options.align === 'auto' ? (isNumeric ? 'end' : 'start') : options.align
  const { cell } = options
  const tip = shown.tip ?? (cell.type === 'rows' ? (row: number) => countText(column.at(row)) : undefined)
  const paint = cell.type === 'color-background' && cell.applyToRow ? undefined : toPaint(shown)
  const draw = toDraw(shown, given)
  const foot = toFoot(shown, given.timeZone)
  const group = toGroup(shown, given.timeZone)
  const leadsOn = (config.links?.length ?? 0) + (config.actions?.length ?? 0) > 0
  const { placement = 'auto' } = options.tooltip ?? {}
  let numbers: ArrayLike<number> | undefined
  let codes: TextCodes | undefined
  return {
    key: name,
    title,
    width: options.width ?? widthOf(shown, length),
    fixed: options.width !== undefined,
    align,
    text: (row) => show(row).full,
    whole: (row) => toWhole(column, row) ?? show(row).full,
    isMissing: (row) => isMissing(column, row),
    inspectable: options.inspect,
    sortable: options.sortable,
    wraps: options.wrapText || cell.type === 'rows',
    wrapsTitle: options.wrapHeaderText,
    hidesTitle: options.hideHeader,
    ...(options.minWidth !== undefined && { minWidth: options.minWidth }),
    ...(config.description !== undefined && { description: config.description }),
    ...(given.options.typeIcons && { icon: typeIcons[column.kind] }),
    ...(config.filterable !== false && { filter: isNumeric ? ('range' as const) : ('values' as const) }),
    ...(tip && { tip }),
    ...(leadsOn && { offers: (row: number) => toOffers(shown.links(row), shown.actions(row)) }),
    ...(tip && placement !== 'auto' && { tipSide: placement }),
    ...(paint && { paint }),
    ...(draw && { draw }),
    ...(foot && { foot }),
    ...(group && { group }),
    // Made when it is first sorted or filtered by.
    ...(hasNumbers(column) && {
      get numbers() {
        return (numbers ??= toNumbers(column))
      },
    }),
    ...(column.kind === 'text' && {
      get codes() {
        return (codes ??= toCodes(column, show))
      },
    }),
  }
}

const typeIcons: Readonly<Record<Column['kind'], string>> = {
  time: 'clock',
  nanos: 'clock',
  number: 'hash',
  integer: 'hash',
  boolean: 'toggle-left',
  text: 'type',
  longText: 'type',
  json: 'braces',
}

/** JSON with line breaks, and numbers with all their digits. */
function toWhole(column: Column, row: number): string | undefined {
  const cell = column.at(row)
  if (cell === null) return undefined
  if (column.kind === 'json') return JSON.stringify(cell, undefined, 2)
  return column.kind === 'time' || column.kind === 'nanos' || column.kind === 'boolean' ? undefined : String(cell)
}

const rowNumberColumn = (length: number): TableColumn => ({
  key: '#',
  title: '#',
  isNumber: true,
  width: 40 + String(length).length * glyph,
  fixed: true,
  align: 'end',
  text: (row) => String(row + 1),
  numbers: Float64Array.from({ length }, (_, row) => row),
})

const glyph = 7
const padding = 40
const least = 64
const most = 420
const looked = 100
const drawnWidths: Partial<Record<SheetColumn['options']['cell']['type'], number>> = {
  gauge: 180,
  sparkline: 200,
  markdown: 300,
  rows: 420,
}

/** Wide enough for the title and the first rows. */
function widthOf({ title, show, options: { cell } }: SheetColumn, length: number): number {
  const drawn = drawnWidths[cell.type]
  if (drawn !== undefined) return drawn
  let longest = title.length + 2
  for (let row = 0; row < Math.min(length, looked); row++) longest = Math.max(longest, show(row).full.length)
  return Math.min(most, Math.max(least, Math.ceil(longest * glyph) + padding))
}

const hasNumbers = ({ kind }: Column) => kind !== 'text' && kind !== 'longText' && kind !== 'json'

/** What a column is sorted by, NaN where a cell is missing. */
function toNumbers(column: Column): ArrayLike<number> {
  if (column.kind === 'nanos') return toRanks(column.values, (row) => column.isNull(row))
  if (column.kind === 'boolean')
    return Float64Array.from({ length: column.length }, (_, row) => (column.isNull(row) ? NaN : column.values[row]!))
  if (column.kind === 'number' || column.kind === 'integer' || column.kind === 'time') return column.values
  return new Float64Array(column.length).fill(NaN)
}

/** The place of each value in their order, as nanoseconds are more than a number holds exactly. */
function toRanks(values: BigInt64Array, isNull: (row: number) => boolean): Float64Array {
  const sorted = values.slice().sort()
  const placeOf = new Map<bigint, number>()
  for (const value of sorted) if (!placeOf.has(value)) placeOf.set(value, placeOf.size)
  return Float64Array.from(values, (value, row) => (isNull(row) ? NaN : placeOf.get(value)!))
}

/** What is shown for each text of a column; several texts may be shown as one. */
function toCodes(column: Extract<Column, { kind: 'text' }>, show: SheetColumn['show']): TextCodes {
  const places = new Map<string, number>()
  const placeOfCode = new Int32Array(column.dictionary.length).fill(-1)
  const codes = new Int32Array(column.length)
  for (let row = 0; row < codes.length; row++) {
    const code = column.codes[row]!
    if (code < 0) codes[row] = -1
    else {
      if (placeOfCode[code]! < 0) {
        const text = show(row).full
        if (!places.has(text)) places.set(text, places.size)
        placeOfCode[code] = places.get(text)!
      }
      codes[row] = placeOfCode[code]!
    }
  }
  return { codes, texts: [...places.keys()] }
}

/** Keys of the columns that rows are grouped by. */
export const toGroupKeys = ({ columns }: Sheet, { groupBy }: Options): readonly string[] => [
  ...new Set(groupBy.flatMap((wanted) => columns.find((one) => isCalled(one, wanted))?.name ?? [])),
]

/** How a sheet is sorted at first. */
export const toFirstSort = ({ columns }: Sheet, { sort }: Options): readonly TableSort[] =>
  sort.flatMap(({ column: wanted, direction }) => {
    const column = columns.find((one) => isCalled(one, wanted))
    return column ? [{ key: column.name, descending: direction === 'descending' }] : []
  })
