import { resolveColor, schemeColor, type Theme } from '@orrery/sdk'
import type { Options } from '../options.ts'

/** The colours of cells. */
export interface ColorLevels {
  /** The colour of each cell: 0 is hidden, 1 the first. */
  readonly levels: Uint8Array
  /** What the first and the last colour stand for. */
  readonly min: number
  readonly max: number
  /** Where a value stands among the colours, from 0 to 1. */
  readonly shareOf: (value: number) => number
}

export function toColorLevels(
  counts: Float64Array,
  { color, filterValues }: Pick<Options, 'color' | 'filterValues'>,
): ColorLevels {
  const { le = NaN, ge = NaN } = filterValues
  // Of NaN no comparison is true.
  const isShown = (count: number) => !Number.isNaN(count) && !(count <= le) && !(count >= ge)
  let low = Infinity
  let high = -Infinity
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!
    if (!isShown(count)) continue
    if (count < low) low = count
    if (count > high && count < Infinity) high = count
  }
  const min = color.min ?? (low === Infinity ? 0 : low)
  const max = color.max ?? (high === -Infinity ? 1 : high)
  const { steps, exponent } = color
  const shareOf = (value: number) =>
    max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) ** exponent : Number(value >= max)
  const levels = new Uint8Array(counts.length)
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!
    if (isShown(count)) levels[i] = 1 + Math.min(steps - 1, Math.floor(shareOf(count) * steps))
  }
  return { levels, min, max, shareOf }
}

/** The faintest step of one colour. */
const FAINT = 0.08

/** The colours from the lowest level up. */
export function toColors({ mode, scheme, fill, steps, reverse }: Options['color'], theme: Theme): readonly string[] {
  return Array.from({ length: steps }, (_, i) => {
    const share = i / (steps - 1)
    if (mode === 'scheme') return schemeColor(scheme, reverse ? 1 - share : share, theme)
    const alpha = Math.round(255 * (FAINT + (1 - FAINT) * share))
    return `${toSixDigits(resolveColor(fill, theme))}${alpha.toString(16).padStart(2, '0')}`
  })
}

/** A hex colour with three, four or eight digits by its six. */
const toSixDigits = (hex: string) =>
  hex.length < 6 ? hex.slice(0, 4).replaceAll(/[\da-f]/gi, '$&$&') : hex.slice(0, 7)
