import { number, SeriesBuilder, type Frame, type QueryRequest } from '@orrery/sdk'
import { DEFAULT_SEED } from '../query/common.ts'
import type { RandomWalk } from '../query/series.ts'
import { Dice } from './dice.ts'
import { gridOf } from './grid.ts'
import { Walk } from './walk.ts'

const NOISE = 1
const NULLS = 2
const DROP = 3

/** The value of one series at a time: null is a missing one, undefined none at all. */
export function walkOf(query: RandomWalk, index: number): (time: number) => number | null | undefined {
  const { start = 50, spread = 10, noise = 0, nulls = 0, drop = 0, seed = DEFAULT_SEED } = query
  const walk = new Walk({ seed, series: index, start, spread })
  const [off, missing, absent] = [NOISE, NULLS, DROP].map((purpose) => new Dice(seed, index, purpose, purpose))
  const bound = within(query.min ?? -Infinity, query.max ?? Infinity)
  return (time) => {
    if (drop > 0 && absent!.unit(time) < drop) return undefined
    if (nulls > 0 && missing!.unit(time) < nulls) return null
    const value = walk.at(time)
    return bound(noise > 0 ? value + noise * (2 * off!.unit(time) - 1) : value)
  }
}

/** Turns around at the bounds, as often as it takes. */
function within(min: number, max: number): (value: number) => number {
  const width = max - min
  if (!(width > 0)) return () => min
  if (width === Infinity) return (value) => (value < min ? 2 * min - value : value > max ? 2 * max - value : value)
  return (value) => {
    const away = Math.abs(value - min) % (2 * width)
    return min + (away > width ? 2 * width - away : away)
  }
}

export function randomWalk(request: QueryRequest<RandomWalk>): Frame {
  const { query, refId, signal } = request
  const { series = 1, labels = {}, legend } = query
  const { from, stepMs, length } = gridOf(request, query.step)
  const meta = legend === undefined ? {} : { displayName: legend }
  const builder = new SeriesBuilder({ refId, step: stepMs, fields: { value: number(meta) } })
  for (let index = 0; index < series; index++) {
    signal.throwIfAborted()
    const valueAt = walkOf(query, index)
    const times: number[] = []
    const values: (number | null)[] = []
    for (let k = 0; k < length; k++) {
      const time = from + k * stepMs
      const value = valueAt(time)
      if (value === undefined) continue
      times.push(time)
      values.push(value)
    }
    builder.add({ ...labels, series: `${index + 1}` }, times, values)
  }
  return builder.build()
}
