/** One series, as plain as it comes: of neither side. */
export interface PlainSeries {
  readonly labels: { readonly host: string }
  readonly times: readonly number[]
  readonly values: readonly number[]
}

export type Times = 'same' | 'ragged'

const START = Date.UTC(2026, 0, 1)
const STEP = 15_000
const SERIES = 50
const POINTS = 20_000
/** The share of points that stray from the times of the others. */
const STRAY = 0.01

/** A million points of 50 series, the same in each run. */
export function createData(times: Times): PlainSeries[] {
  let seed = 42
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) | 0
    return (seed >>> 0) / 2 ** 32
  }
  const straying = () => (times === 'ragged' && random() < STRAY ? 1 + Math.floor(random() * (STEP - 1)) : 0)
  return Array.from({ length: SERIES }, (_, i) => ({
    labels: { host: `host-${i}` },
    times: Array.from({ length: POINTS }, (_unused, k) => START + k * STEP + straying()),
    values: Array.from({ length: POINTS }, () => random() * 100),
  }))
}
