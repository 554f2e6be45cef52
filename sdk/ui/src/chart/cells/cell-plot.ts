import { formatTime, type TimeRange } from '@orrery/sdk'
import uPlot from 'uplot'
import type { AnnotatedTime } from '../annotating.ts'
import { syncOf } from '../cursor.ts'
import { drawLayers, hitLayers, type ChartLayer } from '../layer.ts'
import { createMarking } from '../marking.ts'
import { isOnScreen, redrawQueue } from '../redraw-queue.ts'
import { createTimePan } from '../time-pan.ts'
import { createTooltip } from '../tooltip.ts'
import { cellAt, columnAt, type CellColumns, type CellPlace } from './cell-columns.ts'
import { drawRoundCells, paintLevels, rasterCells, toPalette } from './cell-raster.ts'
import { selectCells, STEADY_PIXELS, takeSelection, type AxisPart, type CellSelectionMode } from './cell-selection.ts'
import { enterCells, moveCell } from './cell-walk.ts'

/** A mark of the value axis. */
export interface AxisMark {
  /** 0 is the bottom of the plot, 1 its top. */
  readonly at: number
  readonly text: string
}

export interface CellAxis {
  readonly side: 'left' | 'right' | 'hidden'
  readonly label?: string
  /** In CSS pixels; by default as wide as its texts. */
  readonly size?: number
  /** Its marks on a plot so many CSS pixels high. */
  readonly marks: (height: number) => readonly AxisMark[]
}

export interface CellPlotSettings {
  readonly cells: CellColumns
  /** `#rrggbb` or `#rrggbbaa`, of the levels from 1 on. */
  readonly colors: readonly string[]
  readonly range: TimeRange
  readonly timeZone: string
  readonly width: number
  readonly height: number
  /** Between cells, in CSS pixels. */
  readonly gap: number
  /** Of the corners of cells, in CSS pixels. */
  readonly radius: number
  readonly axis: CellAxis
  /** What is drawn over the cells. Its values are places: 0 at the bottom of the plot, 1 at its top. */
  readonly layers: readonly ChartLayer[]
  readonly cursorGroup: string | undefined
  readonly selection: CellSelectionMode
}

/** A cell under the pointer or the keys. */
export interface CellHover extends CellPlace {
  /** The pointer, or the middle of the cell, in pixels of the window. */
  readonly x: number
  readonly y: number
}

export interface CellPlotEvents {
  readonly zoom: (range: TimeRange) => void
  /** What was marked to be annotated; nothing is marked when omitted. */
  readonly annotate?: ((at: AnnotatedTime) => void) | undefined
  /** A part of the value axis was selected. */
  readonly narrow: (part: AxisPart) => void
  /** More is asked for: all of the value axis, or else a longer range. */
  readonly widen: () => void
  readonly hover: (at: CellHover | undefined) => void
  /** Drawing failed, in a function of the settings for example. */
  readonly fail: (error: unknown) => void
}

/** `data`: other cells, colours or range. `chart`: the axes are other ones. */
export type CellPlotChange = 'size' | 'data' | 'chart'

export interface CellPlot {
  readonly change: (what: CellPlotChange) => void
  /** Moves the cursor by columns, and by cells of a column. */
  readonly step: (columns: number, cells: number) => void
  /** Moves it too, and selects what lies between here and where selecting began. */
  readonly select: (columns: number, cells: number) => void
  /** Takes what is selected by keys; else keeps open what a layer says of the time of the cursor. */
  readonly enter: () => void
  readonly leave: () => void
  readonly destroy: () => void
}

const GLYPH_PIXELS = 6.5

/** Cells on a canvas over a time axis: draws `settings()` in the next frame, and anew when it is told what changed. */
export function createCellPlot(
  element: HTMLElement,
  tooltipElement: HTMLElement,
  settings: () => CellPlotSettings,
  events: CellPlotEvents,
): CellPlot {
  let plot: uPlot | undefined
  let stepped: CellPlace | undefined
  /** Where selecting by keys began. */
  let anchor: CellPlace | undefined
  let isPinned = false
  /** The pointer may rest over the chart meanwhile. */
  let isStepping = false
  const marking = createMarking(events.annotate)
  const pan = createTimePan(() => settings().range, events.zoom)
  const tooltip = createTooltip(tooltipElement)
  const changes = new Set<CellPlotChange>()
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

  function build() {
    plot?.destroy()
    plot = new uPlot(toOptions(), toData(), (u, start) => {
      element.append(u.root)
      u.batch(start)
    })
    marking.attach(plot)
    plot.over.addEventListener('click', () => {
      if (plot && marking.isHeld()) marking.mark(plot)
      else pin(false)
    })
    pan.attach(plot, 1)
    plot.over.addEventListener('dblclick', () => events.widen())
  }

  /** Keeps what a layer says open, so that its links can be followed. */
  function pin(byKeys: boolean) {
    const { left = -1, top = -1 } = plot?.cursor ?? {}
    const hit = plot && left >= 0 && !isPinned ? hitLayers(plot, settings().layers, { left, top }, byKeys) : undefined
    if (!plot || !hit) return
    isPinned = true
    events.hover(undefined)
    tooltip.pin(hit, { x: plot.rect.left + left, y: plot.rect.top + top }, () => {
      isPinned = false
      if (byKeys) (plot?.root.parentElement ?? element).focus()
    })
    if (byKeys) tooltip.focus()
  }

  function toData(): uPlot.AlignedData {
    const { from, to } = settings().range
    return [
      [from, to],
      [null, null],
    ]
  }

  function toOptions(): uPlot.Options {
    const { width, height, timeZone, axis, cursorGroup, selection } = settings()
    const style = getComputedStyle(element)
    const token = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise
    const stroke = token('--o-chart-axis', '#9aa5b8')
    const font = `11px ${token('--o-font', 'sans-serif')}`
    const range = () => pan.of(settings().range)
    const marks = (u: uPlot) => settings().axis.marks(u.bbox.height / uPlot.pxRatio)
    const plain = { stroke, font, grid: { show: false }, ticks: { show: false }, gap: 6 }
    return {
      width,
      height,
      ms: 1,
      tzDate: (time) => uPlot.tzDate(new Date(time), timeZone),
      padding: [8, 26, 0, axis.side === 'left' ? 0 : 26],
      legend: { show: false },
      scales: {
        x: { time: true, range: () => [range().from, range().to] },
        y: { range: () => [0, 1] },
      },
      axes: [
        {
          ...plain,
          size: 30,
          space: 90,
          values: (_, splits) => splits.map((time) => formatTime(time, timeZone, range().to - range().from)),
        },
        {
          ...plain,
          show: axis.side !== 'hidden',
          side: axis.side === 'right' ? 1 : 3,
          splits: (u) => marks(u).map(({ at }) => at),
          filter: (_, splits) => splits,
          values: (u) => marks(u).map(({ text }) => text),
          size:
            axis.size ??
            ((_, texts) => Math.max(36, Math.ceil(Math.max(0, ...(texts ?? []).map(lengthOf)) * GLYPH_PIXELS) + 14)),
          ...(axis.label !== undefined && { label: axis.label, labelFont: font, labelSize: 18, labelGap: 4 }),
        },
      ],
      series: [{}, { paths: () => null, points: { show: false } }],
      cursor: {
        drag: { x: selection !== 'y', y: selection !== 'x', uni: STEADY_PIXELS, setScale: false },
        points: { show: false },
        bind: { dblclick: () => null },
        ...(cursorGroup !== undefined && { sync: syncOf(cursorGroup) }),
      },
      hooks: {
        drawClear: [drawCells],
        draw: [
          (u) => {
            // Cells fill the plot: what lies below series lies over them.
            for (const place of ['below', 'above'] as const) drawLayers(u, settings().layers, place)
          },
        ],
        setCursor: [follow],
        setSelect: [(u) => (marking.isHeld() ? marking.markSelection(u) : take(u))],
      },
    }
  }

  function drawCells({ ctx, bbox }: uPlot) {
    const { cells, colors, range, gap, radius } = settings()
    const { left, top, width, height } = bbox
    if (width <= 0 || height <= 0 || cells.starts.length === 0) return
    const ratio = uPlot.pxRatio
    const view = { ...pan.of(range), left, top, width, height, gap: Math.round(gap * ratio), radius: radius * ratio }
    if (drawRoundCells(ctx, cells, view, colors)) return
    const image = ctx.createImageData(width, height)
    paintLevels(rasterCells(cells, view), toPalette(colors), new Uint32Array(image.data.buffer))
    ctx.putImageData(image, left, top)
  }

  function follow(u: uPlot) {
    const { left, top, event } = u.cursor
    if (isPinned || isStepping || (stepped && !event)) return
    stepped = undefined
    tooltip.hide()
    if (left == null || top == null || left < 0 || !event || !u.over.matches(':hover')) return events.hover(undefined)
    const { cells, layers } = settings()
    const pointer = { x: u.rect.left + left, y: u.rect.top + top }
    const hit = hitLayers(u, layers, { left, top })
    if (hit) {
      events.hover(undefined)
      return tooltip.show(hit, pointer)
    }
    const column = columnAt(cells, u.posToVal(left, 'x'))
    const found = column === undefined ? undefined : cellAt(cells, column, u.posToVal(top, 'y'))
    events.hover(found && { ...found, ...pointer })
  }

  function step(columns: number, by: number, isSelecting: boolean) {
    const { cells, range, selection } = settings()
    if (!plot || cells.starts.length === 0) return
    const place = stepped ? moveCell(cells, stepped, columns, by) : enterCells(cells, range, columns)
    if (!place) return
    anchor = isSelecting ? (anchor ?? stepped ?? place) : undefined
    stepped = place
    const x = (Math.max(range.from, cells.starts[place.column]!) + Math.min(range.to, cells.ends[place.column]!)) / 2
    const [a, b] = [cells.edges[cells.low[place.cell]!]!, cells.edges[cells.high[place.cell]!]!]
    const y = (Math.min(1, Math.max(0, a)) + Math.min(1, Math.max(0, b))) / 2
    const left = plot.valToPos(x, 'x')
    const top = plot.valToPos(y, 'y')
    isStepping = true
    plot.setCursor({ left, top })
    isStepping = false
    plot.syncRect()
    if (anchor) selectCells(plot, cells, [anchor, place], selection)
    else unselect()
    events.hover({ ...place, x: plot.rect.left + left, y: plot.rect.top + top })
  }

  function unselect() {
    anchor = undefined
    plot?.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
  }

  function update(u: uPlot) {
    const { width, height, range } = settings()
    if (changes.has('size')) u.setSize({ width, height })
    if (changes.has('data')) {
      u.setData(toData(), false)
      u.setScale('x', { min: range.from, max: range.to })
      u.redraw(false, true)
    }
  }

  function take(u: uPlot) {
    const { times, part } = takeSelection(u, settings().selection)
    anchor = undefined
    if (part) events.narrow(part)
    if (times) events.zoom(times)
  }

  redrawQueue().add(drawing)

  return {
    change(what) {
      changes.add(what)
      redrawQueue().add(drawing)
    },
    step: (columns, by) => step(columns, by, false),
    select: (columns, by) => step(columns, by, true),
    enter() {
      if (anchor && plot) take(plot)
      else pin(true)
    },
    leave() {
      stepped = undefined
      unselect()
      plot?.setCursor({ left: -10, top: -10 })
      if (!isPinned) tooltip.hide()
      events.hover(undefined)
    },
    destroy() {
      redrawQueue().remove(drawing)
      plot?.destroy()
      tooltip.destroy()
    },
  }
}

const lengthOf = (text: string | number | null) => String(text ?? '').length
