import type { PanelProps } from '@orrery/dashboard'
import {
  formatValue,
  readValues,
  showValue,
  type PanelValue,
  type ReduceOptions,
  type ValueScale,
} from '@orrery/format'
import { numberReducers, type NumberReducerId } from '@orrery/frames'
import { createTranslator } from './translate.ts'

// The words of the kit: all panels of single values say the same.
const t = createTranslator('@orrery/ui')

const mostNamed = 5

/** What a calculation is called, in the language of the page. */
export const reducerTitle = (id: NumberReducerId): string => t(numberReducers[id].title)

/** A value as it is shown, and what it is measured by, in words: `40% of 0% to 100%`. Of no number, the value alone. */
export function sayOnScale({ value, config }: PanelValue, shown: string, { min, max }: ValueScale): string {
  if (typeof value !== 'number') return shown
  const [low, high] = [min, max].map((end) => formatValue(end, config).full) as [string, string]
  return t('{value} of {low} to {high}', { value: shown, low, high })
}

/** One of the values that a summary tells of. */
export interface ToldValue {
  readonly value: PanelValue
  /** As the panel shows it. */
  readonly shown: string
  readonly index: number
  /** How many values the panel has in all. */
  readonly total: number
}

/** The summary of a panel of single values: what `say` tells of the first of them, and how many more there are. */
export function summarizeValues(
  { frames, fieldConfig, timeZone }: Pick<PanelProps<unknown>, 'frames' | 'fieldConfig' | 'timeZone'>,
  reduce: ReduceOptions,
  say: (told: ToldValue) => string,
): string {
  const { values, total } = readValues(frames, fieldConfig, reduce, { titleOf: reducerTitle, timeZone })
  if (total === 0) return t('No values.')
  const parts = values.slice(0, mostNamed).map((value, index) => {
    const { full } = showValue(value, index, { theme: 'light', timeZone })
    return say({ value, shown: full, index, total })
  })
  const more = total - parts.length
  const rest = more > 0 ? ` ${t('And {count} more value. | And {count} more values.', {}, more)}` : ''
  return `${parts.join('; ')}.${rest}`
}
