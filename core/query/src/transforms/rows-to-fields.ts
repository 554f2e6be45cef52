import { TableFrame, type Column, type Frame } from '@orrery/frames'
import { Type, type Static } from '@orrery/schema'
import { cellText } from './cell-text.ts'
import { ConfigRole, roleOf, toFieldConfig } from './config-roles.ts'
import { FieldName, FieldNames } from './field-name.ts'
import { findColumn, findName, toRows } from './fields.ts'
import { builtIn, type TransformContext } from './transform.ts'
import { uniqueFields } from './unique-name.ts'

/** The most fields of a result. */
const MAX_FIELDS = 10_000

const Options = Type.Object({
  name: FieldName({ title: 'Name from', description: 'Empty: the first field of texts.', default: '' }),
  value: FieldName({ title: 'Value from', description: 'Empty: the first field of numbers.', default: '' }),
  labels: FieldNames({ title: 'Added to the name', description: 'As labels: name {region="eu"}.', default: [] }),
  settings: Type.Array(Type.Object({ field: FieldName({ title: 'Field' }), role: ConfigRole }), {
    title: 'Field settings from',
    description:
      'None: fields that are called min, max, unit, decimals, displayName, noValue, color, threshold1, threshold2.',
    maxItems: 100,
    default: [],
  }),
})
type Options = Static<typeof Options>

/** A field for each row. */
export const rowsToFields = builtIn({
  id: 'rowsToFields',
  title: 'Rows to fields',
  group: 'shape',
  description: 'Makes a field of each row, with its own unit, limits and colour.',
  keywords: ['pivot', 'columns', 'gauge', 'config'],
  notes: `
Each frame becomes one row, with a field for each row that it had. Rows without a name are left out; of equal names the
second is \`name (2)\`. Missing values and NaN stay. What a row says of its field goes before what the field of values says;
what cannot be used is told. Other fields are left out, where Grafana makes labels of them.

Series are read as rows, so each point is a field: use the last points of series. A frame without a field of names or
of values stays as it is, and says so; rows beyond 10,000 are left out, and that is told.
`,
  options: Options,
  apply: (frames, options, context) => frames.map((frame) => fieldsOfRows(frame, options, context)),
})

function fieldsOfRows(frame: Frame, { name, value, labels, settings }: Options, { note }: TransformContext): Frame {
  const rows = toRows(frame)
  const names = chosen(rows, name, ['text', 'longText'])
  const values = chosen(rows, value, ['number', 'integer'], names)
  if (!names || !values) {
    note(`Rows do not become fields: there is no field of ${names ? 'values' : 'names'}.`)
    return frame
  }
  const added = labels.flatMap((label) => {
    const known = findName(rows.fields.keys(), label)
    return known === undefined ? [] : [[known, rows.field(known)] as const]
  })
  const roles = rolesOf(rows, settings, [names, values])
  const count = Math.min(rows.length, MAX_FIELDS)
  if (count < rows.length)
    note(`${rows.length - count} of ${rows.length} rows do not become fields: there are ${MAX_FIELDS} at most.`)
  const columns: [string, Column][] = []
  for (let row = 0; row < count; row++) {
    const text = cellText(names, row)
    if (text === undefined) continue
    const own = toFieldConfig(new Map(Array.from(roles, ([role, column]) => [role, [column.at(row)]])), (role, cell) =>
      note(`"${String(cell)}" cannot be used as ${role} and is passed over.`),
    )
    const { meta } = values
    const config = own.config || meta.config ? { config: { ...meta.config, ...own.config } } : {}
    columns.push([text + labelsAt(added, row), values.slice(row, row + 1).withMeta({ ...meta, ...own, ...config })])
  }
  return new TableFrame({ fields: uniqueFields(columns), meta: frame.meta })
}

/** The column that is named, else the first of these kinds. */
function chosen(rows: TableFrame, name: string, kinds: readonly Column['kind'][], except?: Column): Column | undefined {
  if (name !== '') return findColumn(rows, name)
  return [...rows.fields.values()].find((column) => column !== except && kinds.includes(column.kind))
}

function rolesOf(
  rows: TableFrame,
  settings: Options['settings'],
  used: readonly Column[],
): ReadonlyMap<ConfigRole, Column> {
  const roles = new Map<ConfigRole, Column>()
  if (settings.length > 0)
    for (const { field, role } of settings) {
      const column = findColumn(rows, field)
      if (column) roles.set(role, column)
    }
  else
    for (const [name, column] of rows.fields) {
      const role = roleOf(name)
      if (role && !used.includes(column)) roles.set(role, column)
    }
  return roles
}

function labelsAt(labels: readonly (readonly [string, Column])[], row: number): string {
  const parts = labels.flatMap(([name, column]) => {
    const text = cellText(column, row)
    return text === undefined ? [] : [`${name}=${JSON.stringify(text)}`]
  })
  return parts.length > 0 ? ` {${parts.join(', ')}}` : ''
}
