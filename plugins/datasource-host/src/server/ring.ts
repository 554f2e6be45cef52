import type { Metric } from '../options.ts'

/** One value that was read at one time: of which metric, with which labels. */
export interface Reading {
  readonly metric: Metric
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

export interface RingSeries {
  readonly labels: Readonly<Record<string, string>>
  /** Milliseconds since the epoch, ascending. */
  readonly times: Float64Array
  readonly values: Float64Array
}

/** A series that stays away for the whole ring is forgotten; more than this at once, and new ones are not taken. */
const MAX_SERIES = 1000

/** The last readings, tick by tick, in a fixed number of slots: old ones are written over. */
export function createRing(slots: number) {
  const times = new Float64Array(slots)
  const series = new Map<string, { metric: Metric; labels: Reading['labels']; values: Float64Array; seen: number }>()
  const listeners = new Set<() => void>()
  let ticks = 0

  /** Slots from the oldest to the newest whose time is within the range. */
  const slotsWithin = (from: number, to: number) => {
    const found: number[] = []
    for (let tick = Math.max(0, ticks - slots); tick < ticks; tick++) {
      const time = times[tick % slots]!
      if (time >= from && time <= to) found.push(tick % slots)
    }
    return found
  }

  return {
    add(time: number, readings: readonly Reading[]) {
      const slot = ticks % slots
      times[slot] = time
      for (const [key, one] of series) {
        one.values[slot] = NaN
        if (ticks - one.seen > slots) series.delete(key)
      }
      for (const { metric, labels, value } of readings) {
        const key = `${metric} ${JSON.stringify(labels)}`
        let one = series.get(key)
        if (!one) {
          if (series.size === MAX_SERIES) continue
          series.set(key, (one = { metric, labels, values: new Float64Array(slots).fill(NaN), seen: ticks }))
        }
        one.values[slot] = value
        one.seen = ticks
      }
      ticks++
      for (const listener of listeners) listener()
    },

    /** Calls back after each tick. Returns the stop. */
    onTick(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    /** Means of intervals of `intervalMs`, aligned to the epoch; NaN where nothing was read. */
    read(
      metric: Metric,
      { from, to }: { readonly from: number; readonly to: number },
      intervalMs: number,
    ): RingSeries[] {
      const start = Math.floor(from / intervalMs) * intervalMs
      const found = slotsWithin(start, to)
      const buckets = [...new Set(found.map((slot) => Math.floor(times[slot]! / intervalMs)))]
      const index = new Map(buckets.map((bucket, i) => [bucket, i]))
      return [...series.values()]
        .filter((one) => one.metric === metric)
        .map(({ labels, values }) => {
          const sums = new Float64Array(buckets.length)
          const counts = new Float64Array(buckets.length)
          for (const slot of found) {
            const value = values[slot]!
            if (Number.isNaN(value)) continue
            const at = index.get(Math.floor(times[slot]! / intervalMs))!
            sums[at]! += value
            counts[at]! += 1
          }
          // 0 / 0 is NaN: an interval without a reading.
          return {
            labels,
            times: Float64Array.from(buckets, (bucket) => bucket * intervalMs),
            values: sums.map((sum, i) => sum / counts[i]!),
          }
        })
    },

    latest(metric: Metric): { readonly time: number; readonly readings: readonly Reading[] } {
      const slot = (ticks + slots - 1) % slots
      const readings = [...series.values()]
        .filter((one) => ticks > 0 && one.metric === metric && !Number.isNaN(one.values[slot]))
        .map(({ labels, values }) => ({ metric, labels, value: values[slot]! }))
      return { time: times[slot]!, readings }
    },
  }
}
export type Ring = ReturnType<typeof createRing>
