import type { Column, ValueColumn } from '../column/column.ts'
import { NumberColumn } from '../column/number-column.ts'
import type { TextColumn } from '../column/text-column.ts'
import { FrameError } from '../errors.ts'
import { withNotice } from '../frame.ts'
import type { Notice } from '../metadata.ts'
import { layOut } from '../series/axis.ts'
import { SeriesFrame } from '../series/series-frame.ts'
import type { TableFrame } from '../table/table-frame.ts'
import { codesOf } from './column-codes.ts'
import { toLabelName } from './flat-names.ts'
import { groupRows } from './group-rows.ts'

export interface ToSeriesOptions {
  /** The column with the times; `time` by default. */
  readonly time?: string
  /** The columns with the values, which may be text, too: states. By default all of numbers, whole numbers and booleans. */
  readonly values?: readonly string[]
  /** Milliseconds between points, when it is known. */
  readonly step?: number
}

/**
 * Rows to series: text columns that are no values are labels. Rows may stand in
 * any order; of rows with equal labels and time the last counts. Rows without a time, rows that are overridden, and
 * other columns are left out, which notices say. Throws when there is no such time column.
 */
export function toSeries(
  table: TableFrame,
  { time: timeName = 'time', values: named, step }: ToSeriesOptions = {},
): SeriesFrame {
  const time = table.field(timeName)
  if (time.kind !== 'time')
    throw new FrameError('FRAME_FIELD_KIND', { field: timeName, found: time.kind, expected: 'time' })
  const { labels, values, others } = splitColumns(table, timeName, named)
  const { rows, offsets, firsts, timeless, overridden } = orderRows(
    time,
    labels.map(([, column]) => column),
  )

  const times = time.gather(rows).values
  const fields = new Map(values.map(([name, column]) => [name, column.gather(rows)]))
  const lists = Array.from({ length: firsts.length }, (_, g) => times.subarray(offsets[g], offsets[g + 1]))
  const points = layOut({ offsets, fields }, { lists, listOf: Int32Array.from(lists, (_, g) => g) }, step)
  const frame = new SeriesFrame({
    ...points,
    labels: new Map(labels.map(([name, column]) => [toLabelName(name), column.gather(firsts).withMeta({})])),
    meta: table.meta,
  })
  return [
    ...note(timeless, `${timeless} rows have no time and are left out.`),
    ...note(overridden, `${overridden} rows are overridden by later ones with equal labels and time.`),
    ...note(others.length, `Columns that are neither label nor value are left out: ${others.join(', ')}.`),
  ].reduce(withNotice, frame)
}

const note = (count: number, text: string): Notice[] => (count ? [{ severity: 'warning', text }] : [])

function splitColumns(table: TableFrame, timeName: string, named: readonly string[] | undefined) {
  const labels: [string, TextColumn][] = []
  const values: [string, ValueColumn][] = []
  const others: string[] = []
  for (const [name, column] of table.fields) {
    if (name === timeName) continue
    const value = toValues(column)
    if (value && (named ? named.includes(name) : column.kind !== 'text')) values.push([name, value])
    else if (column.kind === 'text') labels.push([name, column])
    else others.push(name)
  }
  return { labels, values, others }
}

function toValues(column: Column): ValueColumn | undefined {
  if (column.kind === 'number' || column.kind === 'boolean' || column.kind === 'text') return column
  return column.kind === 'integer' ? new NumberColumn('number', column.values, column.validity, column.meta) : undefined
}

/** The rows that count, series by series and ascending in time. `firsts` is one row of each series. */
function orderRows({ values: time }: NumberColumn<'time'>, labels: readonly TextColumn[]) {
  const { groupOf, firsts } = groupRows(labels.map(codesOf), time.length)
  const offsets = new Int32Array(firsts.length + 1)
  for (let r = 0; r < groupOf.length; r++) if (!Number.isNaN(time[r])) offsets[groupOf[r]! + 1]!++
  for (let g = 0; g < firsts.length; g++) offsets[g + 1]! += offsets[g]!

  // A counting sort keeps the order of the rows within a series.
  const next = offsets.slice()
  const rows = new Int32Array(offsets[firsts.length]!)
  for (let r = 0; r < groupOf.length; r++) if (!Number.isNaN(time[r])) rows[next[groupOf[r]!]!++] = r

  for (let g = 0; g < firsts.length; g++) sortByTime(rows.subarray(offsets[g], offsets[g + 1]), time)
  const kept = keepLatest(rows, offsets, time)
  return { rows: kept, offsets, firsts, timeless: time.length - rows.length, overridden: rows.length - kept.length }
}

/** Ascending is the rule; only rows that are not pay for a sort, which keeps the order of equal times. */
function sortByTime(rows: Int32Array, time: Float64Array): void {
  for (let k = 1; k < rows.length; k++)
    if (time[rows[k - 1]!]! > time[rows[k]!]!) {
      rows.sort((a, b) => time[a]! - time[b]! || a - b)
      return
    }
}

/** Of the rows of a series with equal times keeps the last, and moves the rows and their offsets together. */
function keepLatest(rows: Int32Array, offsets: Int32Array, time: Float64Array): Int32Array {
  let kept = 0
  for (let g = 0, k = 0; g + 1 < offsets.length; g++) {
    for (const end = offsets[g + 1]!; k < end; k++)
      if (k + 1 === end || time[rows[k]!] !== time[rows[k + 1]!]) rows[kept++] = rows[k]!
    offsets[g + 1] = kept
  }
  return rows.subarray(0, kept)
}
