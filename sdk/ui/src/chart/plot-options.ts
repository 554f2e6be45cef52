import { formatTime, type TimeRange } from '@orrery/sdk'
import uPlot from 'uplot'
import { cursorOptions } from './cursor.ts'
import { axisRange } from './axis-range.ts'
import { extremesInView } from './exact/value-range.ts'
import { MANY_LINES, type PlotLine } from './plot-line.ts'
import { toBands, toPlotSeries } from './plot-series.ts'
import type { TimeChartSeries } from './series.ts'

export interface AxisOptions {
  readonly label?: string
  /** `linear` by default. */
  readonly scale?: 'linear' | 'log'
  /** Marks stand at round numbers of this base; 10 by default. */
  readonly base?: 2 | 10
  /** Ends of the axis. */
  readonly min?: number
  readonly max?: number
  /** The axis reaches at least to here. */
  readonly softMin?: number
  readonly softMax?: number
}

/** Colours that a canvas needs as values; read from the tokens of the page. */
export interface ChartColors {
  readonly axis: string
  readonly grid: string
}

export interface PlotSettings {
  readonly series: readonly TimeChartSeries[]
  /** What is drawn now, in the order of the series. */
  readonly lines: () => readonly PlotLine[]
  readonly axis: AxisOptions
  readonly stacked: boolean
  readonly colors: ChartColors
  readonly font: string
  readonly timeZone: string
  /** Texts of the marks of the value axis. */
  readonly formatTicks: (values: readonly number[]) => readonly string[]
  readonly range: () => TimeRange
  readonly cursorGroup: string | undefined
  /** See `CursorSettings`. */
  readonly isRead: (u: uPlot) => boolean
  readonly width: number
  readonly height: number
  readonly hooks: uPlot.Hooks.Arrays
}

const LOG = 3

export function toPlotOptions(settings: PlotSettings): uPlot.Options {
  const { series, lines, axis, stacked, cursorGroup, timeZone, width, height, hooks, range, isRead } = settings
  return {
    width,
    height,
    ms: 1,
    // Marks stand at round times of the zone in which they are written.
    tzDate: (time) => uPlot.tzDate(new Date(time), timeZone),
    pxAlign: 1,
    // To the right, half of a time's text: the last mark may stand at the edge.
    padding: [8, 26, 0, 0],
    legend: { show: false },
    // To dim the others for the line under the cursor, all are drawn anew.
    focus: { alpha: series.length > MANY_LINES ? 1 : 0.35 },
    cursor: cursorOptions({ lines, count: series.length, group: cursorGroup, isRead }),
    scales: {
      x: { time: true, range: () => [range().from, range().to] },
      y: {
        ...(axis.scale === 'log' && { distr: LOG, log: 10 }),
        range: (u) => {
          const { from, to } = range()
          return axisRange(axis, extremesInView(u, 'y', lines(), { min: from, max: to }), stacked)
        },
      },
    },
    axes: [timeAxis(settings), valueAxis(settings)],
    series: [
      {},
      ...series.map((one, index) => toPlotSeries(one, { stacked, index, count: series.length }, () => lines()[index]!)),
    ],
    bands: toBands(series, stacked),
    hooks,
  }
}

/** What both axes share. */
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

const GLYPH_PIXELS = 6.5
/** Distances of marks from a thousandth to an exbi. */
const POWERS_OF_TWO = Array.from({ length: 71 }, (_, i) => 2 ** (i - 10))

function valueAxis(settings: PlotSettings): uPlot.Axis {
  const { axis, font, formatTicks } = settings
  return {
    ...plainAxis(settings),
    space: 34,
    ...(axis.base === 2 && { incrs: POWERS_OF_TWO }),
    ...(axis.label !== undefined && { label: axis.label, labelFont: font, labelSize: 18, labelGap: 4 }),
    // On a logarithmic axis uPlot leaves out some marks by null.
    values: (_, splits) => {
      const numbers = splits.filter((split) => split !== null)
      const texts = formatTicks(numbers)
      return splits.map((split) => (split === null ? '' : (texts[numbers.indexOf(split)] ?? '')))
    },
    size: (_, texts) =>
      Math.max(36, Math.ceil(Math.max(0, ...(texts ?? []).map((text) => text?.length ?? 0)) * GLYPH_PIXELS) + 14),
  }
}
