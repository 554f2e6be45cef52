import { formatTicks, type FieldConfig } from '@orrery/sdk'
import type { AxisMark } from '@orrery/ui'
import { niceStep } from '../cells/calculate.ts'
import type { HeatCells } from '../cells/heat-cells.ts'
import type { Options } from '../options.ts'

type Axis = Options['yAxis']

/** Where values stand between the bottom of the plot (0) and its top (1). */
export interface ValueScale {
  readonly place: (value: number) => number
  /** Marks for a plot so many pixels high, ascending by value. */
  readonly marks: (height: number) => readonly AxisMark[]
}

const MARK_PIXELS = 34
/** Rows of which the highest is so much higher than the lowest grow, rather than differ. */
const GROWTH = 4

export function createValueScale(cells: HeatCells, axis: Axis, config: FieldConfig, timeZone: string): ValueScale {
  const flip = axis.reverse ? (share: number) => 1 - share : (share: number) => share
  const { names, bounds } = cells
  if (names) {
    const place = (value: number) => flip(value / names.length)
    return {
      place,
      marks: (height) =>
        thin(
          names.map((text, i) => ({ at: place(i + 0.5), text })),
          height,
        ),
    }
  }
  const texts = (values: readonly number[]) => formatTicks(values, config, { timeZone })
  const toMarks = (values: readonly number[], place: (value: number) => number) => {
    const named = texts(values)
    return values.map((value, i) => ({ at: place(value), text: named[i]! }))
  }
  const kind = axis.scale === 'auto' ? findScale(bounds) : axis.scale
  if (kind === 'even') {
    const place = (value: number) => flip(placeAmong(bounds, value))
    return { place, marks: (height) => thin(toMarks([...bounds].filter(Number.isFinite), place), height) }
  }
  const { forward, ticks } = transforms(kind, bounds)
  const { from, to } = domainOf(bounds, axis, forward)
  const place = (value: number) => {
    const own = forward(value)
    if (!Number.isFinite(own)) return flip(own > 0 ? 1 : 0)
    return flip(Math.min(1.5, Math.max(-0.5, (own - from) / (to - from))))
  }
  const isInside = ({ at }: AxisMark) => at >= 0 && at <= 1
  return {
    place,
    marks: (height) => {
      const most = Math.max(2, Math.floor(height / MARK_PIXELS))
      return thin(toMarks(ticks(from, to, most), place).filter(isInside), height)
    },
  }
}

/** Logarithmic where rows grow: buckets of latencies do. */
function findScale(bounds: Float64Array): 'linear' | 'log10' | 'symlog' {
  const finite = bounds.filter(Number.isFinite)
  const heights = finite.subarray(1).map((bound, i) => bound - finite[i]!)
  if (heights.length < 2 || Math.max(...heights) <= GROWTH * Math.min(...heights)) return 'linear'
  return finite[0]! < 0 ? 'symlog' : 'log10'
}

interface Transform {
  /** -Infinity where a value has no place. */
  readonly forward: (value: number) => number
  /** About `most` round values between two transformed ones. */
  readonly ticks: (from: number, to: number, most: number) => number[]
}

function transforms(kind: 'linear' | 'log2' | 'log10' | 'symlog', bounds: Float64Array): Transform {
  if (kind === 'linear') return { forward: (value) => value, ticks: linearTicks }
  if (kind === 'symlog') {
    const least = bounds.reduce((low, bound) => (bound === 0 ? low : Math.min(low, Math.abs(bound))), Infinity)
    const unit = Number.isFinite(least) ? least : 1
    const powers = (to: number) =>
      logTicks(Math.log10(unit), Math.log10(Math.sinh(Math.max(0, to)) * unit || unit), 10, 4)
    return {
      forward: (value) => Math.asinh(value / unit),
      ticks: (from, to) => [
        ...powers(-from)
          .map((value) => -value)
          .toReversed(),
        0,
        ...powers(to),
      ],
    }
  }
  const base = kind === 'log2' ? 2 : 10
  return {
    forward: (value) => (value > 0 ? Math.log(value) / Math.log(base) : -Infinity),
    ticks: (from, to, most) => logTicks(from, to, base, most),
  }
}

function linearTicks(from: number, to: number, most: number): number[] {
  const step = niceStep((to - from) / most)
  const first = Math.ceil(from / step - 1e-9)
  const count = Math.floor(to / step + 1e-9) - first + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

/** Powers of the base; within less than two of ten also twice and five times these. */
function logTicks(from: number, to: number, base: number, most: number): number[] {
  const [first, last] = [Math.floor(from), Math.ceil(to)]
  const every = Math.max(1, Math.ceil((last - first) / most))
  const between = base === 10 && to - from < 2 ? [1, 2, 5] : [1]
  const ticks: number[] = []
  for (let power = Math.ceil(first / every) * every; power <= last; power += every)
    for (const factor of between) ticks.push(Number((factor * base ** power).toPrecision(12)))
  return ticks
}

/** The ends of the axis. A row that ends at infinity, or where the axis has no place, is as high as rows usually are. */
function domainOf(bounds: Float64Array, axis: Axis, forward: (value: number) => number) {
  const places = bounds.map(forward)
  const finite = places.filter(Number.isFinite)
  const [low = 0, high = 1] = [finite[0], finite.at(-1)]
  const heights = finite.subarray(1).map((place, i) => place - finite[i]!)
  const usual = heights.toSorted()[heights.length >> 1] ?? 1
  const end = (given: number | undefined, otherwise: number) => {
    const place = given === undefined ? NaN : forward(given)
    return Number.isFinite(place) ? place : otherwise
  }
  const from = end(axis.min, places[0] === -Infinity ? low - usual : low)
  const to = end(axis.max, places.at(-1) === Infinity ? high + usual : high)
  return { from, to: to > from ? to : from + 1 }
}

/** Where a value stands when all rows are equally high. */
function placeAmong(bounds: Float64Array, value: number): number {
  const next = bounds.findIndex((bound) => bound >= value)
  if (next === -1) return 1
  if (next === 0 || bounds[next] === value) return next / (bounds.length - 1)
  const [low, high] = [bounds[next - 1]!, bounds[next]!]
  const share = Number.isFinite(low) && Number.isFinite(high) ? (value - low) / (high - low) : 0.5
  return (next - 1 + share) / (bounds.length - 1)
}

/** Every so manieth mark, so that texts do not touch. */
function thin(marks: readonly AxisMark[], height: number): readonly AxisMark[] {
  const every = Math.max(1, Math.ceil((marks.length * MARK_PIXELS * 0.6) / height))
  return marks.filter((_, i) => i % every === 0)
}
