import type { TimeRange } from '@orrery/sdk'
import uPlot from 'uplot'
import { buildPyramid } from './exact/build-queue.ts'
import { drawLayers, type ChartLayer } from './layer.ts'
import { toPlotLines, type PlotLine } from './plot-line.ts'
import { toPlotOptions, type AxisOptions } from './plot-options.ts'
import { createReading } from './reading.ts'
import { isOnScreen, redrawQueue } from './redraw-queue.ts'
import type { TimeChartSeries } from './series.ts'
import { drawThresholds, type ThresholdMark } from './thresholds.ts'
import type { TooltipSort } from './tooltip.ts'

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
  readonly layers: readonly ChartLayer[]
  readonly moreText: (count: number) => string
}

export interface TimePlotEvents {
  readonly zoom: (range: TimeRange) => void
  /** What stands under the keyboard's cursor, for a screen reader. */
  readonly say: (text: string) => void
  /** Drawing failed, in a function of the settings for example. */
  readonly fail: (error: unknown) => void
}

/**
 * What is other than at the last drawing. `look`: only what lies around the lines. `data`: points of the same series, or
 * the range. `chart`: other series, colours or options; the chart is built anew.
 */
export type PlotChange = 'look' | 'size' | 'data' | 'chart'

export interface TimePlot {
  /** Has it drawn in one of the next frames; changes until then are drawn together. */
  readonly change: (what: PlotChange) => void
  /** Moves the cursor by points. */
  readonly step: (by: number) => void
  /** Takes cursor and tooltip away. */
  readonly leave: () => void
  readonly destroy: () => void
}

const LEAST_ZOOM_PIXELS = 4

/** A time chart on a canvas: draws `settings()` in the next frame, and anew whenever it is told what changed. */
export function createTimePlot(
  element: HTMLElement,
  tooltip: HTMLElement,
  settings: () => TimePlotSettings,
  events: TimePlotEvents,
): TimePlot {
  let lines: readonly PlotLine[] = []
  let plot: uPlot | undefined
  let stopBuilding = () => {}
  const changes = new Set<PlotChange>()
  const reading = createReading(tooltip, settings, () => lines)
  const drawing = {
    isVisible: () => isOnScreen(element),
    draw() {
      try {
        if (!plot || changes.has('chart')) build()
        else plot.batch(update)
      } catch (error) {
        events.fail(error)
      }
      changes.clear()
    },
  }

  function readLines(before: readonly PlotLine[]) {
    const { series, stacked, axis } = settings()
    lines = toPlotLines(series, { stacked, isLog: axis.scale === 'log' }, before)
    const stopBefore = stopBuilding
    const stops = lines.flatMap(({ pyramid }) => (pyramid.isComplete ? [] : [buildPyramid(pyramid)]))
    stopBuilding = () => stops.forEach((stop) => stop())
    stopBefore()
  }

  /** uPlot's own axis is the range; each line has its own times. */
  function toData(): uPlot.AlignedData {
    const { from, to } = settings().range
    return [Float64Array.of(from, to), ...lines.map(({ values }) => values)]
  }

  function build() {
    plot?.destroy()
    plot = undefined
    readLines([])
    const style = getComputedStyle(element)
    const token = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise
    const options = toPlotOptions({
      ...settings(),
      lines: () => lines,
      isRead: reading.isRead,
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
          (u) => drawLayers(u, settings().layers, 'below'),
        ],
        draw: [(u) => drawLayers(u, settings().layers, 'above')],
        setSeries: [reading.focus],
        setCursor: [reading.follow],
        setSelect: [zoom],
      },
    })
    // In a batch it is drawn at once, not in a task of its own.
    plot = new uPlot(options, toData(), (u, start) => {
      element.append(u.root)
      u.batch(start)
    })
  }

  function update(u: uPlot) {
    const { width, height, range } = settings()
    if (changes.has('size')) u.setSize({ width, height })
    if (changes.has('data')) {
      readLines(lines)
      u.setData(toData(), false)
      u.setScale('x', { min: range.from, max: range.to })
    }
  }

  function zoom(u: uPlot) {
    const { left, width } = u.select
    if (width >= LEAST_ZOOM_PIXELS) {
      const from = Math.floor(u.posToVal(left, 'x'))
      events.zoom({ from, to: Math.max(from + 1, Math.ceil(u.posToVal(left + width, 'x'))) })
    }
    u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
  }

  redrawQueue().add(drawing)

  return {
    change(what) {
      changes.add(what)
      redrawQueue().add(drawing)
    },
    step(by) {
      const said = plot && reading.step(plot, by)
      if (said !== undefined) events.say(said)
    },
    leave() {
      plot?.setCursor({ left: -10, top: -10 })
      reading.hide()
    },
    destroy() {
      redrawQueue().remove(drawing)
      stopBuilding()
      plot?.destroy()
      reading.destroy()
    },
  }
}
