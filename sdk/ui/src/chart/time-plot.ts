import { zoomOut, type TimeRange } from '@orrery/sdk'
import uPlot from 'uplot'
import type { AnnotatedTime } from './annotating.ts'
import { buildPyramid } from './exact/build-queue.ts'
import { drawLayers, type ChartLayer, type TooltipOffer } from './layer.ts'
import { createMarking } from './marking.ts'
import type { Orientation } from './orientation.ts'
import { toPlotLines, type PlotLine } from './plot-line.ts'
import { toPlotOptions } from './plot-options.ts'
import { createReading } from './reading.ts'
import { isOnScreen, redrawQueue } from './redraw-queue.ts'
import type { TimeChartSeries } from './series.ts'
import { drawThresholds } from './thresholds.ts'
import { createTimePan } from './time-pan.ts'
import { createTimeSteps, type TimeSteps } from './time-steps.ts'
import type { TooltipMode, TooltipSort } from './tooltip-rows.ts'
import { scaleKey, type AxisOptions } from './value-axis.ts'
import { drawValueLabels } from './value-labels.ts'
import { createValueZoom, takeTimes } from './zoom.ts'

/** `ordinal`: each time is one step further, however long it lasts. */
export type TimeScale = 'linear' | 'ordinal'

export interface TimePlotSettings {
  readonly series: readonly TimeChartSeries[]
  readonly range: TimeRange
  readonly timeZone: string
  readonly moreTimeZones: readonly string[]
  readonly timeScale: TimeScale
  readonly orientation: Orientation
  readonly width: number
  readonly height: number
  /** There is at least one. */
  readonly axes: readonly AxisOptions[]
  readonly tooltip: TooltipMode
  readonly tooltipSort: TooltipSort
  readonly hidesZeros: boolean
  readonly cursorGroup: string | undefined
  readonly formatValue: (value: number, series: number) => string
  readonly linksOf: (series: number, value: number, time: number) => readonly TooltipOffer[]
  readonly layers: readonly ChartLayer[]
  readonly moreText: (count: number) => string
}

export interface TimePlotEvents {
  readonly zoom: (range: TimeRange) => void
  /** What was marked to be annotated; nothing is marked when omitted. */
  readonly annotate?: ((at: AnnotatedTime) => void) | undefined
  /** What stands under the keyboard's cursor, for a screen reader. */
  readonly say: (text: string) => void
  /** Whether only a part of a value axis is looked at. */
  readonly zoomValues: (isZoomed: boolean) => void
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
  /** Keeps the tooltip of where the keys are, and gives it the focus. */
  readonly pin: () => void
  /** Looks at the whole value axes again. */
  readonly resetValues: () => void
  /** Takes cursor and tooltip away. */
  readonly leave: () => void
  readonly destroy: () => void
}

/** A time chart on a canvas: draws `settings()` in the next frame, and anew whenever it is told what changed. */
export function createTimePlot(
  element: HTMLElement,
  tooltip: HTMLElement,
  settings: () => TimePlotSettings,
  events: TimePlotEvents,
): TimePlot {
  let lines: readonly PlotLine[] = []
  let steps: TimeSteps | undefined
  let plot: uPlot | undefined
  let stopBuilding = () => {}
  const changes = new Set<PlotChange>()
  const marking = createMarking(events.annotate)
  const values = createValueZoom(() => settings().axes, events.zoomValues)
  const pan = createTimePan(() => settings().range, events.zoom)
  const reading = createReading(tooltip, settings, () => lines)
  const drawing = {
    isVisible: () => isOnScreen(element),
    draw() {
      try {
        if (!plot || changes.has('chart')) build([])
        else if (update(plot)) build(lines)
      } catch (error) {
        events.fail(error)
      }
      changes.clear()
    },
  }

  function readLines(before: readonly PlotLine[]) {
    const { series, axes } = settings()
    lines = toPlotLines(series, (axis) => axes[axis]?.scale === 'log', before)
    steps = settings().timeScale === 'ordinal' ? createTimeSteps(lines) : undefined
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

  function build(before: readonly PlotLine[]) {
    plot?.destroy()
    plot = undefined
    readLines(before)
    const style = getComputedStyle(element)
    const token = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise
    const font = `11px ${token('--o-font', 'sans-serif')}`
    const labels = { font, color: token('--o-text', '#888') }
    const options = toPlotOptions({
      ...settings(),
      lines: () => lines,
      steps,
      isRead: reading.isRead,
      colors: { axis: token('--o-chart-axis', '#9aa5b8'), grid: token('--o-chart-grid', '#8884') },
      font,
      formatTicks: (axis, marks) => settings().axes[axis]?.formatTicks?.(marks) ?? marks.map(String),
      zoomOf: values.of,
      range: () => pan.of(settings().range),
      hooks: {
        drawClear: [
          (u) => {
            settings().axes.forEach(({ thresholds = [], thresholdsStyle = 'off' }, axis) =>
              drawThresholds(u, scaleKey(axis), thresholds, thresholdsStyle),
            )
          },
          (u) => drawLayers(u, settings().layers, 'below'),
        ],
        draw: [(u) => writeValues(u, labels), (u) => drawLayers(u, settings().layers, 'above')],
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
    values.attach(plot)
    // Steps have no distance to drag over.
    if (!steps) pan.attach(plot, 1 + settings().moreTimeZones.length)
    marking.attach(plot)
    plot.over.addEventListener('click', () => {
      if (plot && marking.isHeld()) marking.mark(plot)
      else if (plot) reading.pin(plot, false)
    })
    plot.over.addEventListener('dblclick', () => {
      // Its two clicks have pinned the tooltip.
      reading.unpin()
      if (plot && !values.reset(plot)) events.zoom(zoomOut(settings().range))
    })
  }

  function writeValues(u: uPlot, labels: { readonly font: string; readonly color: string }) {
    const { series, formatValue } = settings()
    series.forEach(({ style }, i) => {
      const line = lines[i]
      if (line && style?.showValues)
        drawValueLabels(u, i, line, { ...labels, textOf: (value) => formatValue(value, i) })
    })
  }

  /** Draws what changed; true where the chart must be built anew for it. */
  function update(u: uPlot): boolean {
    const { width, height, range } = settings()
    const stacksBefore = stacksOf(lines)
    if (changes.has('data')) readLines(lines)
    // Which areas lie on which was said when the chart was built, and so were the steps of time.
    if (stacksOf(lines) !== stacksBefore || (steps && changes.has('data'))) return true
    u.batch(() => {
      if (changes.has('size')) u.setSize({ width, height })
      if (!changes.has('data')) return
      u.setData(toData(), false)
      u.setScale('x', { min: range.from, max: range.to })
    })
    return false
  }

  function zoom(u: uPlot) {
    if (marking.isHeld()) return marking.markSelection(u)
    if (u.cursor.drag?.y) return values.toSelection(u)
    const range = takeTimes(u)
    if (range) events.zoom(range)
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
    pin: () => plot && reading.pin(plot, true),
    resetValues: () => plot && values.reset(plot),
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

const stacksOf = (lines: readonly PlotLine[]) =>
  lines.map(({ stack }) => (stack ? `${stack.index} ${stack.isDown}` : '')).join()
