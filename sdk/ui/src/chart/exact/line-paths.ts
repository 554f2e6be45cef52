import type uPlot from 'uplot'
import type { Extremes } from './block-levels.ts'
import { createPathBuilder, type Drawing } from './path-builder.ts'
import { firstWhere, firstWhereNear } from './search.ts'
import type { ExactSource } from './source.ts'

/** From so many points a pixel on uPlot draws each column of pixels by its first, lowest, highest and last value. */
const DENSE = 4

/**
 * Draws a straight line from point to point, pixel for pixel as uPlot's own builder does from all points, but in time
 * that depends on the width of the plot and hardly on the number of points. For `paths` of a series.
 */
export function exactLine(source: ExactSource): uPlot.Series.PathBuilder {
  return createPathBuilder(source, { trace, gapShift: 0 })
}

function trace(drawing: Drawing, stroke: Path2D): void {
  const { first, last, width } = drawing
  if (last - first >= width * DENSE) traceColumns(drawing, stroke)
  else tracePoints(drawing, stroke)
}

function tracePoints({ pyramid, times, first, last, pixelX, pixelY }: Drawing, stroke: Path2D): void {
  const { values } = pyramid
  for (let i = first; i <= last; i++) {
    const value = values[i]!
    if (!Number.isNaN(value)) stroke.lineTo(pixelX(times[i]!), pixelY(value))
  }
}

/**
 * uPlot's columns of pixels are no fixed grid: one ends at the first time at or past the next pixel, which is where the
 * next begins. So they are walked, by search instead of point by point.
 */
function traceColumns({ pyramid, times, first, last, pixelX, pixelY, timeAt }: Drawing, stroke: Path2D): void {
  const { values } = pyramid
  const range: Extremes = { low: 0, high: 0 }
  let column = pixelX(times[first]!)
  for (let start = first, step = 1; start <= last;) {
    const edge = timeAt(column + 1)
    let end = firstWhereNear(start + 1, last + 1, start + step, (i) => times[i]! >= edge)
    let next = end <= last ? pixelX(times[end]!) : Infinity
    if (next === column) {
      // Where the plot does not begin at a whole pixel, the two ways to reckon differ.
      end = firstWhere(end, last + 1, (i) => pixelX(times[i]!) > column)
      next = end <= last ? pixelX(times[end]!) : Infinity
    }
    const entry = pyramid.next(start)
    const exit = pyramid.previous(end - 1)
    if (entry <= exit) {
      const entryY = pixelY(values[entry]!)
      stroke.lineTo(column, entryY)
      if (entry < exit) {
        pyramid.extremes(entry, exit + 1, range)
        const exitY = pixelY(values[exit]!)
        const lowY = pixelY(range.low)
        const highY = pixelY(range.high)
        if (lowY !== highY) {
          if (entryY !== lowY && exitY !== lowY) stroke.lineTo(column, lowY)
          if (entryY !== highY && exitY !== highY) stroke.lineTo(column, highY)
          stroke.lineTo(column, exitY)
        }
      }
    }
    step = end - start
    start = end
    column = next
  }
}
