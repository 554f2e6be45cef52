import { createBuilder, TableFrame, type Column, type ReducerId, type SeriesFrame } from '@orrery/frames'
import { Type } from '@orrery/schema'
import { createCellReducer } from './reduced-cells.ts'
import { AnyReducer, reducedMeta, reducerColumnName, toCellColumn } from './reducer-columns.ts'
import { onlyTimeSeries } from './time-series.ts'
import { builtIn } from './transform.ts'
import { uniqueName } from './unique-name.ts'

/** A row for each series, with its course in a cell. */
export const timeSeriesTable = builtIn({
  id: 'timeSeriesTable',
  title: 'Time series to table',
  group: 'time',
  description:
    'Makes a row of each series: its labels, its course as a small chart, and a value that it can be sorted by.',
  keywords: ['sparkline', 'trend', 'table'],
  notes: `
Each frame of series becomes a table: a column for each label, \`Trend #A\` with the course of the query A, which tables
draw as a line, and a column for the value, such as \`Last * #A\`. With several fields each has both, with its name
behind.

A course is JSON: \`{"times": [...], "values": [...]}\`, with null for a missing value. Of a series with more than 500
points it has the lowest and the highest of each of 250 stretches. The value is calculated of all points.

Tables with a column of times and one of numbers are series, too: texts are their labels. Other frames are left out,
which a notice says. A series without points has an empty course and no value. Fields of texts or booleans have no
course.
`,
  options: Type.Object({ reducer: AnyReducer }),
  apply: (frames, { reducer }, { note }) => {
    const series = onlyTimeSeries(frames, note)
    return series.length === 0 ? frames : series.map((frame) => toTable(frame, reducer))
  },
})

function toTable(frame: SeriesFrame, reducer: ReducerId): TableFrame {
  const fields = new Map<string, Column>(frame.labels)
  const query = frame.meta.refId === undefined ? '' : ` #${frame.meta.refId}`
  for (const [field, column] of frame.fields) {
    const suffix = frame.fields.size > 1 ? `${query} ${field}` : query
    if (column.kind === 'number') {
      const courses = createBuilder('json', field)
      for (const one of frame) courses.push(toCourse(one.time, one.of(field)))
      fields.set(uniqueName(`Trend${suffix}`, fields), courses.build({ ...column.meta, config: asCourse(column) }))
    }
    const reduceCells = createCellReducer(column)
    const cells = Array.from({ length: frame.length }, (_, i) =>
      reduceCells(reducer, frame.offsets[i]!, frame.offsets[i + 1]!),
    )
    const name = uniqueName(`${reducerColumnName(reducer)}${suffix}`, fields)
    fields.set(name, toCellColumn(cells, reducedMeta(reducer, column.meta)))
  }
  return new TableFrame({ fields, meta: frame.meta })
}

/** Tells tables how to draw the cells, unless they are told otherwise. */
const asCourse = ({ meta }: Column) => ({ ...meta.config, custom: { cell: { type: 'sparkline' } } })

const MOST_POINTS = 500

function toCourse(times: Float64Array, values: Float64Array) {
  const points = values.length > MOST_POINTS ? extremesOf(values) : Int32Array.from(values.keys())
  return {
    times: Array.from(points, (k) => times[k]!),
    // JSON knows neither NaN nor infinities.
    values: Array.from(points, (k) => (Number.isFinite(values[k]) ? values[k]! : null)),
  }
}

/**
 * The lowest and the highest of each stretch, in the order in which they stand; where it has none, one that is
 * missing.
 */
function extremesOf(values: Float64Array): Int32Array {
  const stretches = MOST_POINTS / 2
  const kept: number[] = []
  for (let s = 0; s < stretches; s++) {
    const from = Math.floor((s * values.length) / stretches)
    const to = Math.floor(((s + 1) * values.length) / stretches)
    let low = from
    let high = from
    for (let k = from; k < to; k++) {
      if (Number.isNaN(values[low]) || values[k]! < values[low]!) low = k
      if (Number.isNaN(values[high]) || values[k]! > values[high]!) high = k
    }
    kept.push(Math.min(low, high))
    if (low !== high) kept.push(Math.max(low, high))
  }
  return Int32Array.from(kept)
}
