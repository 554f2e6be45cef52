import { formatTime, type TimeRange } from '@orrery/sdk'
import uPlot from 'uplot'
import type { SeriesStyle, TimeChartSeries } from './series.ts'

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
  readonly axis: AxisOptions
  readonly stacked: boolean
  readonly colors: ChartColors
  readonly font: string
  readonly timeZone: string
  /** Texts of the marks of the value axis. */
  readonly formatTicks: (values: readonly number[]) => readonly string[]
  readonly range: () => TimeRange
  readonly cursorGroup: string | undefined
  readonly width: number
  readonly height: number
  readonly hooks: uPlot.Hooks.Arrays
}

const NEAR_PIXELS = 24
const LOG = 3

export function toPlotOptions(settings: PlotSettings): uPlot.Options {
  const { series, axis, stacked, cursorGroup, timeZone, width, height, hooks, range } = settings
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
    focus: { alpha: 0.35 },
    cursor: {
      // Its dragging only selects; the page decides what becomes of the range.
      drag: { x: true, y: false, setScale: false },
      focus: { prox: series.length > 1 ? NEAR_PIXELS : -1 },
      points: { size: 7, width: 1 },
      bind: { dblclick: () => null },
      ...(cursorGroup !== undefined && {
        sync: {
          key: cursorGroup,
          setSeries: false,
          scales: ['x', null],
          // Charts share where the cursor is, not what is dragged: one drag is one zoom.
          filters: { pub: (type) => type !== 'mousedown' && type !== 'mouseup', sub: () => true },
        },
      }),
    },
    scales: {
      x: { time: true, range: () => [range().from, range().to] },
      y: { ...(axis.scale === 'log' && { distr: LOG, log: 10 }), range: valueRange(axis, stacked) },
    },
    axes: [timeAxis(settings), valueAxis(settings)],
    series: [{}, ...series.map((one, i) => seriesOptions(one, stacked, i))],
    ...(stacked && {
      bands: series.slice(1).map((one, i) => ({ series: [i + 2, i + 1] as uPlot.Band.Bounds, fill: fillOf(one) })),
    }),
    hooks,
  }
}

const fillOf = ({ color, style }: TimeChartSeries) => withAlpha(color, style?.fill ?? 0)

/** Colours come as #rrggbb, which is what `resolveColor` gives; any other CSS colour is mixed by the browser. */
const withAlpha = (color: string, alpha: number) =>
  /^#[\da-f]{6}$/i.test(color)
    ? `${color}${Math.round(alpha * 255)
        .toString(16)
        .padStart(2, '0')}`
    : `color-mix(in srgb, ${color} ${alpha * 100}%, transparent)`

function seriesOptions(series: TimeChartSeries, stacked: boolean, index: number): uPlot.Series {
  const { draw = 'line', width = 1.5, fill = 0, points = 'auto', spanGaps = false }: SeriesStyle = series.style ?? {}
  const isLine = draw === 'line'
  const paths = pathsOf(series.style)
  return {
    label: series.name,
    stroke: series.color,
    width: isLine ? width : 0,
    spanGaps,
    ...(paths && { paths }),
    // Of a stack only the lowest series is filled down to zero; the others by bands down to the one below.
    ...(fill > 0 && isLine && (!stacked || index === 0) && { fill: fillOf(series) }),
    points: { size: isLine ? width * 2 + 2 : 5, fill: series.color, ...(isLine ? pointsOf(points) : { show: true }) },
  }
}

const pointsOf = (points: SeriesStyle['points']) => (points === 'auto' ? {} : { show: points === 'always' })

function pathsOf({ draw, interpolation = 'linear' }: SeriesStyle = {}): uPlot.Series.PathBuilder | undefined {
  if (draw === 'points') return () => null
  if (interpolation === 'linear') return undefined
  return uPlot.paths.stepped?.({ align: interpolation === 'stepAfter' ? 1 : -1 })
}

function valueRange(axis: AxisOptions, stacked: boolean): uPlot.Scale.Range {
  return axis.scale === 'log' ? logRange(axis) : linearRange(axis, axis.softMin ?? (stacked ? 0 : undefined))
}

function linearRange({ min, max, softMax }: AxisOptions, softMin: number | undefined): uPlot.Scale.Range {
  const config: uPlot.Range.Config = {
    min: { pad: 0.1, soft: softMin ?? 0, mode: softMin === undefined ? 3 : 1 },
    max: { pad: 0.1, soft: softMax ?? 0, mode: softMax === undefined ? 3 : 1 },
  }
  // No value in view: uPlot gives nulls, which its types leave out.
  return (_, low: number | null, high: number | null) => {
    const [from, to] = uPlot.rangeNum(low ?? min ?? 0, high ?? max ?? 1, config)
    return ordered(min ?? from, max ?? to)
  }
}

/** Zero and below have no place on a logarithmic axis: such ends are as if they were not given. */
function logRange({ min, max, softMin, softMax }: AxisOptions): uPlot.Scale.Range {
  const positive = (end: number | undefined) => (end !== undefined && end > 0 ? end : undefined)
  return (_, low: number | null, high: number | null) => {
    const least = Math.min(low ?? 1, positive(softMin) ?? Infinity)
    const most = Math.max(high ?? 10, positive(softMax) ?? 0)
    const [from, to] = uPlot.rangeLog(least, most, 10, true)
    return ordered(positive(min) ?? from, positive(max) ?? to)
  }
}

/** An end that is fixed beyond all values must not turn the axis round. */
const ordered = (from: number | null, to: number | null): uPlot.Range.MinMax =>
  from !== null && to !== null && from >= to ? [from, from + Math.max(1, Math.abs(from))] : [from, to]

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
