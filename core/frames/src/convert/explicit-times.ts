import type { SeriesFrame } from '../series/series-frame.ts'

/** The time of every point of every series, end to end. */
export function explicitTimes({ axis, offsets, points, length }: SeriesFrame): Float64Array {
  if (axis.kind === 'explicit') return axis.times.values
  const { starts, step } = axis
  const times = new Float64Array(points)
  for (let i = 0, k = 0; i < length; i++) {
    let time = starts[i]!
    for (const end = offsets[i + 1]!; k < end; k++) {
      times[k] = time
      time += step
    }
  }
  return times
}
