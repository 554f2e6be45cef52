import type { PanelValue } from './values.ts'

/** What the length of a bar or an arc is measured by. */
export interface ValueScale {
  readonly min: number
  readonly max: number
  /** Where it begins: a value below it goes the other way. */
  readonly base: number
}

const ofUnits: Readonly<Record<string, number>> = { percent: 100, percentunit: 1 }

const finite = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : undefined)

/**
 * The scale of a value: what its config says, else that of its unit where it is a percentage, else from the data and zero.
 * Bars begin at `neutral`, else at the minimum that the config says, else at zero.
 */
export function valueScale({ config, value, min, max }: PanelValue, neutral?: number): ValueScale {
  const own = finite(typeof value === 'number' ? value : undefined) ?? 0
  const whole = ofUnits[config.unit ?? '']
  const low = config.min ?? Math.min(0, finite(min) ?? own)
  const known = whole === undefined ? undefined : Math.max(whole, low)
  const high = config.max ?? known ?? Math.max(0, finite(max) ?? own)
  // Of nothing but zero, and where the config contradicts itself.
  const top = high > low ? high : low + 1
  const base = neutral ?? config.min ?? 0
  return { min: low, max: top, base: Math.min(top, Math.max(low, base)) }
}

/** Where a value lies on a scale, from 0 to 1; undefined where it is no number. */
export function scaleShare({ min, max }: ValueScale, value: PanelValue['value']): number | undefined {
  const number = typeof value === 'boolean' ? Number(value) : value
  if (typeof number !== 'number' || Number.isNaN(number)) return undefined
  return Math.min(1, Math.max(0, (number - min) / (max - min)))
}
