import type uPlot from 'uplot'
import { traceLine } from './line-paths.ts'
import { createPathBuilder, type Drawing } from './path-builder.ts'
import type { ExactSource } from './source.ts'

/**
 * Draws a curve through all points that goes up and down only where they do. Where there is more than one point a pixel no
 * curve could be seen: there it is the straight line. For `paths` of a series.
 */
export function smoothLine(source: ExactSource): uPlot.Series.PathBuilder {
  return createPathBuilder(source, { trace, gapShift: 0 })
}

function trace(drawing: Drawing, stroke: Path2D): void {
  const { first, last, width } = drawing
  if (last - first >= width) traceLine(drawing, stroke)
  else traceCurve(toPoints(drawing), stroke)
}

interface Point {
  readonly x: number
  readonly y: number
}

function toPoints({ pyramid, times, first, last, pixelX, pixelY }: Drawing): readonly Point[] {
  const points: Point[] = []
  for (let i = first; i <= last; i++) {
    const value = pyramid.values[i]!
    if (!Number.isNaN(value)) points.push({ x: pixelX(times[i]!), y: pixelY(value) })
  }
  return points
}

const slopeOf = (from: Point, to: Point) => (to.x === from.x ? 0 : (to.y - from.y) / (to.x - from.x))

/**
 * Steffen's tangents: at a turning point level, elsewhere that of the parabola through the neighbours, held so that the
 * curve between two points never leaves them.
 */
function tangentAt(points: readonly Point[], i: number): number {
  const [before, here, after] = [points[i - 1], points[i]!, points[i + 1]]
  if (!before || !after) return before ? slopeOf(before, here) : after ? slopeOf(here, after) : 0
  const left = slopeOf(before, here)
  const right = slopeOf(here, after)
  if (left * right <= 0) return 0
  const [a, b] = [here.x - before.x, after.x - here.x]
  const middle = Math.abs((left * b + right * a) / (a + b))
  return Math.sign(left) * 2 * Math.min(Math.abs(left), Math.abs(right), middle / 2)
}

function traceCurve(points: readonly Point[], stroke: Path2D): void {
  const [start] = points
  if (!start) return
  stroke.lineTo(start.x, start.y)
  let tangent = tangentAt(points, 0)
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1]!, points[i]!]
    const next = tangentAt(points, i)
    const third = (to.x - from.x) / 3
    stroke.bezierCurveTo(from.x + third, from.y + tangent * third, to.x - third, to.y - next * third, to.x, to.y)
    tangent = next
  }
}
