import {
  codesOf,
  defineTable,
  gatherGroups,
  groupRows,
  NumberColumn,
  placesOn,
  TableFrame,
  text,
  toLong,
  uniteTimes,
  type Column,
  type Frame,
  type SeriesFrame,
} from '@orrery/frames'
import { Choice, Type, ui, type Static } from '@orrery/schema'
import { findName, seriesNamesOf } from './fields.ts'
import { builtIn, type TransformContext } from './transform.ts'
import { uniqueName } from './unique-name.ts'

/** The most frames that are made of one. */
const MOST_FRAMES = 1000
/** The most cells of values that a table is made of. */
const MOST_CELLS = 20_000_000

const Options = Type.Object({
  mode: Choice(
    { columns: 'Columns', rows: 'Rows: a table for each series' },
    { title: 'Labels become', default: 'columns' },
  ),
  labels: Type.Array(Type.String({ title: 'Label', maxLength: 1024 }), {
    title: 'Labels',
    description: 'Which become fields; empty: all.',
    default: [],
    maxItems: 1000,
  }),
  valueLabel: Type.String({
    title: 'Name of the value',
    description: 'The label whose values become names of columns, in place of the name of the value.',
    default: '',
    maxLength: 1024,
    ...ui({ showIf: { mode: 'columns' } }),
  }),
})
type Options = Static<typeof Options>

/** Labels of series as fields of a table. */
export const labelsToFields = builtIn({
  id: 'labelsToFields',
  title: 'Labels to fields',
  group: 'fields',
  description: 'Makes a table of series in which their labels are columns, or rows.',
  keywords: ['tags', 'dimensions', 'columns'],
  notes: `
As columns, each point is a row: \`time\`, the values, then the labels. Grafana gives a table for each series; here all series of a
frame become one. Where a label names the value, each of its values becomes a column, and rows that are equal in
time and all other labels that are kept become one; of several points that meet in a cell the last counts. Series without that label
keep the name of the value.

As rows, each series becomes a table with the columns \`label\` and \`value\`, called after the series; at most ${MOST_FRAMES.toLocaleString('en')} of a
frame. Labels that a series lacks are missing cells, or no rows. Labels that no series has are passed over, with a notice. A label that
is called like a field gets a number behind its name. Tables have no labels and stay as they are.
`,
  options: Options,
  apply: (frames, options, { note }) => {
    const series = frames.filter((frame) => frame.kind === 'series')
    const names = options.mode === 'rows' ? seriesNamesOf(series) : []
    return frames.flatMap((frame): readonly Frame[] => {
      if (frame.kind !== 'series') return [frame]
      const labels = keptLabels(frame, options, note)
      if (options.mode === 'rows') return toRowTables(frame, labels, names[series.indexOf(frame)]!, note)
      const valueLabel = options.valueLabel && findName(frame.labels.keys(), options.valueLabel)
      return [valueLabel ? toNamedColumns(frame, labels, valueLabel, note) : toColumns(frame, labels)]
    })
  },
})

function keptLabels(frame: SeriesFrame, { labels, valueLabel }: Options, note: TransformContext['note']): string[] {
  if (valueLabel !== '' && frame.length > 0 && findName(frame.labels.keys(), valueLabel) === undefined)
    note(`No series has a label "${valueLabel}": values keep their names.`)
  if (labels.length === 0) return [...frame.labels.keys()]
  return labels.flatMap((label) => {
    const known = findName(frame.labels.keys(), label)
    if (known === undefined && frame.length > 0) note(`No series has a label "${label}".`)
    return known ?? []
  })
}

/** A row a point: time, values, labels. */
function toColumns(frame: SeriesFrame, labels: readonly string[]): TableFrame {
  const long = toLong(
    frame.with({ labels: new Map(labels.map((label) => [label, frame.labels.get(label)!])), own: new Map() }),
  )
  const texts = [...long.fields].slice(0, labels.length)
  const fields = new Map<string, Column>([...long.fields].slice(labels.length))
  labels.forEach((label, k) => fields.set(uniqueName(label, fields), texts[k]![1]))
  return long.with({ fields })
}

/** A row for each time of series that are equal in their other labels; a column for each value of one label. */
function toNamedColumns(
  frame: SeriesFrame,
  labels: readonly string[],
  valueLabel: string,
  note: TransformContext['note'],
): TableFrame {
  const others = labels.filter((label) => label !== valueLabel)
  const groups = groupRows(
    others.map((label) => codesOf(frame.labels.get(label)!)),
    frame.length,
  )
  const { rows: members, offsets } = gatherGroups(groups)
  const axes = Array.from(groups.firsts, (_, g) =>
    uniteTimes(Array.from(members.subarray(offsets[g], offsets[g + 1]), (i) => frame.timesAt(i))),
  )
  const starts = [0]
  for (const axis of axes) starts.push(starts.at(-1)! + axis.length)
  const length = starts.at(-1)!
  const time = new Float64Array(length)
  const seriesOf = new Int32Array(length)
  for (const [g, axis] of axes.entries()) {
    time.set(axis, starts[g])
    seriesOf.fill(groups.firsts[g]!, starts[g], starts[g + 1])
  }

  const heads = new Map<string | null, Int32Array>()
  const most = Math.max(1, Math.floor(MOST_CELLS / Math.max(1, length * frame.fields.size)))
  const leftOut = new Set<string | null>()
  for (let i = 0; i < frame.length; i++) {
    const head = frame.labels.get(valueLabel)!.at(i)
    if (!heads.has(head) && heads.size === most) {
      leftOut.add(head)
      continue
    }
    const cells = heads.get(head) ?? new Int32Array(length).fill(-1)
    heads.set(head, cells)
    const group = groups.groupOf[i]!
    const places = placesOn(axes[group]!, frame.timesAt(i), frame.offsets[i]!)
    for (let k = 0; k < places.length; k++) if (places[k]! >= 0) cells[starts[group]! + k] = places[k]!
  }
  if (leftOut.size > 0)
    note(`${leftOut.size} values of label "${valueLabel}" are left out: the table would be too large.`)

  const fields = new Map<string, Column>([['time', new NumberColumn('time', time)]])
  for (const [name, column] of frame.fields)
    for (const [head, cells] of heads) {
      const own = frame.fields.size > 1 && head !== null ? `${head} ${name}` : (head ?? name)
      fields.set(uniqueName(own, fields), column.gather(cells))
    }
  for (const label of others) fields.set(uniqueName(label, fields), frame.labels.get(label)!.gather(seriesOf))
  return new TableFrame({ fields, meta: frame.meta })
}

/** A table of its labels for each series. */
function toRowTables(
  frame: SeriesFrame,
  labels: readonly string[],
  names: readonly string[],
  note: TransformContext['note'],
): TableFrame[] {
  if (frame.length > MOST_FRAMES) note(`${frame.length - MOST_FRAMES} of ${frame.length} series are left out.`)
  return Array.from({ length: Math.min(frame.length, MOST_FRAMES) }, (_, i) => {
    const own = labels.flatMap((label) => {
      const value = frame.labels.get(label)!.at(i)
      return value === null ? [] : [{ label, value }]
    })
    return Labels.fromRows(own, { ...frame.meta, name: names[i * frame.fields.size]! })
  })
}

const Labels = defineTable({ label: text(), value: text() })
