import { createBuilder, TableFrame, type Column, type Frame, type Labels, type SeriesFrame } from '@orrery/frames'
import { Type, type Static } from '@orrery/schema'
import { builtIn, type TransformContext } from './transform.ts'
import { uniqueName } from './unique-name.ts'
import { uniteColumns, uniteMeta } from './united-columns.ts'

/** The most cells of values that a table is made of. */
const MOST_CELLS = 20_000_000

const Options = Type.Object({
  value: Type.String({
    title: 'Columns',
    description: 'The label whose values become columns.',
    default: '',
    maxLength: 1024,
  }),
  join: Type.Array(Type.String({ title: 'Label', maxLength: 1024 }), {
    title: 'Join by',
    description: 'Series that are equal in these labels share their rows; empty: in all others.',
    default: [],
    maxItems: 1000,
  }),
})
type Options = Static<typeof Options>

/** Series side by side, by their labels. */
export const joinByLabels = builtIn({
  id: 'joinByLabels',
  title: 'Join by labels',
  group: 'combine',
  description: 'Makes one table of series: a column for each value of one label, rows for those equal in the others.',
  keywords: ['pivot', 'labels', 'tags'],
  notes: `
The labels that are joined by come first, then a column for each value of the label, in the order in which they are met. Points
stand side by side by their number, the first with the first, whatever their times, which are left out; series with fewer points
end in missing cells. So it is best used for series with one point, or after Reduce. Of several series with the same
labels the last one counts.

Series of all frames are taken; those without the label are left out, with a notice. Where none has it, and where it is not chosen, frames
stay as they are; tables do so in any case, behind the result. A label to join by that a series lacks is a missing cell. The unit is
that of the first series of a column.
`,
  options: Options,
  apply: (frames, options, { note }) => {
    const series = frames.filter((frame) => frame.kind === 'series')
    if (options.value === '' || series.length === 0) return frames
    const courses = coursesOf(series)
    const taken = courses.filter(({ labels }) => Object.hasOwn(labels, options.value))
    if (taken.length === 0) {
      note(`No series has a label "${options.value}": nothing is joined.`)
      return frames
    }
    if (taken.length < courses.length)
      note(`${courses.length - taken.length} series have no label "${options.value}", and are left out.`)
    const table = join(taken, options, note)
    return [table.with({ meta: uniteMeta(series) }), ...frames.filter((frame: Frame) => frame.kind !== 'series')]
  },
})

interface Course {
  readonly labels: Labels
  readonly column: Column
}

const coursesOf = (frames: readonly SeriesFrame[]): Course[] =>
  frames.flatMap((frame) =>
    Array.from(frame).flatMap(({ labels, index }) =>
      Array.from(frame.fields, ([field, column]) => {
        const { displayName: _, ...meta } = frame.metaAt(index, field)
        const cells: Column = column.slice(frame.offsets[index]!, frame.offsets[index + 1]!)
        return { labels, column: cells.withMeta(meta) }
      }),
    ),
  )

interface Group {
  readonly labels: Labels
  readonly members: Map<string, number>
  height: number
}

function join(
  courses: readonly Course[],
  { value, join: wanted }: Options,
  note: TransformContext['note'],
): TableFrame {
  const names =
    wanted.length > 0
      ? wanted
      : [...new Set(courses.flatMap(({ labels }) => Object.keys(labels)))].filter((name) => name !== value)
  const groups = new Map<string, Group>()
  for (const [c, { labels, column }] of courses.entries()) {
    const key = JSON.stringify(names.map((name) => (Object.hasOwn(labels, name) ? labels[name] : null)))
    const group: Group = groups.get(key) ?? { labels, members: new Map(), height: 0 }
    group.members.set(labels[value]!, c)
    group.height = Math.max(group.height, column.length)
    groups.set(key, group)
  }

  const rows = [...groups.values()]
  const length = rows.reduce((sum, { height }) => sum + height, 0)
  const groupOf = new Int32Array(length)
  let at = 0
  for (const [g, { height }] of rows.entries()) groupOf.fill(g, at, (at += height))
  const fields = new Map<string, Column>()
  for (const name of names) {
    const texts = createBuilder('text', name)
    for (const { labels } of rows) texts.push(Object.hasOwn(labels, name) ? labels[name] : null)
    fields.set(uniqueName(name, fields), texts.build({}).gather(groupOf))
  }

  const heads = [...new Set(courses.map(({ labels }) => labels[value]!))]
  const kept = heads.slice(0, Math.max(1, Math.floor(MOST_CELLS / Math.max(1, length))))
  if (kept.length < heads.length) note(`${heads.length - kept.length} of ${heads.length} columns are left out.`)
  for (const head of kept) fields.set(uniqueName(head, fields), valuesOf(head, rows, courses, length))
  return new TableFrame({ fields })
}

/** The points of the series with one value of the label, in the rows of their groups. */
function valuesOf(head: string, groups: readonly Group[], courses: readonly Course[], length: number): Column {
  const own = groups.flatMap(({ members }) => members.get(head) ?? []).map((c) => courses[c]!.column)
  const order = new Int32Array(length).fill(-1)
  let row = 0
  let from = 0
  for (const { members, height } of groups) {
    const member = members.get(head)
    const points = member === undefined ? 0 : courses[member]!.column.length
    for (let k = 0; k < points; k++) order[row + k] = from + k
    row += height
    from += points
  }
  const lengths = own.map((column) => column.length)
  return uniteColumns(own, lengths).gather(order)
}
