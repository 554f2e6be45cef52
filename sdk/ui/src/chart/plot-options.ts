import { formatTime, type TimeRange } from '@orrery/sdk'
import uPlot from 'uplot'
import { cursorOptions } from './cursor.ts'
import { extremesInView } from './exact/value-range.ts'
import { MANY_LINES, type PlotLine } from './plot-line.ts'
import { toBands, toPlotSeries } from './plot-series.ts'
import type { TimeChartSeries } from './series.ts'
import { scaleKey, toScale, toValueAxis, type AxisOptions } from './value-axis.ts'

/** Colours that a canvas needs as values; read from the tokens of the page. */
export interface ChartColors {
  readonly axis: string
  readonly grid: string
}

export interface PlotSettings {
  readonly series: readonly TimeChartSeries[]
  /** What is drawn now, in the order of the series. */
  readonly lines: () => readonly PlotLine[]
  readonly axes: readonly AxisOptions[]
  readonly colors: ChartColors
  readonly font: string
  readonly timeZone: string
  /** Texts of the marks of a value axis. */
  readonly formatTicks: (axis: number, values: readonly number[]) => readonly string[]
  readonly range: () => TimeRange
  /** The part of a value axis that is looked at; undefined for all that there is. */
  readonly zoomOf: (axis: number) => readonly [number, number] | undefined
  readonly cursorGroup: string | undefined
  /** See `CursorSettings`. */
  readonly isRead: (u: uPlot) => boolean
  readonly width: number
  readonly height: number
  readonly hooks: uPlot.Hooks.Arrays
}

export function toPlotOptions(settings: PlotSettings): uPlot.Options {
  const { series, lines, axes, cursorGroup, timeZone, width, height, hooks, range, isRead, zoomOf } = settings
  const inView = (key: string) => (u: uPlot) => {
    const { from, to } = range()
    return extremesInView(u, key, lines(), { min: from, max: to })
  }
  const isRightTaken = axes.some(({ side, isHidden }) => side === 'right' && !isHidden)
  const firstShown = axes.findIndex(({ isHidden }) => !isHidden)
  return {
    width,
    height,
    ms: 1,
    // Marks stand at round times of the zone in which they are written.
    tzDate: (time) => uPlot.tzDate(new Date(time), timeZone),
    pxAlign: 1,
    // To the right, half of a time's text: the last mark may stand at the edge.
    padding: [8, isRightTaken ? 0 : 26, 0, 0],
    legend: { show: false },
    // To dim the others for the line under the cursor, all are drawn anew.
    focus: { alpha: series.length > MANY_LINES ? 1 : 0.35 },
    cursor: cursorOptions({ lines, series, group: cursorGroup, isRead }),
    scales: {
      x: { time: true, range: () => [range().from, range().to] },
      ...Object.fromEntries(axes.map((axis, i) => [scaleKey(i), toScale(axis, inView(scaleKey(i)), () => zoomOf(i))])),
    },
    axes: [timeAxis(settings), ...axes.map((_, i) => toValueAxis(i, i === firstShown, plainAxis(settings), settings))],
    series: [{}, ...series.map((one, index) => toPlotSeries(one, series.length, () => lines()[index]!))],
    bands: toBands(series, lines()),
    hooks,
  }
}

/** What all axes share. */
const plainAxis = ({ colors, font }: PlotSettings): uPlot.Axis => ({
  stroke: colors.axis,
  font,
  grid: { stroke: colors.grid, width: 1 },
  ticks: { show: false },
  gap: 6,
})

function timeAxis(settings: PlotSettings): uPlot.Axis {
  const { timeZone, range } = settings
  return {
    ...plainAxis(settings),
    size: 30,
    space: 90,
    values: (_, splits) => splits.map((time) => formatTime(time, timeZone, range().to - range().from)),
  }
}
