import { Pyramid } from '../chart/exact/pyramid.ts'
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
  const pyramid = pyramidOf(values)
  const found = pyramid.extremes(0, values.length, { low: 0, high: 0 })
  const low = min ?? found.low
  const high = max ?? found.high
  // A flat line runs through the middle.
  const toY = (value: number) => (high <= low ? height / 2 : height - 1 - ((value - low) / (high - low)) * (height - 2))
  const text = ({ x, value }: Point) => `${round(x)} ${round(toY(value))}`
  const runs = toRuns(times, pyramid, room)
  return {
    line: runs.map((run) => `M${run.map(text).join('L')}${run.length === 1 ? 'h0.01' : ''}`).join(''),
    area: runs
      .map((run) => `M${round(run[0]!.x)} ${height}L${run.map(text).join('L')}L${round(run.at(-1)!.x)} ${height}Z`)
      .join(''),
  }
}

const round = (value: number) => Math.round(value * 10) / 10

const pyramids = new WeakMap<Float64Array, Pyramid>()

/** The pyramid of a column, in which infinities are missing: there is no place for them. */
function pyramidOf(values: Float64Array): Pyramid {
  let pyramid = pyramids.get(values)
  if (!pyramid) {
    const isOdd = (value: number) => value === Infinity || value === -Infinity
    pyramid = new Pyramid(values.some(isOdd) ? values.map((value) => (isOdd(value) ? NaN : value)) : values)
    pyramid.advance()
    pyramids.set(values, pyramid)
  }
  return pyramid
}

/** The points to draw, a list for each stretch without gaps: a search for each pixel, however many points there are. */
function toRuns(times: Float64Array, pyramid: Pyramid, { width, from, to }: SparklineRoom): Point[][] {
  const { values } = pyramid
  const perPixel = (to - from || 1) / width
  const toX = (k: number) => (times[k]! - from) / perPixel
  const range = { low: 0, high: 0 }
  const runs: Point[][] = []
  for (let k = pyramid.next(0); k < values.length; k = pyramid.next(k)) {
    const run: Point[] = []
    const stop = pyramid.nextMissing(k)
    while (k < stop) {
      const x = toX(k)
      const end = firstFrom(times, from + (Math.floor(x) + 1) * perPixel, k + 1, stop)
      const [first, last] = [values[k]!, values[end - 1]!]
      pyramid.extremes(k, end, range)
      run.push({ x, value: first })
      for (const value of [range.low, range.high]) if (value !== first && value !== last) run.push({ x, value })
      if (end > k + 1) run.push({ x: toX(end - 1), value: last })
      k = end
    }
    runs.push(run)
  }
  return runs
}

/** The first of the ascending times [from, to) that is not before `time`, else `to`. */
function firstFrom(times: Float64Array, time: number, from: number, to: number): number {
  while (from < to) {
    const middle = (from + to) >>> 1
    if (times[middle]! < time) from = middle + 1
    else to = middle
  }
  return from
}
