import type { ValueColumn } from '../column/column.ts'
import { NumberColumn } from '../column/number-column.ts'
import type { SeriesFrame } from '../series/series-frame.ts'
import { explicitTimes } from './explicit-times.ts'
import { firstFrom } from './first-from.ts'

/**
 * All series with these of their points only: `points` are numbers of points of the whole frame, ascending. A series that
 * keeps none stays, empty. Each point has its own time then.
 */
export function pickPoints(frame: SeriesFrame, points: Int32Array): SeriesFrame {
  const offsets = new Int32Array(frame.length + 1)
  for (let i = 0; i < frame.length; i++) offsets[i + 1] = firstFrom(points, frame.offsets[i + 1]!)
  const times = new NumberColumn('time', explicitTimes(frame))
  return frame.with({
    offsets,
    axis: { kind: 'explicit', times: times.gather(points) },
    // A selection of a column is a column of the same kind.
    fields: new Map(Array.from(frame.fields, ([name, column]) => [name, column.gather(points) as ValueColumn])),
  })
}
