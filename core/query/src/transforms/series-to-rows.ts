import {
  createBuilder,
  NumberColumn,
  TableFrame,
  TextColumn,
  TextDictionary,
  type Column,
  type Frame,
} from '@orrery/frames'
import { Type } from '@orrery/schema'
import { seriesNamesOf } from './fields.ts'
import { orderRows } from './row-order.ts'
import { builtIn } from './transform.ts'
import { uniteColumns, uniteMeta } from './united-columns.ts'

/** Series as one long table. */
export const seriesToRows = builtIn({
  id: 'seriesToRows',
  title: 'Series to rows',
  group: 'combine',
  description: 'Makes one table of all series: time, name of the series, value; the latest first.',
  keywords: ['long', 'append', 'time series'],
  notes: `
The columns are called \`Time\`, \`Metric\` and \`Value\`. Series are called as panels call them. A table with one column of times and
numbers beside it counts as a series for each of these, called by their names; in Grafana only one with one number does. Other
tables stay as they are, behind the rows. Rows with the same time stand in the order of the series.

Missing values, also missing points between regular ones, are rows without a value; rows without a time come last. Booleans and texts of states are values, too;
where values are of several kinds, all are text. The unit is kept where all series have the same.
`,
  options: Type.Object({}),
  apply: (frames) => {
    const sources = frames.map((frame) => (frame.kind === 'series' ? [] : coursesOf(frame)))
    const series = frames.filter((frame) => frame.kind === 'series')
    const names = seriesNamesOf(series)
    const taken = frames.filter((frame, f) => frame.kind === 'series' || sources[f]!.length > 0)
    if (taken.length === 0) return frames
    const courses = frames.flatMap((frame, f) => {
      if (frame.kind !== 'series') return sources[f]!
      const fields = [...frame.fields]
      return Array.from({ length: frame.length }, (_, i) => {
        const time = new NumberColumn('time', frame.timesAt(i))
        const [from, to] = [frame.offsets[i]!, frame.offsets[i + 1]!]
        return fields.map(([field, column], k): Course => {
          const name = names[series.indexOf(frame)]![i * fields.length + k]!
          return { name, time, column: column.slice(from, to), unit: frame.metaAt(i, field).unit }
        })
      }).flat()
    })
    return [toRowsOf(courses, taken), ...frames.filter((frame) => !taken.includes(frame))]
  },
})

interface Course {
  readonly name: string
  readonly time: Column
  readonly column: Column
  readonly unit: string | undefined
}

/** The numbers of a table beside its only times; none of other tables. */
function coursesOf(table: TableFrame): readonly Course[] {
  const fields = [...table.fields]
  const times = fields.flatMap(([, column]) => (column.kind === 'time' ? column : []))
  const values = fields.filter(([, { kind }]) => kind === 'number' || kind === 'integer')
  const [time] = times
  if (!time || times.length > 1 || values.length + 1 < fields.length) return []
  return values.map(([name, column]) => ({
    name: column.meta.displayName ?? name,
    time,
    column,
    unit: column.meta.unit,
  }))
}

function toRowsOf(courses: readonly Course[], frames: readonly Frame[]): TableFrame {
  const lengths = courses.map(({ column }) => column.length)
  const metrics = new Int32Array(lengths.reduce((sum, length) => sum + length, 0))
  let at = 0
  for (const [c, length] of lengths.entries()) metrics.fill(c, at, (at += length))
  const joined = (columns: readonly Column[], kind: 'number' | 'time') =>
    columns.length > 0 ? uniteColumns(columns, lengths) : createBuilder(kind, '').build({})
  const times = joined(
    courses.map(({ time }) => time),
    'time',
  )
  const values = joined(
    courses.map(({ column }) => column),
    'number',
  )
  const [unit, ...others] = new Set(courses.map((course) => course.unit))
  const columns: [string, Column][] = [
    ['Time', times],
    ['Metric', new TextColumn(metrics, new TextDictionary(courses.map(({ name }) => name)))],
    ['Value', values.withMeta(unit === undefined || others.length > 0 ? {} : { unit })],
  ]
  const order = orderRows([{ column: times, descending: true }], times.length)
  return new TableFrame({
    fields: new Map(columns.map(([name, column]) => [name, order ? column.gather(order) : column])),
    meta: uniteMeta(frames),
  })
}
