import { FormatError } from './errors.ts'
import { currentLocale, defaultLocale } from './locale.ts'

type Notation = 'standard' | 'scientific'

const formats = new Map<string, Map<number, Intl.NumberFormat>>()

function createNumberFormat(locale: string, min: number, max: number, notation: Notation) {
  const digits = { minimumFractionDigits: min, maximumFractionDigits: max }
  try {
    return new Intl.NumberFormat(locale, { ...digits, notation, signDisplay: 'negative' })
  } catch (cause) {
    throw new FormatError('FORMAT_LOCALE_UNKNOWN', { locale }, { cause })
  }
}

function toNumberFormat(locale: string, min: number, max: number, notation: Notation) {
  let ofLocale = formats.get(locale)
  if (ofLocale === undefined) formats.set(locale, (ofLocale = new Map()))
  const key = (min * 16 + max) * 2 + (notation === 'standard' ? 0 : 1)
  let format = ofLocale.get(key)
  if (format === undefined) ofLocale.set(key, (format = createNumberFormat(locale, min, max, notation)))
  return format
}

const maxDecimals = 15
/** Digits that every double holds: to so many, `toFixed` writes none that the value does not have. */
const exactDigits = 15

/** Decimals for three significant digits. */
export const significantDecimals = (value: number): number =>
  value === 0 ? 0 : Math.min(maxDecimals, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))))

/** The least decimals, from `least` on, that give a value within the tolerance. */
export function preciseDecimals(value: number, tolerance: number, least: number): number {
  for (let decimals = least; decimals < maxDecimals; decimals++)
    if (Math.abs(Number(value.toFixed(decimals)) - value) <= tolerance) return decimals
  return maxDecimals
}

const powers = Array.from({ length: maxDecimals + 1 }, (_, power) => 10 ** power)

/** A number with at least `min` and at most `max` decimals; scientific where the digits would not be read. */
export function toNumberText(value: number, min: number, max: number, locale = currentLocale()): string {
  const size = Math.abs(value)
  if (size >= 1e15 && size !== Infinity) return toScientificText(value, min, Math.max(min, 2), locale)
  if (size < 1e-6 && size > 0 && min === 0 && max > 0) return toScientificText(value, 0, 2, locale)
  if (size >= powers[exactDigits - max]!) return toNumberFormat(locale, min, max, 'standard').format(value)
  // Rounded in one way for all locales, so that every text is in the size that its rounding has reached.
  if (locale !== defaultLocale) return toNumberFormat(locale, min, max, 'standard').format(Number(value.toFixed(max)))
  const text = toShortText(size, min, max) ?? group(withoutZeros(size.toFixed(max), max - min))
  return value < 0 && Number(text) !== 0 ? `-${text}` : text
}

/** What `toFixed` gives, without zeros at the end, for most numbers and at less cost; else undefined. */
function toShortText(size: number, min: number, max: number): string | undefined {
  const shifted = size * powers[max]!
  let digits = Math.round(shifted)
  // Beside a half, the error of the product decides.
  if (digits >= 2 ** 31 || Math.abs(shifted - Math.floor(shifted) - 0.5) < 1e-6) return undefined
  let decimals = max
  while (decimals > min && digits % 10 === 0) {
    digits /= 10
    decimals--
  }
  if (decimals === 0) return group(String(digits))
  const one = powers[decimals]!
  const whole = Math.floor(digits / one)
  return `${group(String(whole))}.${String(digits - whole * one).padStart(decimals, '0')}`
}

/** A number as a digit, decimals, and a power of ten: `1.5E3`. */
export const toScientificText = (value: number, min: number, max: number, locale = currentLocale()): string =>
  toNumberFormat(locale, min, max, 'scientific').format(value)

const zero = 48
const point = 46

/** The text without up to `most` zeros at the end of its decimals, nor a point that then ends it. */
function withoutZeros(text: string, most: number): string {
  if (most === 0) return text
  let end = text.length
  const least = end - most
  while (end > least && text.charCodeAt(end - 1) === zero) end--
  if (text.charCodeAt(end - 1) === point) end--
  return text.slice(0, end)
}

function group(text: string): string {
  const found = text.indexOf('.')
  const whole = found < 0 ? text.length : found
  if (whole <= 3) return text
  let end = whole % 3 || 3
  let grouped = text.slice(0, end)
  for (; end < whole; end += 3) grouped += `,${text.slice(end, end + 3)}`
  return grouped + text.slice(whole)
}
