/** First index in [from, to) of an ascending list whose value is at least `value`, else `to`. */
export function lowerBound(sorted: ArrayLike<number>, value: number, from: number, to: number): number {
  while (from < to) {
    const middle = (from + to) >>> 1
    if (sorted[middle]! < value) from = middle + 1
    else to = middle
  }
  return from
}

/** First index in [from, to) for which the test holds, else `to`; once it holds it holds for all that follow. */
export function firstWhere(from: number, to: number, test: (index: number) => boolean): number {
  while (from < to) {
    const middle = (from + to) >>> 1
    if (test(middle)) to = middle
    else from = middle + 1
  }
  return from
}

/** As `firstWhere`, but looks about `guess` first, by steps that double: fast where the answer is near. */
export function firstWhereNear(from: number, to: number, guess: number, test: (index: number) => boolean): number {
  let low = Math.max(from, Math.min(guess, to))
  let high = low
  if (low < to && !test(low)) {
    high = ++low
    for (let step = 1; high < to && !test(high); step *= 2) {
      low = high + 1
      high = Math.min(to, high + step)
    }
  } else {
    for (let step = 1; low > from && test(low - 1); step *= 2) {
      high = low - 1
      low = Math.max(from, low - step)
    }
  }
  return firstWhere(low, high, test)
}

/** The index of the time nearest to `time`: of equal distances the earlier, of equal times below it the last. */
function nearest(times: Float64Array, time: number): number {
  const after = Math.max(1, lowerBound(times, time, 1, times.length - 1))
  return times.length > 1 && time - times[after - 1]! > times[after]! - time ? after : after - 1
}

/**
 * First and last index of the times in view, as uPlot finds them on its own axis: with fewer than two times within, the
 * nearest ones may lie outside. [0, -1] for no times.
 */
export function indexesInView(times: Float64Array, min: number, max: number): readonly [from: number, to: number] {
  if (times.length === 0) return [0, -1]
  let from = nearest(times, min)
  let to = nearest(times, max)
  if (to - from > 1) {
    if (times[from]! < min) from++
    if (times[to]! > max) to--
  }
  return [from, to]
}
