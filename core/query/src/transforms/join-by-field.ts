import { TableFrame, type Column, type Frame } from '@orrery/frames'
import { Choice, Type, ui, type Static } from '@orrery/schema'
import { alignFrames } from './align-frames.ts'
import { FieldName } from './field-name.ts'
import { joinOnAxis, MOST_CELLS } from './join-axis.ts'
import { codeKeys } from './join-keys.ts'
import { matchKeys, MOST_ROWS, pairRows, withoutMatch, type JoinedRows } from './join-rows.ts'
import { isByTime, toSides, type JoinSide } from './join-sides.ts'
import { builtIn, type TransformContext } from './transform.ts'
import { uniqueName } from './unique-name.ts'
import { uniteColumns, uniteMeta } from './united-columns.ts'

const JoinKey = Type.Object(
  {
    field: FieldName({ title: 'Field', default: 'time' }),
    other: Type.Optional(
      FieldName({ title: 'In other frames', description: 'What the field is called in all frames but the first.' }),
    ),
    pattern: Type.Optional(
      Type.String({
        title: 'Pattern',
        description: 'Only what the groups of this regular expression find in the values is compared.',
        maxLength: 1000,
      }),
    ),
  },
  { title: 'Key', additionalProperties: false },
)

const Options = Type.Object({
  mode: Choice(
    {
      outer: 'Outer join, a row for each key',
      outerTabular: 'Outer join, every pair',
      inner: 'Inner join',
      left: 'Left join',
      anti: 'Anti join: rows without a match',
    },
    { title: 'Mode', default: 'outer' },
  ),
  keys: Type.Array(JoinKey, {
    title: 'Join by',
    description: 'Rows match where all of these are equal; empty: the time.',
    default: [],
    maxItems: 20,
  }),
  result: Choice(
    { table: 'A column for each series', series: 'Series with the same times' },
    { title: 'Result', description: 'Of series only.', default: 'table', ...ui({ showIf: { mode: 'outer' } }) },
  ),
})
type Options = Static<typeof Options>

/** Frames side by side, where their fields are equal. */
export const joinByField = builtIn({
  id: 'joinByField',
  title: 'Join by field',
  group: 'combine',
  description: 'Puts the rows of several frames side by side where some of their fields are equal.',
  keywords: ['outer join', 'inner join', 'left join', 'anti join', 'merge', 'wide', 'series to columns'],
  notes: `
By the time, each series stands for itself, and becomes a column that is called as panels call it; by other fields, labels, time
and values of series are fields, and each point is a row. The fields to join by come first, then the fields of each
frame; those that several frames have get the name of the frame, or its query, behind theirs: \`value A\`.

**Outer join** has one row for each key: of several rows of a frame with one key the last counts. By one field of times or numbers the rows are in
their order, else in that in which keys are met. **Outer join, every pair**, **inner** and **left** give every pair of rows that match, as
SQL does; outer puts rows without a match of the first frame behind the pairs, then those of the others. **Anti** gives the rows of
the first frame that match nothing. The result holds at most ${MOST_ROWS.toLocaleString('en')} rows, by times and
numbers ${MOST_CELLS.toLocaleString('en')} cells; a notice says when there were more.

A missing point between regular ones is a point without a value. A missing key, NaN among them, matches nothing: such rows are left out of outer and inner. Numbers match times and whole numbers of the
same value; where some keys are numbers and others text, they are compared as text. A pattern is looked for in the text of each
value; what its groups find, or all that it finds, is the key, and the field of the other frame stays. A frame that
lacks a field to join by is left out, with a notice; where that leaves none, all frames stay as they are.

With series as the result, they keep their labels and all get the times of all, missing points between; joined with tables, or
in other modes, they are a table all the same.
`,
  options: Options,
  apply: (frames, options, { note }) => {
    if (frames.length === 0 || (frames.length === 1 && frames[0]!.kind !== 'series')) return frames
    return join(frames, options, note) ?? frames
  },
})

function join(frames: readonly Frame[], options: Options, note: TransformContext['note']): Frame[] | undefined {
  const { mode, keys, result } = options
  if (result === 'series' && mode === 'outer' && isByTime(keys)) {
    const aligned = alignFrames(frames)
    if (aligned) return [aligned]
  }
  const sides = toSides(frames, keys, note)
  const [first] = sides
  if (!first) return undefined
  const meta = uniteMeta(frames)
  const onAxis = mode === 'outer' && keys.every(({ pattern }) => pattern === undefined) ? joinOnAxis(sides) : undefined
  if (onAxis) {
    if (onAxis.keyless > 0) note(`${onAxis.keyless} rows have no ${first.keys[0]!.name}, and are left out of the join.`)
    const leftOut = sides.length - onAxis.sides.length
    if (leftOut > 0) note(`${leftOut} of ${sides.length} series or frames are left out: the table would be too large.`)
    return [new TableFrame({ fields: nameColumns(onAxis.sides, [onAxis.axis], (s) => onAxis.columns[s]!), meta })]
  }
  const codes = codeKeys(sides, keys, note)
  if (!codes) return undefined
  const joined =
    mode === 'outer'
      ? matchKeys(codes)
      : mode === 'anti'
        ? withoutMatch(codes)
        : pairRows(codes, mode === 'outerTabular' ? 'full' : mode)
  if (joined.isCut) note(`The join has more than ${MOST_ROWS} rows: the others are left out.`)
  const taken = mode === 'anti' ? [first] : sides
  const gathered = taken.map(({ columns }, s) => columns.map(({ column }) => column.gather(joined.rows[s]!)))
  const keyColumns = first.keys.map((_, k) => keyColumn(taken, k, joined))
  return [new TableFrame({ fields: nameColumns(taken, keyColumns, (s) => gathered[s]!), meta })]
}

/** The key of each row, from the first side that has one. */
function keyColumn(sides: readonly JoinSide[], k: number, { rows, length }: JoinedRows): Column {
  const [own] = rows
  if (own && !own.includes(-1)) return sides[0]!.keys[k]!.column.gather(own)
  const columns = sides.map(({ keys }) => keys[k]!.column)
  const order = new Int32Array(length).fill(-1)
  let from = 0
  for (const [s, { length: height }] of columns.entries()) {
    for (let r = 0; r < length; r++) if (order[r]! < 0 && rows[s]![r]! >= 0) order[r] = from + rows[s]![r]!
    from += height
  }
  const all = uniteColumns(
    columns,
    columns.map(({ length: height }) => height),
  )
  return all.gather(order)
}

/** The keys, then the columns of each side; names that several sides have get that of the side. */
function nameColumns(
  sides: readonly JoinSide[],
  keys: readonly Column[],
  columnsOf: (side: number) => readonly Column[],
): Map<string, Column> {
  const fields = new Map<string, Column>()
  keys.forEach((column, k) => fields.set(uniqueName(sides[0]!.keys[k]!.name, fields), column))
  const counts = new Map<string, number>(Array.from(fields.keys(), (name) => [name, 1]))
  for (const { columns } of sides) for (const { name } of columns) counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const [s, { columns, title }] of sides.entries()) {
    const own = columnsOf(s)
    columns.forEach(({ name }, c) => {
      fields.set(uniqueName(counts.get(name)! > 1 ? `${name} ${title}` : name, fields), own[c]!)
    })
  }
  return fields
}
