import {
  colorOf,
  colorStatistic,
  reduce,
  resolveColor,
  thresholdLimits,
  type FieldConfig,
  type PanelProps,
} from '@orrery/sdk'
import type { ColorStop } from '@orrery/ui'
import type { ChartSeries } from '../series.ts'

type Theme = PanelProps<unknown>['theme']

/** The colour of a whole series. One whose value has none, such as one without values, has that of its place. */
export function colorOfSeries({ config, name, place, values }: ChartSeries, theme: Theme): string {
  const statistic = colorStatistic(config)
  const of = { index: place, name, ...(statistic && toColoring(values, statistic)) }
  return colorOf(config, of, theme) ?? colorOf({}, { index: place, name }, theme)!
}

function toColoring(values: Float64Array, statistic: 'last' | 'min' | 'max') {
  const value = reduce(statistic === 'last' ? 'lastNotNull' : statistic, values)
  return { value, ...extentOf(values) }
}

const extentOf = (values: Float64Array) => ({ min: reduce('min', values), max: reduce('max', values) })

/** So many colours make a scheme look continuous. */
const STOPS = 16

export interface Stops {
  readonly stops: readonly ColorStop[]
  readonly hasSteps: boolean
}

/** The colours along the value axis; undefined where they do not depend on values. */
export function colorStops(
  { config, options, values }: ChartSeries,
  scale: { readonly isLog: boolean },
  theme: Theme,
): Stops | undefined {
  const { color } = config
  const isByThreshold = options.thresholdsStyle === 'series' || color?.type === 'thresholds'
  if (isByThreshold) return config.thresholds && { stops: thresholdStops(config, scale.isLog, theme), hasSteps: true }
  if (color?.type !== 'continuous' && color?.type !== 'gradient') return undefined
  const found = extentOf(values)
  const min = config.min ?? found.min ?? 0
  const max = config.max ?? found.max ?? 100
  const stops = Array.from({ length: STOPS }, (_, k) => {
    const value = min + ((max - min) * k) / (STOPS - 1)
    return { value, color: colorOf(config, { value, min, max }, theme) ?? resolveColor('gray', theme) }
  })
  return { stops, hasSteps: false }
}

/** The thresholds in the scale of the values, ascending. A logarithmic axis has no place for what is below zero. */
export function thresholdStops({ thresholds, min, max }: FieldConfig, isLog: boolean, theme: Theme): ColorStop[] {
  const lowest = isLog ? Number.MIN_VALUE : -Infinity
  return (thresholds ? thresholdLimits(thresholds, min, max) : []).map(({ value, color }) => ({
    value: Math.max(lowest, value),
    color: resolveColor(color, theme),
  }))
}
