import { pick, type TableFrame } from '@orrery/frames'
import { Choice, Type } from '@orrery/schema'
import { FieldNames } from './field-name.ts'
import { toRows } from './fields.ts'
import { groupTable, knownNames } from './table-groups.ts'
import { builtIn } from './transform.ts'

/** One row of all that are equal in some fields. */
export const dedupeByValues = builtIn({
  id: 'dedupeByValues',
  title: 'Remove duplicate rows',
  group: 'filter',
  description: 'Keeps one row of all rows that are equal in some fields, or in all.',
  keywords: ['distinct', 'unique', 'deduplicate'],
  notes: `
Each frame by itself; rows stay in their order. Of a frame of series each point is a row, with labels, time and values
as fields. Without fields, rows are compared in all of them. Missing cells, NaN among them, are equal. Fields that are not there are
passed over; a frame that has none of those that are named stays as it is.
`,
  options: Type.Object({
    fields: {
      ...FieldNames({ title: 'Fields', description: 'Rows that are equal in all of these are one; empty: in all.' }),
      default: [],
    },
    keep: Choice({ first: 'The first row', last: 'The last row' }, { title: 'Keep', default: 'first' }),
  }),
  apply: (frames, { fields, keep }, { note }) =>
    frames.map((frame) => {
      const table = toRows(frame)
      const names = fields.length === 0 ? [...table.fields.keys()] : knownNames(table, fields, note)
      if (names.length === 0) return frame
      const rows = rowsToKeep(table, names, keep)
      return rows.length === table.length ? frame : pick(table, rows)
    }),
})

function rowsToKeep(table: TableFrame, names: readonly string[], keep: 'first' | 'last'): Int32Array {
  const { groupOf, firsts } = groupTable(table, names)
  if (keep === 'first') return firsts
  const lasts = new Int32Array(firsts.length)
  for (let r = 0; r < groupOf.length; r++) lasts[groupOf[r]!] = r
  return lasts.sort()
}
