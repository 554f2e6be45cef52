import {
  defineTable,
  json,
  type JsonColumn,
  number,
  optional,
  time,
  type Frame,
  type Labels,
  type LiveAppend,
  type LiveSeries,
  type TableFrame,
} from '@orrery/frames'
import { check, Type } from '@orrery/schema'

import { QueryError } from './errors.ts'

/**
 * Moments as they travel: a row for each number, moments in order, in each the series by their row. The labels stand
 * where a series is new. A moment in which nothing has a number has one row, whose `row` is NaN.
 */
const Delta = defineTable({ time: time(), row: number(), value: number(), labels: optional(json()) })

const LabelSet = Type.Record(Type.String(), Type.String())

/** The last `moments` of a window. `addedAt` has the update with which each series came. */
export function toDelta(live: LiveSeries, moments: number, addedAt: readonly number[]): TableFrame {
  const size = Math.max(1, live.length) * moments
  const columns = { time: new Float64Array(size), row: new Float64Array(size), value: new Float64Array(size) }
  const labels = new Map<number, Labels>()
  const series = Array.from({ length: live.length }, (_, row) => live.at(row).values.subarray(-moments))
  const times = live.at(0).time.subarray(-moments)
  const first = live.sequence! - moments + 1
  let count = 0
  const push = (at: number, row: number, value: number) => {
    columns.time[count] = at
    columns.row[count] = row
    columns.value[count++] = value
  }
  for (let k = 0; k < moments; k++) {
    const before = count
    for (let row = 0; row < series.length; row++) {
      const value = series[row]![k]!
      const isNew = addedAt[row] === first + k
      if (isNew) labels.set(count, live.labelsAt(row))
      if (isNew || !Number.isNaN(value)) push(times[k]!, row, value)
    }
    if (count === before) push(times[k]!, NaN, NaN)
  }
  return Delta.fromColumns({
    time: columns.time.subarray(0, count),
    row: columns.row.subarray(0, count),
    value: columns.value.subarray(0, count),
    ...(labels.size > 0 && { labels: Array.from({ length: count }, (_, k) => labels.get(k) ?? null) }),
  })
}

/** The moments of a delta, whose first is update `sequence`. Throws WIRE_MALFORMED for a frame that is none. */
export function* readDelta(frame: Frame, sequence: number): Generator<LiveAppend, void> {
  if (frame.kind === 'series') throw new QueryError('WIRE_MALFORMED', { reason: 'an update holds no rows' })
  const { time: at, row, value, labels } = Delta.read(frame)
  const [times, rows, values] = [at.values, row.values, value.values]
  for (let from = 0; from < times.length;) {
    let to = from + 1
    while (times[to] === times[from]) to++
    const added = labels ? labelsWithin(labels, from, to) : []
    const isEmpty = Number.isNaN(rows[from]!)
    yield {
      sequence: sequence++,
      time: times[from]!,
      added,
      rows: isEmpty ? [] : rows.subarray(from, to),
      values: isEmpty ? [] : values.subarray(from, to),
    }
    from = to
  }
}

function labelsWithin(column: JsonColumn, from: number, to: number): Labels[] {
  const found: Labels[] = []
  for (let k = from; k < to; k++)
    if (!column.isNull(k)) found.push(check(LabelSet, column.at(k), 'The labels of a new series'))
  return found
}
