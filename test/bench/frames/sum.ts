import type { Frame } from '@orrery/frames'
import type { PlainSeries } from './data.ts'

/** What is made of every value and every time, to show that all of them were read. */
export interface Sums {
  readonly values: number
  readonly times: number
  readonly samples: number
}

export function sumFrame(frame: Frame): Sums {
  if (frame.kind !== 'series') throw new Error(`The frame is of kind ${frame.kind}.`)
  const sums = { values: 0, times: 0, samples: 0 }
  for (const { time, values } of frame) add(sums, time, values)
  return sums
}

function add(sums: { values: number; times: number; samples: number }, time: Float64Array, values: Float64Array): void {
  let [valueSum, timeSum, samples] = [sums.values, sums.times, sums.samples]
  for (let k = 0; k < values.length; k++) {
    timeSum += time[k]!
    const value = values[k]!
    if (Number.isNaN(value)) continue
    valueSum += value
    samples++
  }
  sums.values = valueSum
  sums.times = timeSum
  sums.samples = samples
}

export function sumPlain(list: readonly PlainSeries[]): Sums {
  let [valueSum, timeSum, samples] = [0, 0, 0]
  for (const { time, values } of list)
    for (let k = 0; k < values.length; k++) {
      timeSum += time[k]!
      const value = values[k]!
      if (value === null) continue
      valueSum += value
      samples++
    }
  return { values: valueSum, times: timeSum, samples }
}

export function assertSame(ours: unknown, other: unknown): void {
  if (JSON.stringify(ours) !== JSON.stringify(other))
    throw new Error(`The two sides differ: ${JSON.stringify(ours)} and ${JSON.stringify(other)}.`)
}
