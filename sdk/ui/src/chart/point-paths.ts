import uPlot from 'uplot'
import { indexesInView } from './exact/search.ts'
import { isVertical, lyingPlot } from './orientation.ts'
import type { PlotLine } from './plot-line.ts'
import type { PointSymbol } from './series.ts'
import { addSymbol } from './symbols.ts'

/** Both fill and stroke are clipped. */
const CLIP_BOTH = 3

/** The first and last index of a line that lie in the plot. */
export const inView = (u: uPlot, { times }: PlotLine) => {
  const { min = 0, max = 0 } = u.scales['x'] ?? {}
  return indexesInView(times, min, max)
}

/** Whether points have room side by side, each `space` CSS pixels wide. */
export function havePointsRoom(u: uPlot, line: PlotLine, space: number): boolean {
  const [from, to] = inView(u, line)
  if (to < from) return false
  const pixels = u.valToPos(line.times[to]!, 'x') - u.valToPos(line.times[from]!, 'x')
  return to - from <= pixels / space
}

/** Draws the points of a line on its own times. Points that would lie on one pixel are drawn once. */
export function drawPoints(
  u: uPlot,
  seriesIndex: number,
  line: PlotLine,
  symbol: PointSymbol,
): uPlot.Series.Points.Paths {
  const { points = {}, scale = 'y' } = u.series[seriesIndex] ?? {}
  const { size = 0, width = 0 } = points
  const radius = ((size - width) / 2) * uPlot.pxRatio
  const { left, top, width: boxWidth, height } = u.bbox
  const clip = new Path2D()
  clip.rect(left - 2 * radius, top - 2 * radius, boxWidth + 4 * radius, height + 4 * radius)
  const fill = new Path2D()
  const [from, to] = inView(u, line)
  const { foot, head } = lyingPlot(u)
  const first = Math.min(foot, head)
  const takenIn = new Float64Array(Math.abs(foot - head) + 1).fill(NaN)
  const isTurned = isVertical(u)
  for (let i = from; i <= to; i++) {
    const value = line.values[i]!
    if (Number.isNaN(value)) continue
    const x = Math.round(u.valToPos(line.times[i]!, 'x', true))
    const y = Math.round(u.valToPos(value, scale, true))
    // Of those beyond the axis none is seen.
    if (takenIn[y - first] === x) continue
    takenIn[y - first] = x
    addSymbol(fill, symbol, isTurned ? { x: y, y: x } : { x, y }, radius)
  }
  return { stroke: width > 0 ? fill : null, fill, clip, flags: CLIP_BOTH }
}
