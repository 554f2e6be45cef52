import type { FieldOptions } from '../field-options.ts'

/** How values become lengths, before the ends of the axis are known. */
export interface Transform {
  /** -Infinity where a value has no place. */
  readonly forward: (value: number) => number
  /** The ends of an axis for values from `low` to `high`, with room beyond them. */
  readonly ends: (low: number, high: number) => { readonly from: number; readonly to: number }
  /** About `most` round values between two ends, ascending. */
  readonly marks: (from: number, to: number, most: number) => readonly number[]
  /** Whether a value can be an end. */
  readonly has: (value: number) => boolean
}

export function createTransform({
  scale,
  linearThreshold,
}: Pick<FieldOptions, 'scale' | 'linearThreshold'>): Transform {
  if (scale === 'linear') return linear
  return scale === 'symlog' ? symlog(linearThreshold) : logarithm(scale === 'log2' ? 2 : 10)
}

/** Room beyond the highest bar, as a share. */
const PAD = 0.08
const round = (value: number) => Number(value.toPrecision(12))

const linear: Transform = {
  forward: (value) => value,
  has: () => true,
  ends(low, high) {
    const pad = (Math.max(0, high) - Math.min(0, low)) * PAD
    return { from: low < 0 ? low - pad : 0, to: high > 0 ? high + pad : 0 }
  },
  marks(from, to, most) {
    const least = (to - from) / Math.max(1, most)
    const power = 10 ** Math.floor(Math.log10(least))
    const step = round(power * ([1, 2, 5].find((factor) => factor * power >= least) ?? 10))
    const first = Math.ceil(from / step - 1e-9)
    const count = Math.floor(to / step + 1e-9) - first + 1
    return Array.from({ length: count }, (_, i) => round((first + i) * step))
  },
}

/** Powers of a base between two ends, so many at most. */
function powers(base: number, from: number, to: number, most: number): number[] {
  const [low, high] = [Math.log(from) / Math.log(base), Math.log(to) / Math.log(base)]
  const [first, last] = [Math.ceil(low - 1e-9), Math.floor(high + 1e-9)]
  const every = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, most)))
  const count = Math.max(0, Math.floor((last - first) / every) + 1)
  return Array.from({ length: count }, (_, i) => round(base ** (first + i * every)))
}

/** Zero and below have no logarithm. */
const logarithm = (base: 2 | 10): Transform => ({
  forward: (value) => (value > 0 ? Math.log(value) / Math.log(base) : -Infinity),
  has: (value) => value > 0,
  ends(low, high) {
    const exponent = (value: number) => Math.ceil(round(Math.log(value) / Math.log(base)))
    return { from: base ** (exponent(low > 0 ? low : 1) - 1), to: base ** exponent(high > 0 ? high : base) }
  },
  marks: (from, to, most) => powers(base, from, to, most),
})

/** Linear about zero up to the threshold, logarithmic further out on both sides. */
const symlog = (threshold: number): Transform => ({
  forward: (value) => Math.asinh(value / threshold),
  has: () => true,
  ends(low, high) {
    const out = (value: number) => 10 ** Math.ceil(round(Math.log10(Math.max(value, threshold))))
    return { from: low < 0 ? -out(-low) : 0, to: high > 0 ? out(high) : 0 }
  },
  marks(from, to, most) {
    const sides = from < 0 && to > 0 ? most / 2 : most
    const outTo = (end: number) => (end > threshold ? powers(10, threshold, end, sides) : [])
    const below = outTo(-from).map((value) => -value)
    const zero = from <= 0 && to >= 0 ? [0] : []
    return [...below.toReversed(), ...zero, ...outTo(to)].filter((value) => value >= from && value <= to)
  },
})
