import type { Course } from '@orrery/sdk'

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

interface Point {
  readonly x: number
  readonly value: number
}

/** The course of a series: for each pixel its first, lowest, highest and last value. Missing values are gaps. */
export function toSparkline({ times, values }: Course, room: SparklineRoom): Sparkline {
  const { height, min, max } = room
  const found = min === undefined || max === undefined ? extentOf(values) : { low: min, high: max }
  const low = min ?? found.low
  const high = max ?? found.high
  // A flat line runs through the middle.
  const toY = (value: number) => (high <= low ? height / 2 : height - 1 - ((value - low) / (high - low)) * (height - 2))
  const text = ({ x, value }: Point) => `${round(x)} ${round(toY(value))}`
  const runs = toRuns(times, values, room)
  return {
    line: runs.map((run) => `M${run.map(text).join('L')}${run.length === 1 ? 'h0.01' : ''}`).join(''),
    area: runs
      .map((run) => `M${round(run[0]!.x)} ${height}L${run.map(text).join('L')}L${round(run.at(-1)!.x)} ${height}Z`)
      .join(''),
  }
}

const round = (value: number) => Math.round(value * 10) / 10

// Infinities are missing: there is no place for them.
const isDrawn = (value: number) => value - value === 0

function extentOf(values: Float64Array) {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    if (!isDrawn(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  return { low, high }
}

/** The points to draw, a list for each stretch without gaps. One pass: a series is drawn once, for new data. */
function toRuns(times: Float64Array, values: Float64Array, { width, from, to }: SparklineRoom): Point[][] {
  const perPixel = (to - from || 1) / width
  const runs: Point[][] = []
  let run: Point[] = []
  let k = 0
  while (k < values.length) {
    const first = values[k]!
    if (!isDrawn(first)) {
      k++
      if (run.length) runs.push(run)
      run = []
      continue
    }
    const x = (times[k]! - from) / perPixel
    const edge = from + (Math.floor(x) + 1) * perPixel
    let low = first
    let high = first
    let end = k + 1
    for (; end < values.length && times[end]! < edge; end++) {
      const value = values[end]!
      if (!isDrawn(value)) break
      if (value < low) low = value
      else if (value > high) high = value
    }
    const last = values[end - 1]!
    run.push({ x, value: first })
    for (const value of [low, high]) if (value !== first && value !== last) run.push({ x, value })
    if (end > k + 1) run.push({ x: (times[end - 1]! - from) / perPixel, value: last })
    k = end
  }
  if (run.length) runs.push(run)
  return runs
}
