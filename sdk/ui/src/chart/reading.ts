import { formatTime } from '@orrery/sdk'
import type uPlot from 'uplot'
import { pointsAt, type Told } from './cursor.ts'
import { hitLayers } from './layer.ts'
import { neighbourTime } from './nearest.ts'
import type { PlotLine } from './plot-line.ts'
import type { TimePlotSettings } from './time-plot.ts'
import { arrangeRows, createTooltip, type TooltipRow } from './tooltip.ts'

/** What is read off a chart: by the pointer in a tooltip, by keys as text. */
export interface Reading {
  /** Whether the pointer or the keys are in this chart, rather than in another of its group. */
  readonly isRead: (u: uPlot) => boolean
  /** Hooks of the plot. */
  readonly follow: (u: uPlot) => void
  readonly focus: (u: uPlot, series: number | null) => void
  /** Moves the cursor by points, as the arrow keys do; gives what stands there, undefined at the end. */
  readonly step: (u: uPlot, by: number) => string | undefined
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

  const toRow = ({ line, index }: Told): TooltipRow => {
    const { name, color } = settings().series[line]!
    return { series: line, name, color, value: lines()[line]!.told[index]!, near: line === focused }
  }
  const textOf = ({ value, series }: TooltipRow) => settings().formatValue(value, series)

  /** Only the chart under the pointer has a tooltip; those of its group just show where the cursor is. */
  function follow(u: uPlot) {
    const { left, top, event } = u.cursor
    if (left == null || top == null || left < 0 || !event || !u.over.matches(':hover')) return tooltip.hide()
    stepped = undefined
    const { timeZone, tooltip: mode, tooltipSort, moreText, layers } = settings()
    const pointer = { x: u.rect.left + left, y: u.rect.top + top }
    const hit = hitLayers(u, layers, { left, top })
    if (hit) return tooltip.show(hit, pointer)
    const time = u.posToVal(left, 'x')
    const points = pointsAt(u, lines(), time)
    const rows = points.map(toRow)
    const single = rows.filter(({ near }) => near)
    const { shown, more } = arrangeRows(
      mode === 'single' ? (single.length ? single : rows.slice(0, 1)) : rows,
      tooltipSort,
    )
    if (shown.length === 0) return tooltip.hide()
    const content = {
      title: formatTime(nearestOf(points, time), timeZone),
      rows: shown.map((row) => ({ ...row, text: textOf(row) })),
      ...(more > 0 && { more: moreText(more) }),
    }
    tooltip.show(content, pointer)
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
    const { left = -1 } = u.cursor
    let time = stepped ?? (left >= 0 ? u.posToVal(left, 'x') : -direction * Infinity)
    for (let k = 0; k < Math.abs(by); k++) time = neighbourTime(lines(), time, direction, range) ?? time
    if (!Number.isFinite(time) || time === stepped) return undefined
    stepped = time
    u.setCursor({ left: u.valToPos(time, 'x'), top: u.over.clientHeight / 2 })
    const rows = pointsAt(u, lines(), time).map(toRow)
    return [formatTime(time, timeZone), ...rows.map((row) => `${row.name} ${textOf(row)}`)].join(', ')
  }

  return {
    isRead: (u) => u.cursor.event != null || stepped !== undefined,
    follow,
    focus: (_, series) => (focused = series === null ? undefined : series - 1),
    step,
    hide() {
      stepped = undefined
      tooltip.hide()
    },
    destroy: tooltip.destroy,
  }
}
