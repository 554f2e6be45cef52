import { number, SeriesBuilder, type SeriesFrame } from '@orrery/frames'

export const SERIES = 10
/** Moments that are kept. */
export const WINDOW = 10_000
/** Of a source that ticks a thousand times a second: while a screen draws once, and while the host sends once. */
export const TICKS_A_FRAME = 17
export const TICKS_A_MESSAGE = 40

/** Slow waves with noise of two hundredths of their range, as sensors have them. */
const valueAt = (tick: number, series: number) => Math.sin(tick / 700 + series) * 40 + ((tick * 31 + series) % 17) / 8

/** What stands before the first tick: a full window. */
export function firstFrame(series = SERIES): SeriesFrame {
  const builder = new SeriesBuilder({ refId: 'A', step: 1, fields: { value: number({ unit: 'percent' }) } })
  const times = Float64Array.from({ length: WINDOW }, (_, k) => k - WINDOW)
  for (let i = 0; i < series; i++)
    builder.add(
      { instance: `host-${i}` },
      times,
      times.map((time) => valueAt(time, i)),
    )
  return builder.build()
}

/** A tick each millisecond, counted from 0. */
export const tickAt = (tick: number, series = SERIES) => ({
  time: tick,
  values: Array.from({ length: series }, (_, i) => valueAt(tick, i)),
})
