/** The requests of a shop as an app would count them: a counter, a classic histogram with exemplars, a native one. */

export interface Exemplar {
  readonly traceId: string
  readonly value: number
  /** Milliseconds since the epoch. */
  readonly time: number
}

/** Upper bounds of the classic histogram, in seconds; the last bucket is without end. */
export const BOUNDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, Infinity] as const

/** Of the native histogram: each bucket ends at 2^(1/8) times where it begins. */
export const SCHEMA = 3

/** What one path of the shop has seen. */
export interface PathState {
  readonly path: string
  requests: number
  errors: number
  sum: number
  readonly buckets: { count: number; exemplar: Exemplar | undefined }[]
  /** Of the native histogram, by the number of the bucket. */
  readonly native: Map<number, number>
}

const PATHS = [
  { path: '/cart', median: 0.03 },
  { path: '/checkout', median: 0.2 },
  { path: '/search', median: 0.08 },
] as const

const REQUESTS_A_SCRAPE = 20

/** Deterministic: the same scrapes give the same numbers, only the times of exemplars are those of the clock. */
export function createShop() {
  const random = seeded(42)
  const states = PATHS.map(({ path }): PathState => ({
    path,
    requests: 0,
    errors: 0,
    sum: 0,
    buckets: BOUNDS.map(() => ({ count: 0, exemplar: undefined })),
    native: new Map(),
  }))
  let traces = 0

  const serve = (state: PathState, median: number) => {
    // The sum of four is bell-shaped enough; durations of requests are so on a logarithmic scale.
    const seconds = median * Math.exp(random() + random() + random() + random() - 2)
    state.requests++
    state.sum += seconds
    if (random() < 0.05) state.errors++
    const bucket = state.buckets[BOUNDS.findIndex((bound) => seconds <= bound)]!
    bucket.count++
    bucket.exemplar = { traceId: (++traces).toString(16).padStart(32, '0'), value: seconds, time: Date.now() }
    const index = Math.ceil(Math.log2(seconds) * 2 ** SCHEMA)
    state.native.set(index, (state.native.get(index) ?? 0) + 1)
  }
  return {
    states,
    /** What happens between two scrapes. */
    trade: () =>
      states.forEach((state, i) => {
        for (let k = 0; k < REQUESTS_A_SCRAPE; k++) serve(state, PATHS[i]!.median)
      }),
  }
}

/** mulberry32: numbers from 0 to below 1. */
function seeded(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
