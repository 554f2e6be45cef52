import { display, type DisplayValue, type PanelProps } from '@orrery/sdk'
import type { Options } from './options.ts'
import type { StatValue } from './values.ts'

/** A value as text and colour. It has a colour where its config gives one: a stat is not a series of a chart. */
export function showValue(
  { name, config, value, min, max }: StatValue,
  index: number,
  { theme, timeZone }: Pick<PanelProps<Options>, 'theme' | 'timeZone'>,
): DisplayValue {
  const place = config.color?.type === 'palette' ? { index, name } : {}
  return display(value, config, theme, { timeZone, min, max, ...place })
}
