import type { Axis } from './axis.ts'

/** Gives the times of `count` points from `start`. */
export type Ruler = (start: number, count: number) => Float64Array

/**
 * The times of all regular series as views of one array, for as far as that array stays in proportion to the points;
 * a series that does not lie on it gets its own.
 */
export function createRuler({ starts, step }: Axis & { kind: 'regular' }, offsets: Int32Array): Ruler {
  let from = Infinity
  let to = -Infinity
  for (let i = 0; i < starts.length; i++) {
    if (offsets[i] === offsets[i + 1]) continue // no points, no start
    from = Math.min(from, starts[i]!)
    to = Math.max(to, starts[i]! + (offsets[i + 1]! - offsets[i]!) * step)
  }
  const points = offsets.at(-1) ?? 0
  const ticks = spaced(from, step, points && Math.min(Math.round((to - from) / step), 4 * points + 1024))
  return (start, count) => {
    const first = (start - from) / step
    if (count > 0 && Number.isInteger(first) && first + count <= ticks.length)
      return ticks.subarray(first, first + count)
    return spaced(start, step, count)
  }
}

function spaced(from: number, step: number, count: number): Float64Array {
  const times = new Float64Array(count)
  for (let k = 0; k < count; k++) times[k] = from + k * step
  return times
}
