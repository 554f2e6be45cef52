import { formatValue, reduce, resolveColor, type PanelValue, type Theme } from '@orrery/sdk'
import type { Options } from './options.ts'

/** How much a value changed over the time that is shown. */
export interface Change {
  readonly text: string
  /** Name of the icon that shows where it went. */
  readonly icon: 'arrow-up' | 'arrow-down' | 'minus'
  /** Undefined: the colour of the value. */
  readonly color: string | undefined
}

const good: Readonly<Record<'standard' | 'inverted', Readonly<Record<Change['icon'], string>>>> = {
  standard: { 'arrow-up': 'green', 'arrow-down': 'red', minus: 'gray' },
  inverted: { 'arrow-up': 'red', 'arrow-down': 'green', minus: 'gray' },
}

/** The change of a series; undefined of a value that has no course, or began at zero. */
export function toChange(
  { course }: PanelValue,
  mode: Options['percentChangeColorMode'],
  theme: Theme,
): Change | undefined {
  const share = course && reduce('diffperc', course.values)
  if (share === undefined) return undefined
  const icon = share > 0 ? 'arrow-up' : share < 0 ? 'arrow-down' : 'minus'
  const text = formatValue(Math.abs(share), { unit: 'percentunit' }).full
  return { text, icon, color: mode === 'sameAsValue' ? undefined : resolveColor(good[mode][icon], theme) }
}
