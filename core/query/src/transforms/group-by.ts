import {
  createGroupReducer,
  gatherGroups,
  isGroupReducer,
  TableFrame,
  type Column,
  type ReducerId,
} from '@orrery/frames'
import { Type, type Static } from '@orrery/schema'
import { FieldName, FieldNames } from './field-name.ts'
import { createCellReducer } from './reduced-cells.ts'
import { AnyReducers, toReducedColumn } from './reducer-columns.ts'
import { groupFrame, knownNames, toRowsWith, type TableGroups } from './table-groups.ts'
import { builtIn, type TransformContext } from './transform.ts'
import { uniqueName } from './unique-name.ts'

/** What is calculated of the rows of a group. */
export const GroupCalculation = Type.Object(
  { field: FieldName({ title: 'Field' }), reducers: AnyReducers },
  { title: 'Calculation', additionalProperties: false },
)
export type GroupCalculation = Static<typeof GroupCalculation>

export const GroupOptions = {
  fields: FieldNames({ title: 'Group by', description: 'Rows that are equal in all of these become one.' }),
  calculate: Type.Array(GroupCalculation, {
    title: 'Calculate',
    description: 'What becomes of the other fields; those that are not named are left out.',
    default: [],
    maxItems: 100,
  }),
}

/** Rows with equal fields become one. */
export const groupBy = builtIn({
  id: 'groupBy',
  title: 'Group by',
  group: 'group',
  description: 'Makes one row of all rows that are equal in some fields, and calculates others.',
  keywords: ['aggregate', 'sum', 'count', 'group'],
  notes: `
Each frame is grouped by itself. Of a frame of series, labels, time and values are fields, and each point is a row. Groups
stand in the order in which they are met; the fields that are grouped by come first, then the calculations, called
\`value (mean)\`, both in the order of the frame.

Cells that are missing, NaN among them, are a group, too. Calculations pass over missing cells, except those that say
otherwise; of texts and JSON there are first, last, counts and lists, other cells are empty. Times stay times where one
of them is the result. Lists are JSON. Fields that are not there are passed over; a frame with none of those to
group by stays as it is, and one without rows keeps its fields.
`,
  options: Type.Object({ ...GroupOptions, fields: { ...GroupOptions.fields, default: [] } }),
  apply: (frames, { fields, calculate }, { note }) =>
    frames.map((frame) => {
      const table = toRowsWith(frame, [...fields, ...calculate.map(({ field }) => field)])
      const names = inOrderOf(table, knownNames(table, fields, note))
      if (names.length === 0) return frame
      return toGroups(table, groupFrame(frame, table, names), calculate, note)
    }),
})

/** The names in the order of the table's columns. */
export const inOrderOf = (table: TableFrame, names: readonly string[]): readonly string[] =>
  [...table.fields.keys()].filter((name) => names.includes(name))

/** A row a group: what it is grouped by, then the calculations. */
export function toGroups(
  table: TableFrame,
  groups: TableGroups,
  calculations: readonly GroupCalculation[],
  note: TransformContext['note'],
): TableFrame {
  const fields = new Map<string, Column>()
  for (const name of groups.names) fields.set(name, table.field(name).gather(groups.firsts))
  const reducersOf = new Map<string, Set<ReducerId>>()
  for (const { field, reducers } of calculations) {
    const [name] = knownNames(table, [field], note)
    if (name === undefined || groups.names.includes(name)) continue
    reducersOf.set(name, new Set([...(reducersOf.get(name) ?? []), ...reducers]))
  }
  const gathered = once(() => gatherGroups(groups))
  for (const [name, column] of table.fields) {
    const reduce = columnReducer(column, groups, gathered)
    for (const id of reducersOf.get(name) ?? [])
      fields.set(uniqueName(`${name} (${id})`, fields), toReducedColumn(id, column, reduce(id)))
  }
  return new TableFrame({ fields, meta: table.meta })
}

/** Gives the result of each group; rows are gathered only for reducers that need them together. */
function columnReducer(
  column: Column,
  groups: TableGroups,
  gathered: () => ReturnType<typeof gatherGroups>,
): (id: ReducerId) => readonly unknown[] {
  const isNumeric = column.kind === 'number' || column.kind === 'integer' || column.kind === 'time'
  const reduceAll = isNumeric ? createGroupReducer(column.values, groups) : undefined
  const reduceCells = once(() => createCellReducer(column.gather(gathered().rows)))
  return (id) => {
    if (reduceAll && isGroupReducer(id)) return Array.from(reduceAll(id))
    const { offsets } = gathered()
    return Array.from(groups.firsts, (_, g) => reduceCells()(id, offsets[g]!, offsets[g + 1]!))
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
