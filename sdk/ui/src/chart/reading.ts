import { formatTime } from '@orrery/sdk'
import uPlot from 'uplot'
import { pointsAt, type Told } from './cursor.ts'
import { hitLayers, type PlotPlace } from './layer.ts'
import { neighbourTime } from './nearest.ts'
import { lyingPlot, turnPlace } from './orientation.ts'
import type { PlotLine } from './plot-line.ts'
import type { TimePlotSettings } from './time-plot.ts'
import { arrangeRows, chooseRows, type TooltipRow } from './tooltip-rows.ts'
import { createTooltip, type TooltipContent } from './tooltip.ts'

/** What is read off a chart: by the pointer in a tooltip, by keys as text. */
export interface Reading {
  /** Whether the pointer or the keys are in this chart, rather than in another of its group. */
  readonly isRead: (u: uPlot) => boolean
  /** Hooks of the plot. */
  readonly follow: (u: uPlot) => void
  readonly focus: (u: uPlot, series: number | null) => void
  /** Moves the cursor by points, as the arrow keys do; gives what stands there, undefined at the end. */
  readonly step: (u: uPlot, by: number) => string | undefined
  /** Keeps the tooltip of where the pointer or the keys are. `byKeys` gives it the focus. */
  readonly pin: (u: uPlot, byKeys: boolean) => void
  readonly unpin: () => void
  /** Unless it is pinned. */
  readonly hide: () => void
  readonly destroy: () => void
}

export function createReading(
  element: HTMLElement,
  settings: () => TimePlotSettings,
  lines: () => readonly PlotLine[],
): Reading {
  const tooltip = createTooltip(element)
  let focused: number | undefined
  /** Where the keys are. */
  let stepped: number | undefined
  let isPinned = false

  const toRow = ({ line, index }: Told): TooltipRow => {
    const { name, color } = settings().series[line]!
    return { series: line, name, color, value: lines()[line]!.told[index]!, near: line === focused }
  }
  const textOf = ({ value, series }: TooltipRow) => settings().formatValue(value, series)
  const toldAt = (u: uPlot, time: number) =>
    pointsAt(u, lines(), time).filter(({ line }) => !settings().series[line]?.isSilent)

  /** What is told of a place; undefined where there is nothing to tell. */
  function contentAt(u: uPlot, place: PlotPlace, isWhole: boolean, byTime = false): TooltipContent | undefined {
    const { timeZone, tooltip: mode, tooltipSort, hidesZeros, moreText, layers, linksOf } = settings()
    const hit = hitLayers(u, layers, place, byTime)
    if (hit && !byTime) return hit
    const time = timeAt(u, place)
    const points = toldAt(u, time)
    const rows = chooseRows(points.map(toRow), mode, hidesZeros)
    if (rows.length === 0) return hit
    const { shown, more } = arrangeRows(rows, tooltipSort, isWhole ? Infinity : undefined)
    const near = rows.find((row) => row.near) ?? (rows.length === 1 ? rows[0] : undefined)
    const at = nearestOf(points, time)
    return {
      title: formatTime(at, timeZone),
      rows: [...shown.map((row) => ({ ...row, text: textOf(row) })), ...(hit?.rows ?? [])],
      ...(more > 0 && { more: moreText(more) }),
      links: [...(near ? linksOf(near.series, near.value, at) : []), ...(hit?.links ?? [])],
    }
  }

  const timeAt = (u: uPlot, place: PlotPlace) => u.posToVal(turnPlace(u, place).left, 'x')
  const pointerOf = (u: uPlot, { left, top }: PlotPlace) => ({ x: u.rect.left + left, y: u.rect.top + top })

  /** Only the chart under the pointer has a tooltip; those of its group just show where the cursor is. */
  function follow(u: uPlot) {
    if (isPinned) return
    const { left, top, event } = u.cursor
    if (left == null || top == null || left < 0 || !event || !u.over.matches(':hover')) return tooltip.hide()
    stepped = undefined
    const content = contentAt(u, { left, top }, false)
    if (content) tooltip.show(content, pointerOf(u, { left, top }))
    else tooltip.hide()
  }

  /** The time of the nearest of these points, of which there is one. */
  function nearestOf(points: readonly Told[], time: number): number {
    let nearest = NaN
    for (const { line, index } of points) {
      const own = lines()[line]!.times[index]!
      if (!(Math.abs(own - time) >= Math.abs(nearest - time))) nearest = own
    }
    return nearest
  }

  function step(u: uPlot, by: number): string | undefined {
    const { range, timeZone } = settings()
    const direction = by > 0 ? 1 : -1
    const { left = -1, top = -1 } = u.cursor
    let time = stepped ?? (left >= 0 ? timeAt(u, { left, top }) : -direction * Infinity)
    for (let k = 0; k < Math.abs(by); k++) time = neighbourTime(lines(), time, direction, range) ?? time
    if (!Number.isFinite(time) || time === stepped) return undefined
    stepped = time
    const { foot, head } = lyingPlot(u)
    const middle = Math.abs(foot - head) / 2 / uPlot.pxRatio
    const place = turnPlace(u, { left: u.valToPos(time, 'x'), top: middle })
    u.setCursor(place)
    const told = toldAt(u, time).map((one) => ({ ...toRow(one), text: textOf(toRow(one)) }))
    const rows = [...told, ...(hitLayers(u, settings().layers, place, true)?.rows ?? [])]
    return [formatTime(time, timeZone), ...rows.map(({ name, text }) => `${name} ${text}`)].join(', ')
  }

  function pin(u: uPlot, byKeys: boolean) {
    const { left = -1, top = 0 } = u.cursor
    const content = left < 0 || isPinned ? undefined : contentAt(u, { left, top }, true, byKeys)
    if (!content) return
    isPinned = true
    tooltip.pin(content, pointerOf(u, { left, top }), () => {
      isPinned = false
      if (byKeys) (u.root.parentElement ?? u.root).focus()
    })
    if (byKeys) tooltip.focus()
  }

  return {
    isRead: (u) => u.cursor.event != null || stepped !== undefined,
    follow,
    focus: (_, series) => (focused = series === null ? undefined : series - 1),
    step,
    pin,
    unpin() {
      isPinned = false
      tooltip.hide()
    },
    hide() {
      stepped = undefined
      if (!isPinned) tooltip.hide()
    },
    destroy: tooltip.destroy,
  }
}
