import type { PanelProps } from '@orrery/sdk'
import type { SeriesStyle, TimeChartSeries } from '@orrery/ui'
import type { FieldOptions } from '../field-options.ts'
import type { ChartSeries } from '../series.ts'
import { colorOfSeries, colorStops } from './colors.ts'

type Theme = PanelProps<unknown>['theme']

/** Series of another time stand back behind those of now. */
const EARLIER_OPACITY = 0.6

/** The series as the chart takes them; `axisOf` says which axis each has. */
export function toLines(
  series: readonly ChartSeries[],
  axisOf: readonly number[],
  theme: Theme,
): readonly TimeChartSeries[] {
  return series.map((one, i): TimeChartSeries => {
    const { name, options, times, values, shiftMs } = one
    const { transform, stacking, stackingGroup, fillBelowTo } = options
    const below = fillBelowTo === undefined ? -1 : series.findIndex((other) => other.name === fillBelowTo)
    return {
      name,
      times,
      values,
      color: colorOfSeries(one, theme),
      style: toStyle(one, theme),
      axis: axisOf[i]!,
      // What was before lies on what was before.
      ...(stacking !== 'none' && { stack: { group: `${stackingGroup} ${shiftMs}`, mode: stacking } }),
      ...(transform !== 'none' && { transform }),
      ...(below >= 0 && { fillBelowTo: below }),
      isSilent: options.hideFrom.tooltip,
    }
  })
}

function toStyle(series: ChartSeries, theme: Theme): SeriesStyle {
  const { options, shiftMs } = series
  const isColored = options.gradientMode === 'scheme' || options.thresholdsStyle === 'series'
  const stops = isColored ? colorStops(series, { isLog: options.scale.startsWith('log') }, theme) : undefined
  const dash = shiftMs > 0 && options.lineStyle === 'solid' ? DASH : toDash(options)
  return {
    draw: options.drawStyle,
    interpolation: options.lineInterpolation,
    width: options.lineWidth,
    fill: options.fillOpacity / 100,
    gradient: stops ? 'scheme' : options.gradientMode,
    ...stops,
    ...(dash && { dash }),
    ...(shiftMs > 0 && { opacity: EARLIER_OPACITY }),
    points: options.showPoints,
    symbol: options.pointSymbol,
    ...(options.pointSize !== undefined && { pointSize: options.pointSize }),
    showValues: options.showValues,
    spanGaps: options.spanNulls ? (options.spanNullsBelow ?? true) : false,
    ...(options.insertNulls !== undefined && { cutGaps: options.insertNulls }),
    bars: toBars(options),
  }
}

const DASH = [8, 6]

function toDash({ lineStyle, lineDash, lineWidth }: FieldOptions): readonly number[] | undefined {
  if (lineStyle === 'solid') return undefined
  if (lineStyle === 'dot') return [0, Math.max(3, 3 * lineWidth)]
  return lineDash && lineDash.length > 0 ? lineDash : DASH
}

const alignments = { before: -1, center: 0, after: 1 } as const

const toBars = ({ barAlignment, barWidthFactor, barMaxWidth }: FieldOptions) => ({
  align: alignments[barAlignment],
  share: barWidthFactor,
  ...(barMaxWidth !== undefined && { maxWidth: barMaxWidth }),
})
