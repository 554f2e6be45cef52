import {
  createBuilder,
  explicitTimes,
  NumberColumn,
  TableFrame,
  type Column,
  type FieldMeta,
  type Frame,
  type Labels,
  type ReducerId,
  type SeriesFrame,
} from '@orrery/frames'
import { Choice, Type, ui, type Static } from '@orrery/schema'
import { seriesNamesOf } from './fields.ts'
import { createCellReducer, type ReduceCells } from './reduced-cells.ts'
import { AnyReducers, reducedMeta, reducerColumnName, toCellColumn, toReducedColumn } from './reducer-columns.ts'
import { builtIn } from './transform.ts'
import { uniqueName } from './unique-name.ts'
import { uniteMeta } from './united-columns.ts'

const Options = Type.Object({
  mode: Choice(
    { seriesToRows: 'A row for each series or field', reduceFields: 'One row of each frame' },
    { title: 'Mode', default: 'seriesToRows' },
  ),
  reducers: AnyReducers,
  labelsToFields: Type.Boolean({
    title: 'Labels as columns',
    description: 'Instead of one name that holds them.',
    default: false,
    ...ui({ showIf: { mode: 'seriesToRows' } }),
  }),
  includeTimeField: Type.Boolean({
    title: 'Times, too',
    default: false,
    ...ui({ showIf: { mode: 'reduceFields' } }),
  }),
})
type Options = Static<typeof Options>

/** Series and fields become single values. */
export const reduce = builtIn({
  id: 'reduce',
  title: 'Reduce',
  group: 'calculate',
  description: 'Makes one value, or several, of each series or field: its last, its mean, its 95th percentile.',
  keywords: ['aggregate', 'last', 'mean', 'max', 'total', 'percentile'],
  notes: `
With a row for each series or field: column \`Field\` with its name, and a column for each calculation, called \`Max\`,
\`Last *\`, \`Total\` and so on. All frames become one table. Times are left out. With labels as columns, \`Field\`
holds the name of the field alone.

With one row of each frame: each field keeps its name; with several calculations they stand behind it: \`value Max\`. A
frame of series becomes a table with a row for each series and its labels as columns.

Missing values and NaN are passed over, except by those that say otherwise; what has no values gives an empty cell.
Booleans calculate as 1 and 0. Of texts and JSON there are first, last, counts and lists; other cells are empty. A
column whose cells are of several kinds holds JSON. Frames without fields give no rows.

Percentiles lie between two values where they fall there; in Grafana they are the nearest value. A column has the unit
of its values where all have the same.
`,
  options: Options,
  apply: (frames, options) => {
    if (frames.length === 0) return []
    return options.mode === 'reduceFields'
      ? frames.map((frame) => (frame.kind === 'series' ? reduceSeries(frame, options) : reduceTable(frame, options)))
      : [toRowsOf(frames, options)]
  },
})

/** What becomes a row. */
interface Reduced {
  readonly field: string
  /** With its labels. */
  readonly name: string
  readonly labels: Labels
  readonly meta: FieldMeta
  readonly reduceTo: (id: ReducerId) => unknown
}

function toRowsOf(frames: readonly Frame[], { reducers, labelsToFields }: Options): TableFrame {
  const rows = sourcesOf(frames)
  const names = createBuilder('text', 'Field')
  for (const { field, name } of rows) names.push(labelsToFields ? field : name)
  const fields = new Map<string, Column>([['Field', names.build({})]])
  if (labelsToFields)
    for (const label of new Set(rows.flatMap(({ labels }) => Object.keys(labels)))) {
      const texts = createBuilder('text', label)
      for (const { labels } of rows) texts.push(Object.hasOwn(labels, label) ? labels[label] : null)
      fields.set(uniqueName(label, fields), texts.build({}))
    }
  const common = commonUnit(rows)
  for (const id of new Set(reducers)) {
    const cells = rows.map(({ reduceTo }) => reduceTo(id))
    fields.set(uniqueName(reducerColumnName(id), fields), toCellColumn(cells, reducedMeta(id, common)))
  }
  return new TableFrame({ fields, meta: uniteMeta(frames) })
}

const isTime = ({ kind }: Column) => kind === 'time' || kind === 'nanos'

function sourcesOf(frames: readonly Frame[]): Reduced[] {
  const series = frames.filter((frame) => frame.kind === 'series')
  const names = seriesNamesOf(series)
  return frames.flatMap((frame) =>
    frame.kind === 'series' ? sourcesOfSeries(frame, names[series.indexOf(frame)]!) : sourcesOfTable(frame),
  )
}

function sourcesOfSeries(frame: SeriesFrame, names: readonly string[]): Reduced[] {
  const reduces = Array.from(frame.fields, ([field, column]) => [field, createCellReducer(column)] as const)
  let at = 0
  return Array.from(frame).flatMap(({ labels, index }) =>
    reduces.map(([field, reduceCells]) => ({
      field,
      name: names[at++]!,
      labels,
      meta: frame.metaAt(index, field),
      reduceTo: (id: ReducerId) => reduceCells(id, frame.offsets[index]!, frame.offsets[index + 1]!),
    })),
  )
}

const sourcesOfTable = (frame: TableFrame): Reduced[] =>
  Array.from(frame.fields)
    .filter(([, column]) => !isTime(column))
    .map(([field, column]) => {
      const reduceCells = createCellReducer(column)
      const name = column.meta.displayName ?? field
      const reduceTo = (id: ReducerId) => reduceCells(id, 0, frame.length)
      return { field, name, labels: {}, meta: column.meta, reduceTo }
    })

function commonUnit(rows: readonly Reduced[]): FieldMeta {
  const [unit, ...others] = new Set(rows.map(({ meta }) => meta.unit))
  return unit === undefined || others.length > 0 ? {} : { unit }
}

function reduceTable(frame: TableFrame, options: Options): TableFrame {
  const fields = new Map<string, Column>()
  for (const [name, column] of frame.fields)
    if (options.includeTimeField || !isTime(column))
      addReduced(fields, name, column, options, (reduceCells, id) => [reduceCells(id, 0, frame.length)])
  return new TableFrame({ fields, meta: frame.meta })
}

function reduceSeries(frame: SeriesFrame, options: Options): TableFrame {
  const fields = new Map<string, Column>(frame.labels)
  const perSeries = (reduceCells: ReduceCells, id: ReducerId) =>
    Array.from({ length: frame.length }, (_, i) => reduceCells(id, frame.offsets[i]!, frame.offsets[i + 1]!))
  if (options.includeTimeField) {
    addReduced(fields, 'time', new NumberColumn('time', explicitTimes(frame)), options, perSeries)
  }
  for (const [name, column] of frame.fields) addReduced(fields, name, column, options, perSeries)
  const hasNumbers = [...fields.values()].some(({ kind }) => kind === 'number')
  return new TableFrame({ fields, meta: frame.meta, kind: hasNumbers ? 'numeric' : 'table' })
}

function addReduced(
  fields: Map<string, Column>,
  name: string,
  column: Column,
  { reducers }: Options,
  cellsOf: (reduceCells: ReduceCells, id: ReducerId) => readonly unknown[],
): void {
  const reduceCells = createCellReducer(column)
  const ids = [...new Set(reducers)]
  for (const id of ids) {
    const cells = cellsOf(reduceCells, id)
    const own = ids.length > 1 ? `${name} ${reducerColumnName(id)}` : name
    fields.set(uniqueName(own, fields), toReducedColumn(id, column, cells))
  }
}
