import type { Series, SeriesFrame } from '@orrery/sdk'
import { parseValue } from '../answer/value.ts'
import type { Cells } from './cells.ts'

interface Bucket {
  readonly upper: number
  readonly series: Series
  /** The point that is looked at. */
  at: number
}

/**
 * Adds the buckets of classic histograms, which are series with `le`, to cells: at each time, what a bucket counts above
 * the one below it. Buckets that are missing at a time widen the next one. Returns how many series are no buckets.
 */
export function addClassicBuckets(frame: SeriesFrame, cells: Cells): number {
  const groups = new Map<string, Bucket[]>()
  let others = 0
  for (const series of frame) {
    const { le, __name__: _, ...labels } = series.labels
    const upper = le === undefined ? undefined : parseValue(le)
    if (upper === undefined || Number.isNaN(upper)) {
      others++
      continue
    }
    const key = JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)))
    const group = groups.get(key)
    if (group) group.push({ upper, series, at: 0 })
    else groups.set(key, [{ upper, series, at: 0 }])
  }
  for (const group of groups.values()) addGroup(group, cells)
  return others
}

function addGroup(group: Bucket[], cells: Cells): void {
  group.sort((a, b) => (a.upper === b.upper ? 0 : a.upper - b.upper))
  const columns = group.map(({ series }) => ({ time: series.time, values: series.values }))
  const lowest = group[0]!.upper
  // As histogram_quantile() has it: what is below the first bucket begins at zero, unless that ends below zero itself.
  const floor = lowest > 0 ? 0 : -Infinity
  for (;;) {
    let now = Infinity
    group.forEach(({ at }, b) => (now = Math.min(now, columns[b]!.time[at] ?? Infinity)))
    if (now === Infinity) return
    let low = floor
    let below = 0
    group.forEach((bucket, b) => {
      const { time, values } = columns[b]!
      if (time[bucket.at] !== now) return
      const count = values[bucket.at++]!
      if (Number.isNaN(count)) return
      // Buckets are not read at the very same moment, so one may seem to hold less than the one below.
      const total = Math.max(count, below)
      if (bucket.upper > low) cells.add(now, low, bucket.upper, total - below)
      below = total
      low = bucket.upper
    })
  }
}
