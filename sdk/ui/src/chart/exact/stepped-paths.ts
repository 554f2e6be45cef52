import type uPlot from 'uplot'
import type { Extremes } from './block-levels.ts'
import { createPathBuilder, type Drawing } from './path-builder.ts'
import { firstWhere } from './search.ts'
import type { ExactSource } from './source.ts'

/**
 * Draws steps: with `align` 1 a value holds until the next point, with -1 since the point before. As uPlot's own builder
 * does from all points, but for some pixels at the edges of dense strokes, which depend on how often they are drawn over.
 * For `paths` of a series.
 */
export function exactStepped(source: ExactSource, align: 1 | -1): uPlot.Series.PathBuilder {
  return createPathBuilder(source, {
    trace: (drawing, stroke) => trace(drawing, align, stroke),
    gapShift: align / 2,
  })
}

function trace({ pyramid, times, first, last, pixelX, pixelY }: Drawing, align: 1 | -1, stroke: Path2D): void {
  const { values } = pyramid
  const range: Extremes = { low: 0, high: 0 }
  let previousX = pixelX(times[first]!)
  let previousY = pixelY(values[first]!)
  stroke.lineTo(previousX, previousY)
  for (let start = first; start <= last;) {
    const column = pixelX(times[start]!)
    const end = firstWhere(start + 1, last + 1, (i) => pixelX(times[i]!) > column)
    const entry = pyramid.next(start)
    const exit = pyramid.previous(end - 1)
    if (entry <= exit) {
      const entryY = pixelY(values[entry]!)
      if (align === 1) stroke.lineTo(column, previousY)
      else stroke.lineTo(previousX, entryY)
      stroke.lineTo(column, entryY)
      previousX = column
      previousY = entryY
      if (entry < exit) {
        pyramid.extremes(entry, exit + 1, range)
        const exitY = pixelY(values[exit]!)
        const lowY = pixelY(range.low)
        const highY = pixelY(range.high)
        if (entryY !== lowY && exitY !== lowY) stroke.lineTo(column, lowY)
        if (entryY !== highY && exitY !== highY) stroke.lineTo(column, highY)
        if (lowY !== highY) stroke.lineTo(column, exitY)
        previousY = exitY
      }
    }
    start = end
  }
}
