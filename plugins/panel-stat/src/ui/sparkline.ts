import type { Course } from '../values.ts'

/** Path data of an SVG as wide and high as given. */
export interface Sparkline {
  readonly line: string
  readonly area: string
}

export interface SparklineRoom {
  readonly width: number
  readonly height: number
  /** Milliseconds at the left and right edge. */
  readonly from: number
  readonly to: number
  /** Values at the lower and upper edge; those of the course where they are undefined. */
  readonly min: number | undefined
  readonly max: number | undefined
}

/** The course of a series: for each pixel its first, lowest, highest and last value. Missing values are gaps. */
export function toSparkline(
  { times, values }: Course,
  { width, height, from, to, min, max }: SparklineRoom,
): Sparkline {
  const found = extent(values)
  const low = min ?? found.low
  const high = max ?? found.high
  const toX = (k: number) => ((times[k]! - from) / (to - from || 1)) * width
  // A flat line runs through the middle.
  const toY = (k: number) =>
    high <= low ? height / 2 : height - 1 - ((values[k]! - low) / (high - low)) * (height - 2)
  const text = (k: number) => `${round(toX(k))} ${round(toY(k))}`
  const runs = toRuns(values, (k) => Math.floor(toX(k)))
  return {
    line: runs.map((run) => `M${run.map(text).join('L')}${run.length === 1 ? 'h0.01' : ''}`).join(''),
    area: runs
      .map(
        (run) => `M${round(toX(run[0]!))} ${height}L${run.map(text).join('L')}L${round(toX(run.at(-1)!))} ${height}Z`,
      )
      .join(''),
  }
}

const round = (value: number) => Math.round(value * 10) / 10

function extent(values: Float64Array): { low: number; high: number } {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  return { low, high }
}

/** Indexes of the points to draw, a list for each stretch without gaps. */
function toRuns(values: Float64Array, toPixel: (k: number) => number): number[][] {
  const runs: number[][] = []
  let run: number[] = []
  for (let k = 0; k < values.length;) {
    if (!Number.isFinite(values[k])) {
      if (run.length > 0) runs.push(run)
      run = []
      k++
      continue
    }
    const pixel = toPixel(k)
    const first = k
    let low = k
    let high = k
    for (; k < values.length && Number.isFinite(values[k]) && toPixel(k) === pixel; k++) {
      if (values[k]! < values[low]!) low = k
      if (values[k]! > values[high]!) high = k
    }
    run.push(...new Set([first, Math.min(low, high), Math.max(low, high), k - 1]))
  }
  if (run.length > 0) runs.push(run)
  return runs
}
