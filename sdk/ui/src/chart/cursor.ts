import type uPlot from 'uplot'
import { nearestPoint } from './nearest.ts'
import { turnPlace } from './orientation.ts'
import { MANY_LINES, type PlotLine } from './plot-line.ts'
import type { TimeChartSeries } from './series.ts'
import { nearestTime } from './time-steps.ts'

/** Within so many pixels across the time a line is the one under the cursor. */
const NEAR_PIXELS = 24
/** Within so many along the time a point is told, and further where points are further apart. */
const REACH_PIXELS = 12
const MARK_PIXELS = 7
const NOWHERE = { left: -20, top: -20, width: MARK_PIXELS, height: MARK_PIXELS }

/** What is told at a place of the time axis. */
export interface Told {
  readonly line: number
  readonly index: number
}

/** The points that are told at a time: of each line the nearest, when it is within reach. */
export function pointsAt(u: uPlot, lines: readonly PlotLine[], time: number): readonly Told[] {
  const reach = reachOf(u)
  const nearest = nearestTime(u, time)
  return lines.flatMap((one, line) => {
    const index = nearestPoint(one, nearest, reach)
    return index === undefined ? [] : [{ line, index }]
  })
}

/** On an axis of steps only what stands on the step is near. */
const reachOf = (u: uPlot) => (u.scales['x']?.fwd ? 0 : u.posToVal(REACH_PIXELS, 'x') - u.posToVal(0, 'x'))

/** Charts of a group share where the cursor is, not what is dragged: one drag is one zoom. */
export const syncOf = (group: string): uPlot.Cursor.Sync => ({
  key: group,
  setSeries: false,
  scales: ['x', null],
  filters: { pub: (type) => type !== 'mousedown' && type !== 'mouseup', sub: () => true },
})

export interface CursorSettings {
  readonly lines: () => readonly PlotLine[]
  readonly series: readonly TimeChartSeries[]
  readonly group: string | undefined
  /** Whether this chart is the one that is read, by pointer or keys; the others of its group show the time alone. */
  readonly isRead: (u: uPlot) => boolean
}

/** The cursor of a chart whose lines have times of their own: uPlot asks for the point of each, and where it is. */
export function cursorOptions({ lines, series: all, group, isRead }: CursorSettings): uPlot.Cursor {
  const count = all.length
  const colorOf = (_: uPlot, series: number) => all[series - 1]?.color ?? ''
  return {
    // Its dragging only selects; the page decides what becomes of the range.
    drag: { x: true, y: false, setScale: false },
    bind: { mousedown: (u, over, down) => (event) => downOn(u, over, event, down), dblclick: () => null },
    focus: { prox: count > 1 ? NEAR_PIXELS : -1 },
    dataIdx: (u, series, index, time) => {
      if (series === 0) return index
      const line = isRead(u) ? lines()[series - 1] : undefined
      // Null is no point to uPlot, which its types leave out.
      return ((line && nearestPoint(line, nearestTime(u, time), reachOf(u))) ?? null) as number
    },
    points: {
      size: MARK_PIXELS,
      width: 1,
      one: count > MANY_LINES,
      stroke: colorOf,
      fill: colorOf,
      bbox: (u, series) => markOf(u, series, lines()),
    },
    ...(group !== undefined && { sync: syncOf(group) }),
  }
}

/** With the shift key a drag goes over values, else over times. */
function downOn(u: uPlot, over: HTMLElement, event: MouseEvent, down: uPlot.Cursor.MouseListener) {
  const { drag } = u.cursor
  if (event.button !== 0 || event.target !== over) return null
  // uPlot keeps the object and reads it at each move.
  if (drag) Object.assign(drag, { x: !event.shiftKey, y: event.shiftKey })
  return down(event)
}

/** The middle of the mark: the stylesheet moves it there, else uPlot would hide it at the plot's edges. */
function markOf(u: uPlot, series: number, lines: readonly PlotLine[]): uPlot.BBox {
  const index = u.cursor.idxs?.[series]
  const line = lines[series - 1]
  if (index == null || !line) return NOWHERE
  const place = {
    left: u.valToPos(line.times[index]!, 'x'),
    top: u.valToPos(line.values[index]!, u.series[series]?.scale ?? 'y'),
  }
  return { ...NOWHERE, ...turnPlace(u, place) }
}
