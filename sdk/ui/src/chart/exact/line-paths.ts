import type uPlot from 'uplot'
import type { Extremes } from './block-levels.ts'
import { columnsOf } from './columns.ts'
import { createPathBuilder, type Drawing } from './path-builder.ts'
import type { ExactSource } from './source.ts'

/** From so many points a pixel on uPlot draws each column of pixels by its first, lowest, highest and last value. */
const DENSE = 4

/**
 * Draws a straight line from point to point, pixel for pixel as uPlot's own builder does from all points, but in time
 * that depends on the width of the plot and hardly on the number of points. For `paths` of a series.
 */
export function exactLine(source: ExactSource): uPlot.Series.PathBuilder {
  return createPathBuilder(source, { trace: traceLine, gapShift: 0 })
}

/** Straight from point to point. */
export function traceLine(drawing: Drawing, stroke: Path2D): void {
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

function traceColumns(drawing: Drawing, stroke: Path2D): void {
  const { pyramid, pixelY } = drawing
  const { values } = pyramid
  const { count, starts, pixels } = columnsOf(drawing)
  const range: Extremes = { low: 0, high: 0 }
  for (let c = 0; c < count; c++) {
    const entry = pyramid.next(starts[c]!)
    const exit = pyramid.previous(starts[c + 1]! - 1)
    if (entry > exit) continue
    const column = pixels[c]!
    const entryY = pixelY(values[entry]!)
    stroke.lineTo(column, entryY)
    if (entry === exit) continue
    pyramid.extremes(entry, exit + 1, range)
    const exitY = pixelY(values[exit]!)
    const lowY = pixelY(range.low)
    const highY = pixelY(range.high)
    if (lowY === highY) continue
    if (entryY !== lowY && exitY !== lowY) stroke.lineTo(column, lowY)
    if (entryY !== highY && exitY !== highY) stroke.lineTo(column, highY)
    stroke.lineTo(column, exitY)
  }
}
