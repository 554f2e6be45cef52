import { pick, type Frame, type SeriesFrame, type TableFrame } from '@orrery/frames'
import { Type, type Static } from '@orrery/schema'
import { FieldName } from './field-name.ts'
import { findColumn, findName, toRows } from './fields.ts'
import { orderRows } from './row-order.ts'
import { builtIn, type TransformContext } from './transform.ts'

const Options = Type.Object({
  fields: Type.Array(
    Type.Object({
      field: FieldName({ title: 'Field' }),
      descending: Type.Optional(Type.Boolean({ title: 'Descending' })),
    }),
    {
      title: 'Fields',
      description: 'Where the first is equal the second counts, and so on.',
      maxItems: 20,
      default: [],
    },
  ),
})
type By = Static<typeof Options>['fields']

/** The order of rows. */
export const sortBy = builtIn({
  id: 'sortBy',
  title: 'Sort by',
  group: 'shape',
  description: 'Sorts the rows of each frame by one or several fields.',
  keywords: ['order', 'ascending', 'descending', 'rank'],
  notes: `
Numbers and times are ordered by size, text by code point, false before true, JSON as it is written. NaN comes last, and
then what is missing, in both directions; Grafana has missing numbers first when they ascend, and missing texts first when
they descend. Rows that are equal stay as they stand.

A frame of series that is sorted by labels stays one: its series are ordered, and each keeps its points in time. Sorted by
times or values, it becomes rows. A frame that lacks a field is sorted by the others; a field that no frame has says so.
`,
  options: Options,
  apply: (frames, { fields }, { note }) => {
    const found = new Set<string>()
    const made = frames.map((frame) =>
      frame.kind === 'series' ? sortSeries(frame, fields, found) : sortTable(frame, fields, found),
    )
    if (frames.length > 0) noteMissing(fields, found, note)
    return made
  },
})

function sortTable(table: TableFrame, fields: By, found: Set<string>): TableFrame {
  const keys = fields.flatMap(({ field, descending = false }) => {
    const column = findColumn(table, field)
    if (column) found.add(field)
    return column ? [{ column, descending }] : []
  })
  const order = orderRows(keys, table.length)
  return order
    ? table.with({ fields: new Map(Array.from(table.fields, ([name, column]) => [name, column.gather(order)])) })
    : table
}

function sortSeries(frame: SeriesFrame, fields: By, found: Set<string>): Frame {
  const names = new Set([...frame.labels.keys()].filter((name) => name !== 'time' && !frame.fields.has(name)))
  const keys = fields.flatMap(({ field, descending = false }) => {
    const label = findName(names, field)
    return label === undefined ? [] : [{ field, descending, column: frame.labels.get(label)! }]
  })
  if (keys.length < fields.length && !isInTime(fields.slice(keys.length))) {
    const table = toRows(frame)
    return fields.some(({ field }) => findColumn(table, field)) ? sortTable(table, fields, found) : frame
  }
  for (const { field } of fields) found.add(field)
  const order = orderRows(keys, frame.length)
  return order ? pick(frame, order) : frame
}

/** Whether this is the order in which points stand in their series. */
const isInTime = (rest: By): boolean =>
  rest.length === 1 && findName(['time'], rest[0]!.field) !== undefined && !rest[0]!.descending

function noteMissing(fields: By, found: ReadonlySet<string>, note: TransformContext['note']): void {
  const missing = fields.filter(({ field }) => !found.has(field)).map(({ field }) => `"${field}"`)
  if (missing.length > 0) note(`There is no field ${missing.join(', ')}: nothing is sorted by it.`)
}
