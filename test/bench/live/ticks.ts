import { number, SeriesBuilder, type Labels, type SeriesFrame } from '@orrery/frames'

export const SERIES = 10
/** Moments that are kept. */
export const WINDOW = 10_000
/** Of a source that ticks a thousand times a second: while a screen draws once, and while the host sends once. */
export const TICKS_A_FRAME = 17
export const TICKS_A_MESSAGE = 40

const labels: readonly Labels[] = Array.from({ length: SERIES }, (_, i) => ({ instance: `host-${i}` }))
const valueAt = (tick: number, series: number) => Math.sin(tick / 700 + series) * 40 + ((tick * 31 + series) % 17)

/** What stands before the first tick: a full window. */
export function firstFrame(): SeriesFrame {
  const builder = new SeriesBuilder({ refId: 'A', step: 1, fields: { value: number({ unit: 'percent' }) } })
  const times = Float64Array.from({ length: WINDOW }, (_, k) => k - WINDOW)
  labels.forEach((set, i) =>
    builder.add(
      set,
      times,
      times.map((time) => valueAt(time, i)),
    ),
  )
  return builder.build()
}

/** A tick each millisecond, counted from 0. */
export const tickAt = (tick: number) => ({ time: tick, values: labels.map((_, i) => valueAt(tick, i)) })
