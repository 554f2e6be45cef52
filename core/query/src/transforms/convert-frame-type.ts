import {
  checkKind,
  createBuilder,
  toSeries,
  type Column,
  type ColumnKind,
  type Frame,
  type TableFrame,
} from '@orrery/frames'
import { Choice, Type } from '@orrery/schema'
import { convertColumn, type CellTarget } from './cell-conversion.ts'
import { findName, toRows } from './fields.ts'
import { builtIn, type TransformContext } from './transform.ts'

/** Frames of another kind. */
export const convertFrameType = builtIn({
  id: 'convertFrameType',
  title: 'Convert frame type',
  group: 'shape',
  description: 'Makes series of tables, tables of series, and annotations or exemplars of either.',
  keywords: ['series', 'table', 'long', 'annotations', 'exemplars'],
  notes: `
Series are made of a table by its first column of times: texts are their labels, numbers and booleans their values. Rows
without a time are left out, and of rows with equal labels and time the last counts; both are told. A table of series has
a row for each point: labels, \`time\`, values.

Annotations need a time and a \`title\`, else the first text is the title; \`timeEnd\`, \`text\`, \`tags\`, \`color\` and \`id\`
count when they are there. Exemplars need a time and a \`value\`, else the first number is the value; \`traceId\` and
\`spanId\` count. Steps that follow do not see annotations and exemplars, unless they are for these.

A frame that does not fit stays as it is, and says why.
`,
  options: Type.Object({
    to: Choice(
      { series: 'Series', table: 'Table', annotations: 'Annotations', exemplars: 'Exemplars' },
      { title: 'Type', default: 'series' },
    ),
  }),
  apply: (frames, { to }, context) =>
    frames.map((frame) => {
      if (frame.kind === to) return frame
      if (to === 'series') return frame.kind === 'series' ? frame : asSeries(frame, context)
      if (to === 'table') return toRows(frame).with({ kind: 'table' })
      return asMarks(frame, to, context)
    }),
})

function asSeries(table: TableFrame, context: TransformContext): Frame {
  const time = Array.from(table.fields).find(([, { kind }]) => kind === 'time' || kind === 'nanos')
  const isValue = ({ kind }: Column) => kind === 'number' || kind === 'integer' || kind === 'boolean'
  if (!time || !Array.from(table.fields.values()).some(isValue)) {
    context.note(`${nameOf(table)} stays a table: series need a field of times and one of numbers or booleans.`)
    return table
  }
  const column = convertKind(time[0], time[1], 'time', context)
  return toSeries(table.with({ fields: new Map(table.fields).set(time[0], column) }), { time: time[0] })
}

/** The columns of each kind: those that it must have with the kinds by which they are found, and the kinds of all. */
const marks: Readonly<
  Record<
    'annotations' | 'exemplars',
    {
      readonly needed: Readonly<Record<string, readonly ColumnKind[]>>
      readonly kinds: Readonly<Record<string, ColumnKind>>
    }
  >
> = {
  annotations: {
    needed: { time: ['time', 'nanos'], title: ['text', 'longText'] },
    kinds: { time: 'time', title: 'text', timeEnd: 'time', text: 'longText', tags: 'json', color: 'text', id: 'text' },
  },
  exemplars: {
    needed: { time: ['time', 'nanos'], value: ['number', 'integer'] },
    kinds: { time: 'time', value: 'number', labels: 'json', traceId: 'text', spanId: 'text' },
  },
}

function asMarks(frame: Frame, to: keyof typeof marks, context: TransformContext): Frame {
  const rows = toRows(frame)
  const { needed, kinds } = marks[to]
  const nameIn = (name: string) =>
    findName(rows.fields.keys(), name) ??
    Array.from(rows.fields).find(([, { kind }]) => needed[name]?.includes(kind))?.[0]
  const known = new Map(
    Object.keys(kinds).flatMap((name) => {
      const own = nameIn(name)
      return own === undefined ? [] : [[own, name] as const]
    }),
  )
  const fields = new Map(
    Array.from(rows.fields, ([own, column]) => {
      const name = known.get(own)
      return name === undefined ? [own, column] : [name, convertKind(name, column, kinds[name]!, context)]
    }),
  )
  const made = rows.with({ fields, kind: to })
  const [problem] = checkKind(made)
  if (!problem) return made
  context.note(`${nameOf(frame)} does not become ${to}: ${problem.message}`)
  return frame
}

const targets: Readonly<Partial<Record<ColumnKind, CellTarget>>> = {
  time: 'time',
  text: 'string',
  number: 'number',
  json: 'json',
}

/** The column as one of this kind, where it can be. */
function convertKind(name: string, column: Column, kind: ColumnKind, context: TransformContext): Column {
  if (column.kind === kind) return column
  if (kind === 'longText') return toLongText(name, column)
  const target = targets[kind]
  return target ? convertColumn(name, column, { to: target, format: '', timeZone: '' }, context).column : column
}

function toLongText(name: string, column: Column): Column {
  const builder = createBuilder('longText', name)
  for (let i = 0; i < column.length; i++) builder.push(column.isNull(i) ? null : String(column.at(i)))
  return builder.build(column.meta)
}

const nameOf = ({ meta }: Frame): string => (meta.refId === undefined ? 'A frame' : `The frame of query ${meta.refId}`)
