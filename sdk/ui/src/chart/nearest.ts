/** A line as it is told at a time: in tooltips, by keys, and by the points under the cursor. */
export interface ToldLine {
  /** Milliseconds, ascending. */
  readonly times: Float64Array
  /** NaN is a missing value. */
  readonly told: Float64Array
}

/** The first index whose time is not before the given one; the length where there is none. */
export function firstFrom(times: Float64Array, time: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (times[middle]! < time) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The index of the point nearest to a time, when it has a value and is within reach: half of the usual distance between
 * the line's points, and at least `least` milliseconds.
 */
export function nearestPoint({ times, told }: ToldLine, time: number, least: number): number | undefined {
  const after = firstFrom(times, time)
  const isAfter = after < times.length && (after === 0 || times[after]! - time < time - times[after - 1]!)
  const nearest = isAfter ? after : after - 1
  if (nearest < 0 || Number.isNaN(told[nearest]!)) return undefined
  const usual = (times[times.length - 1]! - times[0]!) / (times.length - 1 || 1)
  return Math.abs(times[nearest]! - time) <= Math.max(least, usual / 2) ? nearest : undefined
}

/** The nearest time before (-1) or after (1) a time at which any of the lines has a point, within the range. */
export function neighbourTime(
  lines: readonly Pick<ToldLine, 'times'>[],
  time: number,
  direction: -1 | 1,
  { from, to }: { readonly from: number; readonly to: number },
): number | undefined {
  let found: number | undefined
  for (const { times } of lines) {
    const candidate =
      direction > 0
        ? times[Math.max(firstFrom(times, from), firstAfter(times, time))]
        : times[Math.min(firstAfter(times, to), firstFrom(times, time)) - 1]
    if (candidate === undefined || candidate < from || candidate > to) continue
    if (found === undefined || (candidate - found) * direction < 0) found = candidate
  }
  return found
}

function firstAfter(times: Float64Array, time: number): number {
  let at = firstFrom(times, time)
  while (times[at] === time) at++
  return at
}
