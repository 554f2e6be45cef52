import type { TimeRange } from '@orrery/sdk'
import uPlot from 'uplot'
import { cursorOptions } from './cursor.ts'
import { extremesInView } from './exact/value-range.ts'
import type { Orientation } from './orientation.ts'
import { MANY_LINES, type PlotLine } from './plot-line.ts'
import { toBands, toPlotSeries } from './plot-series.ts'
import type { TimeChartSeries } from './series.ts'
import { toTimeAxes, toTimeScale } from './time-axis.ts'
import type { TimeSteps } from './time-steps.ts'
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
  /** Of the times that are told, and of the first time axis. */
  readonly timeZone: string
  /** Of further time axes. */
  readonly moreTimeZones: readonly string[]
  readonly orientation: Orientation
  /** Of a time axis with a step for each time; undefined where it is even. */
  readonly steps: TimeSteps | undefined
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
  const { series, lines, axes, cursorGroup, timeZone, orientation, width, height, hooks, range, isRead, zoomOf } =
    settings
  const inView = (key: string) => (u: uPlot) => {
    const { from, to } = range()
    return extremesInView(u, key, lines(), { min: from, max: to })
  }
  const firstShown = axes.findIndex(({ isHidden }) => !isHidden)
  return {
    width,
    height,
    ms: 1,
    // Marks stand at round times of the zone in which they are written.
    tzDate: (time) => uPlot.tzDate(new Date(time), timeZone),
    pxAlign: 1,
    padding: paddingOf(settings),
    legend: { show: false },
    // To dim the others for the line under the cursor, all are drawn anew.
    focus: { alpha: series.length > MANY_LINES ? 1 : 0.35 },
    cursor: cursorOptions({ lines, series, group: cursorGroup, isRead }),
    scales: {
      x: toTimeScale(settings),
      ...Object.fromEntries(
        axes.map((axis, i) => [scaleKey(i), toScale(axis, orientation, inView(scaleKey(i)), () => zoomOf(i))]),
      ),
    },
    axes: [
      ...toTimeAxes(plainAxis(settings), settings),
      ...axes.map((_, i) => toValueAxis(i, i === firstShown, plainAxis(settings), settings)),
    ],
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

/** Half of a text may stand over the end of an axis whose texts stand beside each other. */
const TEXT_PIXELS = 26
const EDGE_PIXELS = 8

function paddingOf({ axes, orientation }: PlotSettings): uPlot.Padding {
  const isTaken = (wanted: 'left' | 'right') => axes.some(({ side = 'left', isHidden }) => side === wanted && !isHidden)
  if (orientation === 'horizontal') return [EDGE_PIXELS, isTaken('right') ? 0 : TEXT_PIXELS, 0, 0]
  return [isTaken('right') ? 0 : EDGE_PIXELS, TEXT_PIXELS, isTaken('left') ? 0 : EDGE_PIXELS, 0]
}
