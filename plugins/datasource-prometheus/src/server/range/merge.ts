import { number, SeriesBuilder, seriesKey, type Labels, type Series, type SeriesFrame } from '@orrery/sdk'

interface Part {
  readonly labels: Labels
  readonly kept?: Series | undefined
  readonly tail?: Series | undefined
}

export interface MergeOptions {
  /** Points before this have left the window. */
  readonly from: number
  /** The tail begins here and tells all from here on. */
  readonly tailFrom: number
}

/**
 * The series of an earlier answer up to the tail, and those of the tail: what a query of the whole window would answer.
 * Series that have no point in the window any more are gone, new ones are there, in the order that Prometheus gives them.
 */
export function mergeTail(kept: SeriesFrame, tail: SeriesFrame, { from, tailFrom }: MergeOptions): SeriesFrame {
  const { step } = tail.step === undefined ? kept : tail
  const builder = new SeriesBuilder({
    fields: { value: number(kept.field().meta) },
    ...(step !== undefined && { step }),
  })
  const points = new Points(longest(kept) + longest(tail))
  for (const part of unite(kept, tail)) {
    points.clear()
    if (part.kept) points.add(part.kept, from, tailFrom)
    if (part.tail) points.add(part.tail, tailFrom, Infinity)
    if (points.count === 0) continue
    builder.add(part.labels, points.times.subarray(0, points.count), points.values.subarray(0, points.count))
  }
  return builder.build()
}

class Points {
  readonly times: Float64Array
  readonly values: Float64Array
  count = 0

  constructor(most: number) {
    this.times = new Float64Array(most)
    this.values = new Float64Array(most)
  }

  clear(): void {
    this.count = 0
  }

  /** Adds the points from a time to before another. */
  add(series: Series, from: number, before: number): void {
    const { time, values } = series
    for (let k = 0; k < time.length; k++) {
      const at = time[k]!
      if (at < from) continue
      if (at >= before) return
      if (Number.isNaN(values[k]) && series.isNull(k)) continue
      this.times[this.count] = at
      this.values[this.count++] = values[k]!
    }
  }
}

const longest = (frame: SeriesFrame) => {
  let most = 0
  for (let i = 0; i < frame.length; i++) most = Math.max(most, frame.offsets[i + 1]! - frame.offsets[i]!)
  return most
}

function unite(kept: SeriesFrame, tail: SeriesFrame): readonly Part[] {
  const parts = new Map<string, Part>()
  for (const series of kept) parts.set(seriesKey(kept, series.index), { labels: series.labels, kept: series })
  let isSame = kept.length === tail.length
  for (const series of tail) {
    const key = seriesKey(tail, series.index)
    const part = parts.get(key)
    isSame &&= part?.kept?.index === series.index
    parts.set(key, { ...(part ?? { labels: series.labels }), tail: series })
  }
  const all = [...parts.values()]
  return isSame ? all : sortByLabels(all)
}

/** As Prometheus sorts a matrix: by the first label that differs, its name before its value, then by their number. */
function sortByLabels(parts: readonly Part[]): readonly Part[] {
  return parts
    .map((part) => ({
      part,
      pairs: Object.entries(part.labels)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flat(),
    }))
    .sort((a, b) => compareTexts(a.pairs, b.pairs))
    .map(({ part }) => part)
}

function compareTexts(a: readonly string[], b: readonly string[]): number {
  for (let k = 0; k < Math.min(a.length, b.length); k++) if (a[k] !== b[k]) return a[k]! < b[k]! ? -1 : 1
  return a.length - b.length
}
