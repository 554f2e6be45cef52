import type uPlot from 'uplot'
import type { Extremes } from './block-levels.ts'
import { HairColumns } from './hair-columns.ts'
import { createPathBuilder, type Drawing } from './path-builder.ts'
import { firstWhereNear } from './search.ts'
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

function trace(drawing: Drawing, align: 1 | -1, stroke: Path2D): void {
  const { pyramid, times, first, last, pixelX, pixelY } = drawing
  const { values } = pyramid
  let previousX = pixelX(times[first]!)
  let previousY = pixelY(values[first]!)
  stroke.lineTo(previousX, previousY)
  const hair = drawing.lineWidth <= 1 ? new HairColumns(drawing, stroke) : undefined
  for (let start = first, step = 1; start <= last;) {
    const column = pixelX(times[start]!)
    const end = firstWhereNear(start + 1, last + 1, start + step, (i) => pixelX(times[i]!) > column)
    const entry = pyramid.next(start)
    const exit = pyramid.previous(end - 1)
    if (entry <= exit) {
      const entryY = pixelY(values[entry]!)
      if (align === 1) stroke.lineTo(column, previousY)
      else stroke.lineTo(previousX, entryY)
      stroke.lineTo(column, entryY)
      previousX = column
      previousY = pixelY(values[exit]!)
      if (hair) hair.draw(column, entryY, entry + 1, exit + 1)
      else for (const y of turns(drawing, entry, exit)) stroke.lineTo(column, y)
    }
    step = end - start
    start = end
  }
}

/**
 * Where a line that goes up and down a column of pixels must turn, from entry to exit, so that it covers what one through
 * all points does: a turn is rounded off, so an end of the column at which the line turns looks unlike one where it only
 * comes in or leaves.
 */
function turns({ pyramid, pixelY }: Drawing, entry: number, exit: number): number[] {
  const range: Extremes = { low: 0, high: 0 }
  const { values } = pyramid
  const entryY = pixelY(values[entry]!)
  const exitY = pixelY(values[exit]!)
  const isApart = (from: number, to: number, y: number) => {
    pyramid.extremes(from, to, range)
    return pixelY(range.low) !== y || pixelY(range.high) !== y
  }
  if (!isApart(entry, exit + 1, entryY)) return []
  // Between leaving the pixel of the first value and reaching that of the last.
  const from = firstWhereNear(entry + 1, exit, entry + 1, (i) => isApart(entry, i + 1, entryY))
  const to = firstWhereNear(from, exit, exit, (i) => !isApart(i, exit + 1, exitY))
  if (pyramid.next(from) >= to) return [exitY]
  pyramid.extremes(from, to, range)
  const low = pixelY(range.low)
  const high = pixelY(range.high)
  if (low === high) return [low, exitY]
  if (entryY === low || exitY === high) return exitY === low ? [high, low, high, low] : [high, low, exitY]
  return exitY === high ? [low, high, low, high] : [low, high, exitY]
}
