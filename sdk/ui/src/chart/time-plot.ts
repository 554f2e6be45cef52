import { formatTime, type TimeRange } from '@orrery/sdk'
import uPlot from 'uplot'
import { toPlotData, type PlotData } from './plot-data.ts'
import { toPlotOptions, type AxisOptions } from './plot-options.ts'
import type { TimeChartSeries } from './series.ts'
import { drawThresholds, type ThresholdMark } from './thresholds.ts'
import { arrangeRows, placeTooltip, writeTooltip, type TooltipRow, type TooltipSort } from './tooltip.ts'

export interface TimePlotSettings {
  readonly series: readonly TimeChartSeries[]
  readonly range: TimeRange
  readonly timeZone: string
  readonly width: number
  readonly height: number
  readonly axis: AxisOptions
  readonly stacked: boolean
  readonly thresholds: readonly ThresholdMark[]
  readonly thresholdsStyle: 'off' | 'line' | 'area'
  readonly tooltip: 'single' | 'multi'
  readonly tooltipSort: TooltipSort
  readonly cursorGroup: string | undefined
  readonly formatTicks: (values: readonly number[]) => readonly string[]
  readonly formatValue: (value: number, series: number) => string
  readonly moreText: (count: number) => string
}

export interface TimePlotEvents {
  readonly zoom: (range: TimeRange) => void
  /** What stands under the keyboard's cursor, for a screen reader. */
  readonly say: (text: string) => void
}

const LEAST_ZOOM_PIXELS = 4

const dataOf = ({ series, stacked, axis }: TimePlotSettings) => toPlotData(series, stacked, axis.scale === 'log')

/** A time chart on a canvas: draws `settings()` anew whenever it is told what changed. */
export function createTimePlot(
  element: HTMLElement,
  tooltip: HTMLElement,
  settings: () => TimePlotSettings,
  events: TimePlotEvents,
) {
  let plotted: PlotData
  let focused: number | undefined
  let plot: uPlot = create()

  function create(): uPlot {
    const now = settings()
    plotted = dataOf(now)
    const style = getComputedStyle(element)
    const token = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise
    const options = toPlotOptions({
      ...now,
      colors: { axis: token('--o-chart-axis', '#9aa5b8'), grid: token('--o-chart-grid', '#8884') },
      font: `11px ${token('--o-font', 'sans-serif')}`,
      formatTicks: (values) => settings().formatTicks(values),
      range: () => settings().range,
      hooks: {
        drawClear: [
          (u) => {
            const { thresholds, thresholdsStyle } = settings()
            if (thresholdsStyle !== 'off') drawThresholds(u, thresholds, thresholdsStyle)
          },
        ],
        setSeries: [(_, index) => (focused = index === null ? undefined : index - 1)],
        setCursor: [follow],
        setSelect: [zoom],
      },
    })
    return new uPlot(options, plotted.data, element)
  }

  function zoom(u: uPlot) {
    const { left, width } = u.select
    if (width >= LEAST_ZOOM_PIXELS) {
      const from = Math.floor(u.posToVal(left, 'x'))
      events.zoom({ from, to: Math.max(from + 1, Math.ceil(u.posToVal(left + width, 'x'))) })
    }
    u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
  }

  function rowsAt(index: number): readonly TooltipRow[] {
    const { series, formatValue } = settings()
    return series.flatMap(({ name, color }, i) => {
      const value = plotted.values.columns[i]?.values[index] ?? NaN
      return Number.isNaN(value) ? [] : [{ name, color, value, text: formatValue(value, i), near: i === focused }]
    })
  }

  /** Only the chart under the pointer has a tooltip; those of its group just show where the cursor is. */
  function follow(u: uPlot) {
    const { idx, left, top, event } = u.cursor
    if (idx == null || left == null || top == null || left < 0 || !event || !u.over.matches(':hover')) return hide()
    const { timeZone, tooltip: mode, tooltipSort } = settings()
    const rows = rowsAt(idx)
    const single = rows.filter(({ near }) => near)
    const { shown, more } = arrangeRows(
      mode === 'single' ? (single.length ? single : rows.slice(0, 1)) : rows,
      tooltipSort,
    )
    if (shown.length === 0) return hide()
    writeTooltip(
      tooltip,
      formatTime(plotted.values.times[idx]!, timeZone),
      shown,
      more ? settings().moreText(more) : '',
    )
    tooltip.hidden = false
    const box = u.over.getBoundingClientRect()
    const { x, y } = placeTooltip({ x: box.left + left, y: box.top + top }, tooltip.getBoundingClientRect(), {
      width: innerWidth,
      height: innerHeight,
    })
    tooltip.style.transform = `translate(${x}px, ${y}px)`
  }

  function hide() {
    tooltip.hidden = true
  }

  /** Moves the cursor by points, as the arrow keys do. */
  function step(by: number) {
    const { times } = plotted.values
    if (times.length === 0) return
    const { min, max } = plot.scales['x'] ?? {}
    const inView = (i: number) => times[i]! >= (min ?? -Infinity) && times[i]! <= (max ?? Infinity)
    const at = plot.cursor.idx ?? (by > 0 ? -1 : times.length)
    let next = at + by
    while (next >= 0 && next < times.length && !inView(next)) next += Math.sign(by)
    if (next < 0 || next >= times.length) return
    plot.setCursor({ left: plot.valToPos(times[next]!, 'x'), top: plot.over.clientHeight / 2 })
    const rows = rowsAt(next)
    events.say(
      [formatTime(times[next]!, settings().timeZone), ...rows.map(({ name, text }) => `${name} ${text}`)].join(', '),
    )
  }

  return {
    step,
    leave() {
      plot.setCursor({ left: -10, top: -10 })
      hide()
    },
    /** New points of the same series: nothing is built anew. */
    setData() {
      plotted = dataOf(settings())
      plot.setData(plotted.data, false)
      plot.setScale('x', { min: settings().range.from, max: settings().range.to })
    },
    setSize: () => plot.setSize({ width: settings().width, height: settings().height }),
    /** Other series, colours or options: the chart is built anew. */
    rebuild() {
      plot.destroy()
      plot = create()
    },
    redraw: () => plot.redraw(),
    destroy() {
      plot.destroy()
      hide()
    },
  }
}
export type TimePlot = ReturnType<typeof createTimePlot>
