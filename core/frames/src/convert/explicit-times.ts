import type { SeriesFrame } from '../series/series-frame.ts'

/** The time of every point of every series, end to end. */
export function explicitTimes({ axis, offsets, points, length }: SeriesFrame): Float64Array {
  if (axis.kind === 'explicit') return axis.times.values
  const times = new Float64Array(points)
  for (let i = 0; i < length; i++) {
    const first = offsets[i]!
    for (let k = first; k < offsets[i + 1]!; k++) times[k] = axis.starts[i]! + (k - first) * axis.step
  }
  return times
}
