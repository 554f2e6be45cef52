import { defineTable, TableFrame, time, toLong, type Column, type SeriesFrame } from '@orrery/sdk'
import type { Options } from './options.ts'

/** The values of a series, in the order of their times. */
export interface Trend {
  readonly times: Float64Array
  /** NaN where one is missing. */
  readonly values: Float64Array
}

/** A series frame as a table of labels, times and values: a row for each series, or one for each point. */
export const toTable = (frame: SeriesFrame, form: Options['series']): TableFrame =>
  form === 'points' ? toLong(frame) : toLatest(frame)

/** The course of a field, by the rows of a table of the latest values; undefined where it is of no numbers. */
export function trendsOf(frame: SeriesFrame, field: string): ((row: number) => Trend) | undefined {
  if (frame.fields.get(field)?.kind !== 'number') return undefined
  return (row) => ({ times: frame.timesAt(row), values: frame.numbersAt(row, field) })
}

const Times = defineTable({ time: time() })

function toLatest(frame: SeriesFrame): TableFrame {
  const points = Int32Array.from({ length: frame.length }, (_, i) => lastPoint(frame, i))
  const times = Array.from(points, (point, i) => (point < 0 ? null : frame.timesAt(i)[point - frame.offsets[i]!]!))
  const fields = new Map<string, Column>()
  // Called as in a table of points.
  for (const [name, column] of frame.labels)
    fields.set(name === 'time' || frame.fields.has(name) ? `label.${name}` : name, column)
  fields.set('time', Times.fromColumns({ time: times }).field('time'))
  for (const [name, column] of frame.fields) fields.set(name, column.gather(points))
  return new TableFrame({ fields, meta: frame.meta })
}

/** The last point of a series that has a value in any field; -1 where there is none. */
function lastPoint(frame: SeriesFrame, i: number): number {
  const columns = [...frame.fields.values()]
  for (let point = frame.offsets[i + 1]! - 1; point >= frame.offsets[i]!; point--)
    if (!columns.every((column) => isMissing(column, point))) return point
  return -1
}

/** Whether a cell holds nothing to show. */
export const isMissing = (column: Column, row: number): boolean =>
  column.kind === 'number' ? Number.isNaN(column.values[row]) : column.isNull(row)
