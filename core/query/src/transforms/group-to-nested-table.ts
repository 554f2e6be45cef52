import { createBuilder, gatherGroups, type Column, type TableFrame } from '@orrery/frames'
import { Type } from '@orrery/schema'
import { toRows } from './fields.ts'
import { GroupOptions, inOrderOf, toGroups } from './group-by.ts'
import { groupTable, knownNames, type TableGroups } from './table-groups.ts'
import { builtIn, type TransformContext } from './transform.ts'
import { uniqueName } from './unique-name.ts'

/** The most rows that a group holds, and all groups together. */
const MOST_OF_GROUP = 1000
const MOST_ROWS = 100_000

/** A row a group, with its rows inside. */
export const groupToNestedTable = builtIn({
  id: 'groupToNestedTable',
  title: 'Group to nested tables',
  group: 'group',
  description: 'Makes one row of all rows that are equal in some fields, which holds these rows as a table.',
  keywords: ['subtable', 'nested', 'fold', 'details'],
  notes: `
As Group by, with a last field \`Rows\`: JSON with the rows of the group, without the fields that are grouped by. The table panel
shows it as a table that opens inside its row. Times are texts as ISO 8601 in UTC, to the millisecond, or to the nanosecond; numbers that
JSON cannot hold are missing.

A group holds its first ${MOST_OF_GROUP.toLocaleString('en')} rows, all groups together ${MOST_ROWS.toLocaleString('en')}; a notice says how many are left out. A frame
with none of the fields to group by stays as it is.
`,
  options: Type.Object({ ...GroupOptions, fields: { ...GroupOptions.fields, default: [] } }),
  apply: (frames, { fields, calculate }, { note }) =>
    frames.map((frame) => {
      const table = toRows(frame)
      const names = inOrderOf(table, knownNames(table, fields, note))
      if (names.length === 0) return frame
      const groups = groupTable(table, names)
      const grouped = toGroups(table, groups, calculate, note)
      const rows = nestRows(table, groups, note)
      return grouped.with({ fields: new Map([...grouped.fields, [uniqueName('Rows', grouped.fields), rows]]) })
    }),
})

function nestRows(table: TableFrame, groups: TableGroups, note: TransformContext['note']): Column {
  const { rows, offsets } = gatherGroups(groups)
  const columns = Array.from(table.fields).filter(([name]) => !groups.names.includes(name))
  const cells = columns.map(([name, column]) => [name, toCell(column)] as const)
  const builder = createBuilder('json', 'Rows')
  let left = MOST_ROWS
  for (let g = 0; g < groups.firsts.length; g++) {
    const from = offsets[g]!
    const to = Math.min(offsets[g + 1]!, from + Math.min(left, MOST_OF_GROUP))
    left -= to - from
    builder.push(
      Array.from(rows.subarray(from, to), (row) =>
        Object.fromEntries(cells.map(([name, cellOf]) => [name, cellOf(row)])),
      ),
    )
  }
  const kept = MOST_ROWS - left
  if (kept < table.length) note(`${table.length - kept} of ${table.length} rows are left out of the nested tables.`)
  return builder.build({ config: { custom: { cell: { type: 'rows' } } } })
}

/** A cell as JSON has it. */
function toCell(column: Column): (row: number) => unknown {
  if (column.kind === 'time') return (row) => (column.isNull(row) ? null : new Date(column.values[row]!).toISOString())
  if (column.kind === 'nanos')
    return (row) => {
      const nanos = column.at(row)
      if (nanos === null) return null
      const millis = nanos >= 0n ? nanos / 1_000_000n : (nanos - 999_999n) / 1_000_000n
      const rest = String(nanos - millis * 1_000_000n).padStart(6, '0')
      return new Date(Number(millis)).toISOString().replace('Z', `${rest}Z`)
    }
  return (row) => column.at(row)
}
