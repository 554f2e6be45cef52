import {
  colorOf,
  colorStatistic,
  formatTicks,
  formatValue,
  resolveColor,
  thresholdLimits,
  unitBase,
  type FieldConfig,
  type PanelProps,
} from '@orrery/sdk'
import type { LegendItem, TimeChartSeries } from '@orrery/ui'
import { titleOfStatistic, type Options } from '../options.ts'
import type { ChartSeries } from '../series.ts'
import { statisticsOf } from '../statistics.ts'
import { t } from '../text.ts'

type Theme = PanelProps<Options>['theme']

/** The series as the chart takes them, coloured by their config. */
export function toLines(series: readonly ChartSeries[], options: Options, theme: Theme): TimeChartSeries[] {
  const style = {
    draw: options.drawStyle,
    interpolation: options.lineInterpolation,
    width: options.lineWidth,
    fill: options.fillOpacity / 100,
    points: options.showPoints,
    spanGaps: options.spanNulls,
  }
  return series.map(({ name, config, times, values }, index) => ({
    name,
    times,
    values,
    color: toColor(config, { index, name }, values, theme),
    style,
  }))
}

function toColor(
  config: FieldConfig,
  place: { readonly index: number; readonly name: string },
  values: Float64Array,
  theme: Theme,
): string {
  const statistic = colorStatistic(config)
  const of = { ...place, ...(statistic && toColoring(values, statistic)) }
  // A series whose value has no colour, such as one without values, is drawn as if it had no colour option.
  return colorOf(config, of, theme) ?? colorOf({}, place, theme)!
}

function toColoring(values: Float64Array, statistic: 'last' | 'min' | 'max') {
  const statistics = statisticsOf(values)
  return { value: statistics[statistic], min: statistics.min, max: statistics.max }
}

/** Entries of the legend, in the order of the lines. */
export function toLegend(
  series: readonly ChartSeries[],
  lines: readonly TimeChartSeries[],
  { legend }: Options,
  timeZone: string,
): LegendItem[] {
  return series.map(({ name, config, values }, i) => {
    const statistics = legend.values.length > 0 ? statisticsOf(values) : undefined
    const texts = statistics ? legend.values.map((key) => formatValue(statistics[key], config, { timeZone }).full) : []
    return { name, color: lines[i]!.color, values: texts }
  })
}

export const toHeadings = ({ legend }: Options) => legend.values.map((key) => t(titleOfStatistic[key]))

/** The value axis. Its ends, unit and thresholds are those of the first series. */
export function toAxis({ axis }: Options, { min, max, unit }: FieldConfig) {
  return { ...axis, base: unitBase(unit), ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
}

export function toMarks({ axis }: Options, { thresholds, min, max }: FieldConfig, theme: Theme) {
  // A logarithmic axis has no place for -Infinity, where the first step begins.
  const lowest = axis.scale === 'log' ? Number.MIN_VALUE : -Infinity
  return (thresholds ? thresholdLimits(thresholds, min, max) : []).map(({ value, color }) => ({
    value: Math.max(lowest, value),
    color: resolveColor(color, theme),
  }))
}

export const toTickTexts = (config: FieldConfig, timeZone: string) => (values: readonly number[]) =>
  formatTicks(values, config, { timeZone })
