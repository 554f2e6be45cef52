import { formatTime } from '@orrery/sdk'
import type uPlot from 'uplot'
import { pointsAt, type Told } from './cursor.ts'
import { neighbourTime } from './nearest.ts'
import type { PlotLine } from './plot-line.ts'
import type { TimePlotSettings } from './time-plot.ts'
import { arrangeRows, placeTooltip, writeTooltip, type TooltipRow } from './tooltip.ts'

/** What is read off a chart: by the pointer in a tooltip, by keys as text. */
export interface Reading {
  /** Hooks of the plot. */
  readonly follow: (u: uPlot) => void
  readonly focus: (u: uPlot, series: number | null) => void
  /** Moves the cursor by points, as the arrow keys do; gives what stands there, undefined at the end. */
  readonly step: (u: uPlot, by: number) => string | undefined
  readonly hide: () => void
}

export function createReading(
  tooltip: HTMLElement,
  settings: () => TimePlotSettings,
  lines: () => readonly PlotLine[],
): Reading {
  let focused: number | undefined
  /** Where the keys are. */
  let stepped: number | undefined

  const toRow = ({ line, index }: Told): TooltipRow => {
    const { name, color } = settings().series[line]!
    return { series: line, name, color, value: lines()[line]!.told[index]!, near: line === focused }
  }
  const textOf = ({ value, series }: TooltipRow) => settings().formatValue(value, series)

  function hide() {
    if (!tooltip.hidden) tooltip.hidden = true
  }

  /** Only the chart under the pointer has a tooltip; those of its group just show where the cursor is. */
  function follow(u: uPlot) {
    const { left, top, event } = u.cursor
    if (left == null || top == null || left < 0 || !event || !u.over.matches(':hover')) return hide()
    stepped = undefined
    const { timeZone, tooltip: mode, tooltipSort, moreText } = settings()
    const time = u.posToVal(left, 'x')
    const points = pointsAt(u, lines(), time)
    const rows = points.map(toRow)
    const single = rows.filter(({ near }) => near)
    const { shown, more } = arrangeRows(
      mode === 'single' ? (single.length ? single : rows.slice(0, 1)) : rows,
      tooltipSort,
    )
    if (shown.length === 0) return hide()
    writeTooltip(tooltip, shown, {
      title: formatTime(nearestOf(points, time), timeZone),
      of: textOf,
      more: more ? moreText(more) : '',
    })
    tooltip.hidden = false
    const { x, y } = placeTooltip({ x: u.rect.left + left, y: u.rect.top + top }, tooltip.getBoundingClientRect(), {
      width: innerWidth,
      height: innerHeight,
    })
    tooltip.style.transform = `translate(${x}px, ${y}px)`
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
    u.setCursor({ left: u.valToPos(time, 'x'), top: u.over.clientHeight / 2 })
    stepped = time
    const rows = pointsAt(u, lines(), time).map(toRow)
    return [formatTime(time, timeZone), ...rows.map((row) => `${row.name} ${textOf(row)}`)].join(', ')
  }

  return {
    follow,
    focus: (_, series) => (focused = series === null ? undefined : series - 1),
    step,
    hide() {
      stepped = undefined
      hide()
    },
  }
}
