import type { FormatContext } from './date-text.ts'
import type { FieldConfig } from './field-config.ts'
import { toLocalRung, toRoundedRung, toRung } from './ladder.ts'
import { currentLocale } from './locale.ts'
import { preciseDecimals, significantDecimals, toNumberText } from './number-text.ts'
import { formatTime, missingText } from './time-text.ts'
import { parseUnit, type Unit } from './unit.ts'

/** A value as text, in parts for panels that set the unit in another size. Parts that are absent are empty. */
export interface FormattedValue {
  /** What stands before the number: `$`. */
  readonly prefix: string
  /** The number, or the text of a value that is none. */
  readonly text: string
  /** The unit in the size that was chosen, without space: `MiB`, `%`, `K`. */
  readonly unit: string
  /** All of it: `1.5 MiB`, `-$3.2K`. */
  readonly full: string
}

/** The parts of a field's config that its texts depend on. */
export type TextConfig = Pick<FieldConfig, 'unit' | 'decimals' | 'noValue'>

export const toPlainText = (text: string): FormattedValue => ({ prefix: '', text, unit: '', full: text })

const toFull = (prefix: string, text: string, suffix: string) =>
  (prefix !== '' && text.startsWith('-') ? `-${prefix}${text.slice(1)}` : prefix + text) + suffix

function formatNumber(value: number, unit: Unit, fixed: number | undefined, context: FormatContext): FormattedValue {
  if (unit.kind === 'boolean') return toPlainText(value === 0 ? unit.no : unit.yes)
  if (!Number.isFinite(value)) return toPlainText(value > 0 ? '∞' : '-∞')
  if (unit.kind === 'date') return toPlainText(unit.toText(value, context))
  if (unit.kind === 'text') return toPlainText(unit.toText(value, context, fixed))
  const toDecimals = fixed === undefined ? significantDecimals : () => fixed
  const locale = context.locale ?? currentLocale()
  const { factor, suffix, symbol } = toLocalRung(toRoundedRung(unit.ladder, value, toDecimals), locale)
  const scaled = value / factor
  const text = toNumberText(scaled, fixed ?? 0, toDecimals(scaled), locale)
  return { prefix: unit.prefix, text, unit: symbol, full: toFull(unit.prefix, text, suffix) }
}

/**
 * A cell's value as text. A number gets its unit in the size that fits and, without `decimals`, three significant
 * digits; null and NaN give `noValue`, else `–`; a bigint is nanoseconds where the unit is a date; text is shown as it is.
 * Throws `FORMAT_LOCALE_UNKNOWN` and `FORMAT_TIME_ZONE_UNKNOWN`.
 */
export function formatValue(value: unknown, config: TextConfig = {}, context: FormatContext = {}): FormattedValue {
  if (value === null || value === undefined || Number.isNaN(value)) return toPlainText(config.noValue ?? missingText)
  if (typeof value === 'string') return toPlainText(value)
  const unit = parseUnit(config.unit)
  if (typeof value === 'number') return formatNumber(value, unit, config.decimals, context)
  if (typeof value === 'bigint') {
    const number = Number(unit.kind === 'date' ? value / 1_000_000n : value)
    return formatNumber(number, unit, config.decimals, context)
  }
  if (typeof value !== 'boolean') return toPlainText(JSON.stringify(value))
  return unit.kind === 'boolean' ? formatNumber(Number(value), unit, undefined, context) : toPlainText(String(value))
}

// How far a tick's text may be from its value, as a part of the distance to its neighbour.
const tickTolerance = 0.05

/**
 * The texts of an axis's ticks, ascending: each in the size that fits it, with as many decimals as tell it from its
 * neighbours (and at least `decimals`). Dates get the parts that the whole range needs.
 */
export function formatTicks(ticks: readonly number[], config: TextConfig = {}, context: FormatContext = {}): string[] {
  const unit = parseUnit(config.unit)
  if (unit.kind === 'date') {
    const span = ticks.length > 1 ? ticks.at(-1)! - ticks[0]! : undefined
    return ticks.map((tick) => formatTime(tick, context.timeZone, span, context.locale))
  }
  const locale = context.locale ?? currentLocale()
  return ticks.map((tick, index) => {
    const gap = Math.min(tick - (ticks[index - 1] ?? -Infinity), (ticks[index + 1] ?? Infinity) - tick)
    if (unit.kind !== 'scaled' || !Number.isFinite(tick) || !Number.isFinite(gap))
      return formatValue(tick, config, context).full
    const { factor, suffix } = toLocalRung(toRung(unit.ladder, tick), locale)
    const decimals = preciseDecimals(tick / factor, (gap / factor) * tickTolerance, config.decimals ?? 0)
    const text = toNumberText(tick / factor, config.decimals ?? 0, decimals, locale)
    return toFull(unit.prefix, text, suffix)
  })
}
