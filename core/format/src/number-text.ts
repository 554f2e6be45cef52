import { FormatError } from './errors.ts'

/** The locale of numbers when none is given: the same on a server and in every browser. */
export const defaultLocale = 'en-US'

const formats = new Map<string, Map<number, Intl.NumberFormat>>()

function createNumberFormat(locale: string, min: number, max: number, notation: 'standard' | 'scientific') {
  const digits = { minimumFractionDigits: min, maximumFractionDigits: max }
  try {
    return new Intl.NumberFormat(locale, { ...digits, notation, signDisplay: 'negative' })
  } catch (cause) {
    throw new FormatError('FORMAT_LOCALE_UNKNOWN', { locale }, { cause })
  }
}

function toNumberFormat(locale: string, min: number, max: number, notation: 'standard' | 'scientific') {
  let ofLocale = formats.get(locale)
  if (ofLocale === undefined) formats.set(locale, (ofLocale = new Map()))
  const key = (min * 16 + max) * 2 + (notation === 'standard' ? 0 : 1)
  let format = ofLocale.get(key)
  if (format === undefined) ofLocale.set(key, (format = createNumberFormat(locale, min, max, notation)))
  return format
}

const maxDecimals = 15

/** Decimals for three significant digits. */
export const significantDecimals = (value: number): number =>
  value === 0 ? 0 : Math.min(maxDecimals, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))))

/** The least decimals, from `least` on, that give a value within the tolerance. */
export function preciseDecimals(value: number, tolerance: number, least: number): number {
  for (let decimals = least; decimals < maxDecimals; decimals++)
    if (Math.abs(Number(value.toFixed(decimals)) - value) <= tolerance) return decimals
  return maxDecimals
}

/** A number with at least `min` and at most `max` decimals; scientific where the digits would not be read. */
export function toNumberText(value: number, min: number, max: number, locale = defaultLocale): string {
  const size = Math.abs(value)
  if (size >= 1e15 && size !== Infinity)
    return toNumberFormat(locale, min, Math.max(min, 2), 'scientific').format(value)
  if (size < 1e-6 && size > 0 && min === 0) return toNumberFormat(locale, 0, 2, 'scientific').format(value)
  return toNumberFormat(locale, min, max, 'standard').format(value)
}
