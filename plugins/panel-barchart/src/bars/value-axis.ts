import { formatTicks, type FieldConfig } from '@orrery/sdk'
import type { Options } from '../options.ts'

/** The axis along which bars grow. */
export interface ValueAxis {
  /** Where a value stands, from 0 at the low end to 1 at the high end. */
  readonly place: (value: number) => number
  /** Where bars begin. */
  readonly base: number
  /** Round values with their texts, so many at most. */
  readonly marks: (most: number) => readonly { readonly at: number; readonly text: string }[]
}

interface Extent {
  readonly low: number
  readonly high: number
}

/** The axis of bars that reach from `low` to `high`; its ends and unit are those of the config. */
export function createValueAxis(
  { low, high }: Extent,
  axis: Options['axis'],
  config: FieldConfig,
  timeZone: string,
): ValueAxis {
  const texts = (values: readonly number[]) => formatTicks(values, config, { timeZone })
  const isLog = axis.scale === 'log10'
  const forward = isLog ? Math.log10 : (value: number) => value
  const { from, to } = isLog ? logEnds({ low, high }, axis, config) : linearEnds({ low, high }, axis, config)
  const place = (value: number) => {
    const own = (forward(value) - forward(from)) / (forward(to) - forward(from))
    // Zero and below have no logarithm, and stand at the low end.
    return Number.isNaN(own) ? 0 : Math.min(1, Math.max(0, own))
  }
  return {
    place,
    base: isLog ? from : Math.min(to, Math.max(from, 0)),
    marks(most) {
      const values = isLog ? powers(from, to, most) : multiples(from, to, most)
      const named = texts(values)
      return values.map((value, i) => ({ at: place(value), text: named[i]! }))
    },
  }
}

/** Room above the highest bar. */
const PAD = 0.08

function linearEnds({ low, high }: Extent, { softMin, softMax }: Options['axis'], { min, max }: FieldConfig) {
  const least = Math.min(0, low, softMin ?? 0)
  const most = Math.max(0, high, softMax ?? 0)
  const pad = (most - least) * PAD
  const from = min ?? (least < (softMin ?? 0) ? least - pad : least)
  const to = max ?? (most > (softMax ?? 0) ? most + pad : most)
  return { from, to: to > from ? to : from + 1 }
}

function logEnds({ low, high }: Extent, { softMin, softMax }: Options['axis'], { min, max }: FieldConfig) {
  const positive = (value: number | undefined, otherwise: number) =>
    value !== undefined && value > 0 ? value : otherwise
  const least = Math.min(positive(low, 1), positive(softMin, Infinity))
  const most = Math.max(positive(high, 10), positive(softMax, 0))
  const from = positive(min, 10 ** (Math.ceil(Math.log10(least)) - 1))
  const to = positive(max, 10 ** Math.ceil(Math.log10(most)))
  return { from, to: to > from ? to : from * 10 }
}

const round = (value: number) => Number(value.toPrecision(12))

function multiples(from: number, to: number, most: number): number[] {
  const least = (to - from) / Math.max(1, most)
  const power = 10 ** Math.floor(Math.log10(least))
  const step = round(power * ([1, 2, 5].find((factor) => factor * power >= least) ?? 10))
  const first = Math.ceil(from / step - 1e-9)
  const count = Math.floor(to / step + 1e-9) - first + 1
  return Array.from({ length: count }, (_, i) => round((first + i) * step))
}

function powers(from: number, to: number, most: number): number[] {
  const first = Math.ceil(Math.log10(from) - 1e-9)
  const last = Math.floor(Math.log10(to) + 1e-9)
  const every = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, most)))
  return Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, i) => round(10 ** (first + i * every)))
}
