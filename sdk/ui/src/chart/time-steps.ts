import { uniteTimes } from '@orrery/sdk'
import type uPlot from 'uplot'
import { firstFrom, type ToldLine } from './nearest.ts'

/** A time axis on which each time that has a point is one step further, however long it lasts. */
export interface TimeSteps {
  /** All times, ascending. */
  readonly times: Float64Array
  /** The step of a time, between two times a part of one; beyond the ends by the mean distance of the times. */
  readonly stepOf: (time: number) => number
  readonly timeOf: (step: number) => number
}

export function createTimeSteps(lines: readonly Pick<ToldLine, 'times'>[]): TimeSteps {
  const all = uniteTimes(lines.map((line) => line.times))
  const times = all.filter((time, k) => time !== all[k - 1])
  const last = times.length - 1
  const [first, end] = [times[0] ?? 0, times[last] ?? 0]
  const mean = last > 0 ? (end - first) / last : 1
  return {
    times,
    stepOf(time) {
      if (!(time > first)) return (time - first) / mean
      if (time >= end) return last + (time - end) / mean
      const after = firstFrom(times, time)
      const [from, to] = [times[after - 1]!, times[after]!]
      return after - (to - time) / (to - from)
    },
    timeOf(step) {
      if (!(step > 0)) return first + step * mean
      if (step >= last) return end + (step - last) * mean
      const before = Math.floor(step)
      return times[before]! + (step - before) * (times[before + 1]! - times[before]!)
    },
  }
}

/** The ends of the axis: half a step around the times in a range, or the range itself where it has none. */
export function rangeOfSteps({ times, timeOf }: TimeSteps, range: { readonly from: number; readonly to: number }) {
  const [first, last] = stepsWithin(times, range.from, range.to)
  return first > last ? ([range.from, range.to] as const) : ([timeOf(first - 0.5), timeOf(last + 0.5)] as const)
}

/** Times for marks that stand at least so many pixels apart on an axis so long. */
export function markedTimes(
  { times }: TimeSteps,
  view: { readonly min: number; readonly max: number },
  { length, space }: { readonly length: number; readonly space: number },
): number[] {
  const [first, last] = stepsWithin(times, view.min, view.max)
  const every = Math.max(1, Math.ceil(((last - first + 1) * space) / length))
  return [...times.subarray(first, last + 1)].filter((_, k) => k % every === 0)
}

function stepsWithin(times: Float64Array, from: number, to: number): readonly [first: number, last: number] {
  const after = firstFrom(times, to)
  return [firstFrom(times, from), times[after] === to ? after : after - 1]
}

/** Of an axis of steps the time of the nearest step, else the time itself. */
export function nearestTime({ scales }: uPlot, time: number): number {
  const { fwd, bwd } = scales['x'] ?? {}
  return fwd && bwd ? bwd(Math.round(fwd(time))) : time
}
