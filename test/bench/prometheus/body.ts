export interface BodyShape {
  readonly series: number
  readonly points: number
  /** Share of the samples that are missing. */
  readonly missing?: number
  /** Times are whole seconds of a grid, or each some milliseconds off. */
  readonly isRagged?: boolean
}

export const STEP_SECONDS = 15

/** The same numbers in each run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Values of a series: of ten series five are floats of full precision, three counters, two short decimals. */
function createValues(series: number, random: () => number): () => string {
  const kind = series % 10
  let counter = Math.floor(random() * 1e6)
  return () => {
    if (random() < 0.003) return 'NaN'
    if (kind < 5) return String((random() + random() * 2 ** -32) * 100)
    if (kind < 8) return String((counter += Math.floor(random() * 1000)))
    return String(Math.floor(random() * 10_000) / 100)
  }
}

const labelsOf = (i: number) => ({
  __name__: 'http_requests_total',
  cluster: `eu-${i % 4}`,
  code: ['200', '404', '500', '201'][i % 4],
  instance: `10.0.${(i >> 6) & 255}.${i & 63}:9090`,
  job: `job-${i % 40}`,
  method: ['GET', 'POST', 'PUT'][i % 3],
  namespace: `team-${i % 23}`,
  pod: `web-${(Math.imul(i, 2654435761) >>> 0).toString(36)}-${i}`,
})

/** A range query's answer as Prometheus writes it: labels in order of name, series in order of labels, no white space. */
export function createBody({ series, points, missing = 0, isRagged = false }: BodyShape): Buffer {
  const random = createRandom(series * 31 + points)
  const metrics = Array.from({ length: series }, (_, i) => JSON.stringify(labelsOf(i)))
  const parts = metrics.sort().map((metric, i) => {
    const value = createValues(i, random)
    const samples: string[] = []
    for (let k = 0; k < points; k++) {
      const text = value()
      if (random() < missing) continue
      const seconds = 1_700_000_000 + k * STEP_SECONDS
      samples.push(`[${isRagged ? (seconds + random()).toFixed(3) : seconds},"${text}"]`)
    }
    return `{"metric":${metric},"values":[${samples.join(',')}]}`
  })
  return Buffer.from(`{"status":"success","data":{"resultType":"matrix","result":[${parts.join(',')}]}}`)
}

/** The body as it comes from a socket. */
export const toChunks = (body: Buffer, size = 64 * 1024): Buffer[] =>
  Array.from({ length: Math.ceil(body.length / size) }, (_, i) => body.subarray(i * size, (i + 1) * size))
