import { SeriesBuilder, type Labels, type SeriesFrame } from '@orrery/frames'

/** Numbers from 0 to 1 that are the same in each run. */
function createRandom() {
  let seed = 42
  return () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) | 0
    return (seed >>> 0) / 2 ** 32
  }
}

const START = Date.UTC(2026, 0, 1)
const STEP = 15_000

const labelsOf = (i: number): Labels => ({
  __name__: 'http_requests_total',
  cluster: `eu-${i % 4}`,
  namespace: `team-${i % 23}`,
  job: `job-${i % 40}`,
  instance: `10.0.${(i >> 6) & 255}.${i & 63}:9090`,
  pod: `web-${((i * 2_654_435_761) >>> 0).toString(36)}-${i}`,
  method: ['GET', 'POST', 'PUT'][i % 3]!,
  code: ['200', '404', '500', '201'][i % 4]!,
})

/** Half of the series are floats of 16 to 17 digits, 30 % counters, 20 % short decimals. */
function createValues(kind: number, random: () => number): () => number {
  if (kind < 5) return () => random() * 100
  let count = Math.floor(random() * 1e6)
  if (kind < 8) return () => (count += Math.floor(random() * 50))
  return () => Math.round(random() * 10_000) / 100
}

export interface Recipe {
  readonly series: number
  readonly points: number
  /** The share of points that are missing. */
  readonly gaps?: number
  /** Times stray up to this many milliseconds from the grid. */
  readonly jitter?: number
}

/** Series as a metrics backend answers them, with 8 labels each. */
export function createSeries({ series, points, gaps = 0, jitter = 0 }: Recipe): SeriesFrame {
  const random = createRandom()
  const builder = new SeriesBuilder({ refId: 'A', ...(jitter ? {} : { step: STEP }) })
  for (let i = 0; i < series; i++) {
    const next = createValues(i % 10, random)
    const times: number[] = []
    const values: number[] = []
    for (let k = 0; k < points; k++) {
      const value = next()
      if (gaps && random() < gaps) continue
      times.push(START + k * STEP + Math.floor(random() * jitter))
      values.push(value)
    }
    builder.add(labelsOf(i), times, values)
  }
  return builder.build()
}

/** A series as a host that sends JSON would: numbers in arrays, null for a missing one. */
export interface PlainSeries {
  readonly labels: Labels
  readonly time: readonly number[]
  readonly values: readonly (number | null)[]
}

/** What JSON.stringify is given: arrays of numbers, made beforehand. */
export const toPlain = (frame: SeriesFrame): PlainSeries[] =>
  Array.from(frame, ({ labels, time, values }) => ({
    labels,
    time: Array.from(time),
    values: Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
  }))
