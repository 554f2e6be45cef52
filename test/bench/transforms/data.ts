/** One series, as plain as it comes: of neither side. */
export interface PlainSeries {
  readonly labels: { readonly host: string }
  readonly times: Float64Array
  readonly values: Float64Array
}

export type Times = 'same' | 'ragged'

const START = Date.UTC(2026, 0, 1)
const STEP = 15_000
const SERIES = 50
const POINTS = 20_000
/** The share of points that stray from the times of the others. */
const STRAY = 0.01

/** A million points of 50 series, one after the other so that nobody has to hold them twice; the same in each run. */
export function* createData(times: Times): Generator<PlainSeries, void> {
  let seed = 42
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) | 0
    return (seed >>> 0) / 2 ** 32
  }
  const straying = () => (times === 'ragged' && random() < STRAY ? 1 + Math.floor(random() * (STEP - 1)) : 0)
  for (let i = 0; i < SERIES; i++) {
    const series = { labels: { host: `host-${i}` }, times: new Float64Array(POINTS), values: new Float64Array(POINTS) }
    for (let k = 0; k < POINTS; k++) {
      series.times[k] = START + k * STEP + straying()
      series.values[k] = random() * 100
    }
    yield series
  }
}
