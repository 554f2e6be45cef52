import type { FieldConfig } from './field-config.ts'
import { indexOfName, resolveColor } from './palette.ts'
import { gradientColor, readableSchemeColor } from './scheme.ts'
import { paletteColor, shadeColor } from './series-palette.ts'
import type { Theme } from './theme.ts'
import { activeThreshold } from './threshold.ts'

/** What is coloured: a value, a series (by its index, its name, or both), or a value of a series. */
export interface Colored {
  readonly value?: number | undefined
  readonly index?: number | undefined
  readonly name?: string | undefined
  /** The lowest and highest value of the data, where the config sets no min and max; default 0 and 100. */
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** The parts of a field's config that its colours depend on. */
export type ColorConfig = Pick<FieldConfig, 'color' | 'thresholds' | 'min' | 'max'>

/** The value of a series that its colour depends on. */
export type ColorStatistic = 'last' | 'min' | 'max'

/** Which value colours a whole series, so that a panel reckons it; undefined where none does. */
export function colorStatistic({ color }: ColorConfig): ColorStatistic | undefined {
  const isByValue = color?.type === 'thresholds' || color?.type === 'continuous' || color?.type === 'gradient'
  return isByValue ? (color.seriesBy ?? 'last') : undefined
}

/** The place of a series among the colours that series take; undefined for a lone value. */
function toPlace({ index, name }: Colored, by: 'index' | 'name' = 'index'): number | undefined {
  return name !== undefined && (by === 'name' || index === undefined) ? indexOfName(name) : index
}

function toValueColor(config: ColorConfig, of: Colored, theme: Theme): string | undefined {
  const { color, thresholds } = config
  const { value } = of
  const min = config.min ?? of.min ?? 0
  const max = config.max ?? of.max ?? 100
  if (value === undefined || Number.isNaN(value)) return undefined
  const share = max > min ? (value - min) / (max - min) : 0
  if (color?.type === 'continuous') return readableSchemeColor(color.scheme, share, theme)
  if (color?.type === 'gradient')
    return gradientColor(resolveColor(color.from, theme), resolveColor(color.to, theme), share)
  const step = thresholds && activeThreshold(value, thresholds, min, max)
  return step && resolveColor(step.color, theme)
}

/**
 * The CSS colour of a value or a series, or undefined where the config gives none (text then keeps its own). Without a
 * colour option, a series gets its place in the palette and a lone value its threshold's colour.
 */
export function colorOf(config: ColorConfig, of: Colored, theme: Theme): string | undefined {
  const { color } = config
  if (color?.type === 'fixed') return resolveColor(color.color, theme)
  if (color?.type === 'shades') return shadeColor(resolveColor(color.color, theme), toPlace(of) ?? 0, theme)
  const isSeries = of.index !== undefined || of.name !== undefined
  if (color?.type !== 'palette' && (color !== undefined || !isSeries)) return toValueColor(config, of, theme)
  const place = toPlace(of, color?.by)
  return place === undefined ? undefined : paletteColor(color?.palette ?? 'standard', place, theme)
}
