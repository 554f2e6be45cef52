import type { Column } from '../column/column.ts'
import { FrameError } from '../errors.ts'
import type { Frame } from '../frame.ts'
import { SeriesFrame } from '../series/series-frame.ts'

const map = <K extends string, C extends Column>(
  columns: ReadonlyMap<K, C>,
  change: (column: C) => Column,
): Map<K, C> =>
  // A slice or selection of a column is a column of the same kind.
  new Map(Array.from(columns, ([name, column]) => [name, change(column) as C]))

/** The series or rows [from, to), as views. `to` defaults to the end; both are held inside the frame. */
export function slice<F extends Frame>(frame: F, from: number, to: number = frame.length): F {
  const start = Math.max(0, Math.min(from, frame.length))
  const end = Math.max(start, Math.min(to, frame.length))
  // The shape of the result is that of the frame.
  if (frame instanceof SeriesFrame) return sliceSeries(frame, start, end) as F
  return frame.with({ fields: map<string, Column>(frame.fields, (column) => column.slice(start, end)) }) as F
}

function sliceSeries(frame: SeriesFrame, start: number, end: number): SeriesFrame {
  const { offsets, axis } = frame
  const first = offsets[start]!
  const last = offsets[end]!
  return frame.with({
    offsets: offsets.subarray(start, end + 1).map((offset) => offset - first),
    labels: map(frame.labels, (column) => column.slice(start, end)),
    own: map(frame.own, (column) => column.slice(start, end)),
    axis:
      axis.kind === 'regular'
        ? { ...axis, starts: axis.starts.subarray(start, end) }
        : { kind: 'explicit', times: axis.times.slice(first, last) },
    fields: map(frame.fields, (column) => column.slice(first, last)),
  })
}

/** The series or rows of these numbers, in this order. Throws FRAME_ROW for a number that the frame does not have. */
export function pick<F extends Frame>(frame: F, rows: ArrayLike<number>): F {
  const order = Int32Array.from(rows)
  const odd = order.find((row) => row < 0 || row >= frame.length)
  if (odd !== undefined) throw new FrameError('FRAME_ROW', { row: odd, rows: frame.length })
  if (frame instanceof SeriesFrame) return pickSeries(frame, order) as F
  return frame.with({ fields: map<string, Column>(frame.fields, (column) => column.gather(order)) }) as F
}

function pickSeries(frame: SeriesFrame, rows: Int32Array): SeriesFrame {
  const { axis } = frame
  const offsets = new Int32Array(rows.length + 1)
  for (let r = 0; r < rows.length; r++)
    offsets[r + 1] = offsets[r]! + frame.offsets[rows[r]! + 1]! - frame.offsets[rows[r]!]!
  const points = new Int32Array(offsets[rows.length]!)
  for (let r = 0; r < rows.length; r++)
    for (let k = offsets[r]!, from = frame.offsets[rows[r]!]!; k < offsets[r + 1]!; k++) points[k] = from++
  return frame.with({
    offsets,
    labels: map(frame.labels, (column) => column.gather(rows)),
    own: map(frame.own, (column) => column.gather(rows)),
    axis:
      axis.kind === 'regular'
        ? { ...axis, starts: Float64Array.from(rows, (row) => axis.starts[row]!) }
        : { kind: 'explicit', times: axis.times.gather(points) },
    fields: map(frame.fields, (column) => column.gather(points)),
  })
}
