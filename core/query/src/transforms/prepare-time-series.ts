import {
  NumberColumn,
  pick,
  placesOn,
  slice,
  TableFrame,
  toLong,
  uniteTimes,
  type Column,
  type SeriesFrame,
} from '@orrery/frames'
import { Choice, Type } from '@orrery/schema'
import { seriesNamesOf } from './fields.ts'
import { orderRows } from './row-order.ts'
import { onlyTimeSeries } from './time-series.ts'
import { builtIn } from './transform.ts'
import { uniqueName } from './unique-name.ts'
import { uniteColumns, uniteMeta } from './united-columns.ts'

/** Series in the form that is asked for. */
export const prepareTimeSeries = builtIn({
  id: 'prepareTimeSeries',
  title: 'Prepare time series',
  group: 'time',
  description: 'Brings series into one of three forms: a column each, a frame each, or a row for each point.',
  keywords: ['wide', 'long', 'multi', 'format', 'pivot'],
  notes: `
- **A column each** (wide): one table with a column \`time\`, and one for each series, called as panels call it. Every
  time of any series is a row; a series that has no point there is empty.
- **A frame each** (multi): each series is a frame of its own, and of several fields each.
- **A row for each point** (long): one table with \`time\`, the labels and the values as columns, in the order of
  time, and within a time in that of the series. A field that is of several kinds is united as in Merge.

Tables with a column of times and one of numbers are series, too: texts are their labels. Other frames are left out,
which a notice says. Missing points stay missing. A wide table of more than 50 million cells is not made: frames stay as
they are.
`,
  options: Type.Object({
    format: Choice(
      { wide: 'A column for each series', multi: 'A frame for each series', long: 'A row for each point' },
      { title: 'Form', default: 'wide' },
    ),
  }),
  apply: (frames, { format }, { note }) => {
    const series = onlyTimeSeries(frames, note)
    if (series.length === 0) return frames
    if (format === 'multi') return series.flatMap(apart)
    if (format === 'long') return [toLongTable(series)]
    const wide = toWide(series)
    if (!wide) note('The table would have more than 50 million cells: nothing is changed.')
    return wide ? [wide] : frames
  },
})

const MOST_CELLS = 50_000_000

function apart(frame: SeriesFrame): SeriesFrame[] {
  return Array.from({ length: frame.length }, (_, i) => slice(frame, i, i + 1)).flatMap((one) =>
    Array.from(one.fields, (field) => one.with({ fields: new Map([field]) })),
  )
}

function toWide(frames: readonly SeriesFrame[]): TableFrame | undefined {
  const names = seriesNamesOf(frames)
  const axis = uniteTimes(frames.flatMap((frame) => Array.from(frame, ({ time }) => time)))
  const count = frames.reduce((sum, { length, fields }) => sum + length * fields.size, 0)
  if (count * axis.length > MOST_CELLS) return undefined
  const columns = new Map<string, Column>([['time', new NumberColumn('time', axis)]])
  frames.forEach((frame, f) => {
    let at = 0
    for (const { time, index } of frame) {
      const first = frame.offsets[index]!
      const places = time.length === axis.length ? undefined : placesOn(axis, time, first)
      for (const [field, column] of frame.fields) {
        const own = places ? column.gather(places) : column.slice(first, first + time.length)
        columns.set(uniqueName(names[f]![at++]!, columns), own.withMeta(frame.metaAt(index, field)))
      }
    }
  })
  return new TableFrame({ fields: columns, meta: uniteMeta(frames) })
}

function toLongTable(frames: readonly SeriesFrame[]): TableFrame {
  const tables = frames.map(toLong)
  const lengths = tables.map(({ length }) => length)
  // Times first, then labels, then values.
  const names = new Set(['time', ...tables.flatMap(({ fields }) => [...fields.keys()])])
  const fields = new Map(
    Array.from(
      names,
      (name) =>
        [
          name,
          uniteColumns(
            tables.map((table) => table.fields.get(name)),
            lengths,
          ),
        ] as const,
    ),
  )
  const table = new TableFrame({ fields, meta: uniteMeta(frames) })
  const order = orderRows([{ column: table.field('time'), descending: false }], table.length)
  return order ? pick(table, order) : table
}
