import type { FieldConfig } from './field-config.ts'
import { resolveColor, seriesColor, seriesColorOf, type Theme } from './palette.ts'
import { schemeColor } from './scheme.ts'
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

function toSeriesColor({ index, name }: Colored, by: 'index' | 'name' = 'index'): string | undefined {
  if (name !== undefined && (by === 'name' || index === undefined)) return seriesColorOf(name)
  return index === undefined ? undefined : seriesColor(index)
}

function toValueColor(config: ColorConfig, of: Colored, theme: Theme): string | undefined {
  const { color, thresholds } = config
  const { value } = of
  const min = config.min ?? of.min ?? 0
  const max = config.max ?? of.max ?? 100
  if (value === undefined || Number.isNaN(value)) return undefined
  if (color?.type === 'continuous') return schemeColor(color.scheme, max > min ? (value - min) / (max - min) : 0, theme)
  return thresholds && activeThreshold(value, thresholds, min, max)?.color
}

/**
 * The CSS colour of a value or a series, or undefined where the config gives none (text then keeps its own). Without a
 * colour option, a series gets its place in the palette and a lone value its threshold's colour.
 */
export function colorOf(config: ColorConfig, of: Colored, theme: Theme): string | undefined {
  const { color } = config
  const isSeries = of.index !== undefined || of.name !== undefined
  const name =
    color?.type === 'fixed'
      ? color.color
      : color?.type === 'palette' || (color === undefined && isSeries)
        ? toSeriesColor(of, color?.by)
        : toValueColor(config, of, theme)
  return name === undefined ? undefined : resolveColor(name, theme)
}
