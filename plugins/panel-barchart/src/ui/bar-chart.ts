import { formatValue, type Theme } from '@orrery/sdk'
import { toBarAxes } from '../bars/bar-axes.ts'
import { barColors, colorOfGroup } from '../bars/colors.ts'
import { layOutBars, TEXT_SIZE, type PlacedBar } from '../bars/layout.ts'
import { fieldOf, type BarContent, type BarField } from '../bars/read-bars.ts'
import { extentOf, stackBars, type Bar } from '../bars/stack.ts'
import { toThresholdMarks } from '../bars/thresholds.ts'
import { createValueAxis } from '../bars/value-axis.ts'
import type { Options } from '../options.ts'
import { schemeStops, type BarPaint, type PaintStop } from './bar-paint.ts'
import { barTexts } from './bar-texts.ts'
import type { BarStyle } from './draw-bars.ts'

interface Given {
  readonly options: Options
  readonly isHidden: (group: number) => boolean
  readonly theme: Theme
  readonly timeZone: string
  /** In CSS pixels. */
  readonly width: number
  readonly height: number
  /** The width of a text of the usual size. */
  readonly measure: (text: string) => number
}

/** Where everything of a bar chart stands, and how it is painted. */
export function toBarChart(content: BarContent, given: Given) {
  const { options, isHidden, theme, timeZone, measure } = given
  const { categories, groups } = content
  const isShare = options.stacking === 'percent'
  const shown = groups.flatMap((_, group) => (isHidden(group) ? [] : [group]))
  const owns = categories.flatMap(({ own }) => own ?? [])
  const { axes, axisOf } = toBarAxes(owns.length > 0 ? owns : shown.map((group) => groups[group]!), isShare)
  const bars = stackBars(content, options.stacking, (place) => axisOf(fieldOf(content, place)), isHidden)
  const colors = barColors(content, theme)
  const colorOf = ({ bar }: { readonly bar: Bar }) => colors(bar.category, bar.group, bar.value)
  const extents = axes.map((_, axis) => extentOf(bars.filter((bar) => bar.axis === axis)))
  const scales = axes.map((axis, i) => createValueAxis(extents[i]!, axis, axis.config, timeZone))
  const colorOfField = (field: BarField) => {
    const group = groups.findIndex((one) => one === field)
    const category = categories.findIndex(({ own }) => own === field)
    return group >= 0 ? colorOfGroup(groups[group]!, group, theme) : colors(category, 0, groups[0]!.values[category]!)
  }
  const isStacked = options.stacking !== 'none'
  const lanes = isStacked ? [...new Set(bars.map(({ axis }) => axis))] : shown
  const picture = layOutBars({
    bars,
    texts: categories.map(({ text }) => text),
    lanes: lanes.length,
    laneOf: ({ axis, group }) => lanes.indexOf(isStacked ? axis : group),
    axes: axes.map((axis, i) => ({
      ...axis,
      axis: scales[i]!,
      color: axis.coloredBy && colorOfField(axis.coloredBy),
    })),
    options,
    width: given.width,
    height: given.height,
    measure,
  })
  const stopsOf = (field: BarField, axis: number) =>
    schemeStops(field.config, extents[axis]!, (value) => scales[axis]!.place(value), theme)
  const format = ({ bar }: PlacedBar) => formatValue(bar.value, fieldOf(content, bar).config, { timeZone }).full
  const look: Omit<BarStyle, 'ink' | 'font'> = {
    paintOf: createPaints((bar) => fieldOf(content, bar), colorOf, stopsOf),
    textOf: barTexts(picture, options, format, measure),
    radius: options.barRadius,
    thresholds: axes.map((axis, i) => toThresholdMarks(axis, scales[i]!, theme)),
    sizes: { title: options.text.title ?? TEXT_SIZE, value: options.text.value ?? TEXT_SIZE, mark: TEXT_SIZE },
  }
  return { picture, look, colorOf }
}

/** One paint for all bars of a colour that are drawn alike. */
function createPaints(
  fieldAt: (bar: Bar) => BarField,
  colorOf: (placed: PlacedBar) => string,
  stopsOf: (field: BarField, axis: number) => readonly PaintStop[],
): (placed: PlacedBar) => BarPaint {
  const paints = new Map<object, Map<string, BarPaint>>()
  return (placed) => {
    const field = fieldAt(placed.bar)
    const { fillOpacity, lineWidth, gradientMode } = field.options
    const isScheme = gradientMode === 'scheme'
    // Fields that share options may have other colours of their values.
    const alike = isScheme ? field : field.options
    let known = paints.get(alike)
    if (!known) paints.set(alike, (known = new Map()))
    const color = colorOf(placed)
    const key = isScheme ? '' : color
    let paint = known.get(key)
    if (!paint) {
      const stops = isScheme ? stopsOf(field, placed.bar.axis) : []
      known.set(key, (paint = { color, fillOpacity, lineWidth, gradientMode, stops }))
    }
    return paint
  }
}
