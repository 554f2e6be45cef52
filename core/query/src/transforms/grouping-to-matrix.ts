import { TableFrame, type Column, type Frame } from '@orrery/frames'
import { Type, type Static } from '@orrery/schema'
import { cellText } from './cell-text.ts'
import { FieldName } from './field-name.ts'
import { findName } from './fields.ts'
import { fillMissing, Filling } from './fill-missing.ts'
import { spreadCells } from './matrix-cells.ts'
import { groupFrame, groupTable, toRowsWith } from './table-groups.ts'
import { builtIn, type TransformContext } from './transform.ts'
import { uniqueName } from './unique-name.ts'

/** The most cells and columns of a matrix; what is beyond them is left out. */
const MOST_COLUMNS = 10_000
const MOST_CELLS = 20_000_000

const Options = Type.Object({
  column: FieldName({ title: 'Columns', description: 'Each of its values becomes a column.', default: '' }),
  row: FieldName({ title: 'Rows', description: 'Each of its values becomes a row.', default: 'time' }),
  value: FieldName({ title: 'Values', description: 'What stands in the cells.', default: 'value' }),
  empty: Filling,
})
type Options = Static<typeof Options>

/** Long to wide: a pivot table. */
export const groupingToMatrix = builtIn({
  id: 'groupingToMatrix',
  title: 'Grouping to matrix',
  group: 'group',
  description: 'Spreads the rows of a table over a matrix: one field gives the columns, one the rows, one the cells.',
  keywords: ['pivot', 'wide', 'cross table'],
  notes: `
Each frame by itself. Of a frame of series, labels, time and values are fields. The first column is called
\`row\\column\` after the two fields, the others after the values of the column field; both stand in the order in which values
are met. Where several rows meet in a cell, the last one counts. A missing value of the column field gives the column
\`null\`, one of the row field a row without a name.

Cells without a value hold 0, an empty text, true or false only where the values are of that kind; else they are missing. In
Grafana they hold an empty text unless told otherwise. A frame that lacks one of the fields stays as it is. There are at most
${MOST_COLUMNS.toLocaleString('en')} columns and ${MOST_CELLS.toLocaleString('en')} cells; what is beyond is left out, and a notice says so.
`,
  options: Options,
  apply: (frames, options, { note }) => frames.map((frame) => toMatrix(frame, options, note)),
})

function toMatrix(frame: Frame, options: Options, note: TransformContext['note']): Frame {
  if (options.column === '') return frame
  const table = toRowsWith(frame, [options.column, options.row, options.value])
  const found = [options.column, options.row, options.value].map((name) => {
    const known = findName(table.fields.keys(), name)
    if (known === undefined) note(`Field "${name}" is not there: there is no matrix of it.`)
    return known
  })
  const [columnName, rowName, valueName] = found
  if (columnName === undefined || rowName === undefined || valueName === undefined) return frame
  const columns = groupFrame(frame, table, [columnName])
  const rows = groupTable(table, [rowName])
  const heads = Array.from(columns.firsts, (first) => cellText(table.field(columnName), first) ?? 'null')
  const kept = Math.min(
    heads.length,
    MOST_COLUMNS,
    Math.max(1, Math.floor(MOST_CELLS / Math.max(1, rows.firsts.length))),
  )
  if (kept < heads.length) note(`${heads.length - kept} of ${heads.length} columns are left out of the matrix.`)

  const corner = `${rowName}\\${columnName}`
  const fields = new Map<string, Column>([[corner, table.field(rowName).gather(rows.firsts)]])
  spreadCells(table.field(valueName), columns, rows, kept).forEach((cells, c) =>
    fields.set(uniqueName(heads[c]!, fields), fillMissing(cells, options.empty)),
  )
  return new TableFrame({ fields, meta: table.meta })
}
