import { pick, type Cell, type Column, type FieldMeta, type Frame, type ValueColumn } from '@orrery/frames'
import { Type, ui, type Static } from '@orrery/schema'
import { ConfigRole, isMapping, roleOf, toFieldConfig, type ConfigCells } from './config-roles.ts'
import { FieldName, FieldNames } from './field-name.ts'
import { findColumn, findName, toRows } from './fields.ts'
import { toNumberParts, type NumberPart } from './number-parts.ts'
import { createCellReducer } from './reduced-cells.ts'
import { AnyReducer } from './reducer-columns.ts'
import { builtIn, type TransformContext } from './transform.ts'

const Options = Type.Object({
  query: Type.String({
    title: 'Query',
    description: 'Whose fields say how those of the others are shown.',
    maxLength: 64,
    default: '',
    ...ui({ widget: 'refId' }),
  }),
  fields: Type.Array(
    Type.Object({
      field: FieldName({ title: 'Field', default: '' }),
      role: ConfigRole,
      reducer: AnyReducer,
    }),
    {
      title: 'Fields',
      description:
        'None: those that are called min, max, unit, decimals, displayName, noValue, color, threshold1, threshold2.',
      maxItems: 100,
    },
  ),
  applyTo: FieldNames({ title: 'For', description: 'None: all fields and series of numbers.' }),
})
type Options = Static<typeof Options>

/** Values of one query say how the others are shown. */
export const configFromData = builtIn({
  id: 'configFromData',
  title: 'Config from query results',
  group: 'shape',
  description: 'Takes min, max, unit, colour, thresholds and the like of fields from the values of another query.',
  keywords: ['thresholds', 'unit', 'min', 'max', 'mappings', 'dynamic'],
  notes: `
The query that says how others are shown is taken away. Of each of its fields one value counts, by default the last; of
value mappings every row is one. Series are read as rows.

What is said goes to all fields and series of numbers, or to those that are named: by the name of the field, or as
panels call the series. The panel's own options go before it. Thresholds colour green below the first, then orange, and
red from the second on.

Missing values say nothing. A value that cannot be used (a text as min, a colour that is none), a field or query that is
not there, is named in a notice. With several frames of the query the first that has a field counts.
`,
  options: Options,
  apply: (frames, options, context) => {
    if (frames.length === 0) return frames
    const sources = frames.filter(({ meta }) => meta.refId === options.query)
    const others = frames.filter((frame) => !sources.includes(frame))
    if (sources.length === 0) {
      context.note(options.query ? `Query "${options.query}" is not there: nothing is said.` : 'No query is chosen.')
      return frames
    }
    const meta = toFieldConfig(cellsOf(sources, options, context), (role, cell) =>
      context.note(`"${String(cell)}" cannot be used as ${role} and is passed over.`),
    )
    return applyTo(others, meta, options.applyTo, context)
  },
})

function cellsOf(frames: readonly Frame[], { fields }: Options, { note }: TransformContext): ConfigCells {
  const tables = frames.map(toRows)
  const named = tables.flatMap((table) =>
    [...table.fields.keys()].flatMap((field) => {
      const role = roleOf(field)
      return role ? [{ field, role, reducer: 'lastNotNull' as const }] : []
    }),
  )
  const cells = new Map<ConfigRole, readonly (Cell | undefined)[]>()
  for (const { field, role, reducer } of fields.length > 0 ? fields : named) {
    const column = tables.map((table) => findColumn(table, field)).find((one) => one !== undefined)
    if (!column) note(`Field "${field}" is not there: it says nothing.`)
    else if (!cells.has(role)) cells.set(role, isMapping(role) ? allOf(column) : [reducedTo(column, reducer)])
  }
  return cells
}

const allOf = (column: Column) => Array.from({ length: column.length }, (_, i) => column.at(i))

function reducedTo(column: Column, reducer: Options['fields'][number]['reducer']): Cell | undefined {
  const reduced = createCellReducer(column)(reducer, 0, column.length)
  // A list is no single value.
  return typeof reduced === 'number' || typeof reduced === 'string' || typeof reduced === 'boolean'
    ? reduced
    : undefined
}

const isNumeric = ({ kind }: Column) => kind === 'number' || kind === 'integer'

const withMeta = <C extends Column>(column: C, { config, ...meta }: FieldMeta): C =>
  // The same class with other metadata.
  column.withMeta({ ...column.meta, ...meta, ...(config && { config: { ...column.meta.config, ...config } }) }) as C

function applyTo(
  frames: readonly Frame[],
  meta: FieldMeta,
  names: readonly string[],
  { note }: TransformContext,
): readonly Frame[] {
  const unseen = new Set(names)
  const isWanted = (all: readonly string[], name: string) => {
    const wanted = names.filter((one) => findName(all, one) === name)
    for (const one of wanted) unseen.delete(one)
    return wanted.length > 0
  }
  const changeFields = <C extends Column>(fields: ReadonlyMap<string, C>) =>
    new Map(
      Array.from(fields, ([name, column]) => {
        const isMeant = names.length === 0 ? isNumeric(column) : isWanted([...fields.keys()], name)
        return [name, isMeant ? withMeta(column, meta) : column] as const
      }),
    )
  const changed = frames.map((frame) =>
    frame.kind === 'series'
      ? frame.with({ fields: changeFields<ValueColumn>(frame.fields) })
      : frame.with({ fields: changeFields<Column>(frame.fields) }),
  )
  if (names.length === 0 || unseen.size === 0) return changed
  const made = toSingleSeries(changed, unseen, meta)
  for (const name of unseen) note(`Field or series "${name}" is not there.`)
  return made
}

/** Series that are shown under one of these names get a frame of their own; the names that are found are taken away. */
function toSingleSeries(frames: readonly Frame[], names: Set<string>, meta: FieldMeta): readonly Frame[] {
  const { series } = toNumberParts(frames)
  const shown = series.map(({ name }) => name)
  const wanted = new Set<NumberPart>()
  for (const name of names) {
    const found = findName(shown, name)
    for (const part of series)
      if (part.name === found) {
        wanted.add(part)
        names.delete(name)
      }
  }
  return frames.flatMap((frame) => {
    const own = [...wanted].filter((part) => part.frame === frame)
    if (frame.kind !== 'series' || own.length === 0) return [frame]
    const rows = new Set(own.map((part) => part.series!))
    const others = Array.from({ length: frame.length }, (_, i) => i).filter((i) => !rows.has(i))
    const single = [...rows].map((row) => {
      const fields = new Set(own.filter((part) => part.series === row).map(({ field }) => field))
      const picked = pick(frame, [row])
      const changed = Array.from(
        picked.fields,
        ([name, column]) => [name, fields.has(name) ? withMeta(column, meta) : column] as const,
      )
      return picked.with({ fields: new Map(changed) })
    })
    return others.length > 0 ? [pick(frame, others), ...single] : single
  })
}
