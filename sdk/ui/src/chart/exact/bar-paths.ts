import uPlot from 'uplot'
import type { Extremes } from './block-levels.ts'
import { buildFrom, type Drawing, type SeriesInternals } from './path-builder.ts'
import type { Pyramid } from './pyramid.ts'
import { firstWhereNear } from './search.ts'
import type { ExactSource } from './source.ts'

export interface BarSource extends ExactSource {
  /** Of a stack: what the bars stand on, at the same times, and whether they go downwards. */
  readonly stack?: { readonly below: Pyramid | undefined; readonly isDown: boolean }
}

export interface BarLook {
  /** Before its time (-1), around it (0) or after it (1). */
  readonly align: -1 | 0 | 1
  /** The share of the least distance between two times. */
  readonly share: number
  /** In CSS pixels. */
  readonly maxWidth: number
}

type Fill = string | CanvasGradient

/** What uPlot takes from paths in place of what the series says; its types leave it out. */
type BarPaths = uPlot.Series.Paths & { readonly _width: number }

/**
 * Draws a bar of whole pixels for each value, from zero or from the top of the bar on which it is stacked, with a rim as
 * wide as the line of the series. Where bars are no wider than a pixel, what shows of all of them is found by columns of
 * pixels: it is the same area to the pixel, in time that depends on the width of the plot. For `paths` of a series.
 */
export function exactBars(source: BarSource, look: BarLook): uPlot.Series.PathBuilder {
  return buildFrom(source, (u, index, drawing, series): BarPaths => {
    const area = new Path2D()
    const rim = new Path2D()
    // uPlot has made them of the functions that the series gives, just before; its types leave them out.
    const { _stroke, _fill } = series as unknown as { readonly _stroke: Fill | null; readonly _fill: Fill | null }
    if (drawing) {
      const floor = clamp(drawing.pixelY(floorOf(u, index, series)), drawing.top, drawing.top + drawing.height)
      const width = barWidth(drawing, look)
      if (width > 1) drawBars(drawing, { source, look, floor, width, area, rim })
      else drawColumns(drawing, source, floor, rim)
    }
    const fills = new Map<Fill, Path2D>()
    if (_fill) fills.set(_fill, area)
    if (_stroke) fills.set(_stroke, rim)
    // Bands are not for bars, and without a line nothing is moved off the whole pixels.
    return { stroke: null, fill: fills, clip: null, flags: 0, _width: 0 }
  })
}

const floorOf = (u: uPlot, index: number, { fillTo, min, max }: uPlot.Series & SeriesInternals) =>
  fillTo(u, index, min, max, 0)

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

const leastSteps = new WeakMap<Float64Array, number>()

/** The least distance between two times. */
function leastStep(times: Float64Array): number {
  let least = leastSteps.get(times)
  if (least === undefined) {
    least = Infinity
    for (let k = 1; k < times.length; k++) {
      const step = times[k]! - times[k - 1]!
      if (step > 0 && step < least) least = step
    }
    leastSteps.set(times, least)
  }
  return least
}

/** In pixels of the canvas. A bar that is alone has the room of a tenth of the plot. */
function barWidth({ times, view }: Drawing, { share, maxWidth }: BarLook): number {
  const { min, max, forward } = view
  const span = forward ? forward(max) - forward(min) : max - min
  const step = forward ? 1 : leastStep(times)
  const room = Number.isFinite(step) ? (step / span) * view.width : view.width / 10
  return Math.min(room * share, maxWidth * uPlot.pxRatio)
}

interface Bars {
  readonly source: BarSource
  readonly look: BarLook
  readonly floor: number
  readonly width: number
  readonly area: Path2D
  readonly rim: Path2D
}

function drawBars(drawing: Drawing, { source, look, floor, width, area, rim }: Bars) {
  const { pyramid, times, first, last, pixelX, pixelY, lineWidth, view } = drawing
  const { values } = pyramid
  const below = source.stack?.below?.values
  const before = (width * (1 - look.align)) / 2
  for (let i = first; i <= last; i++) {
    const value = values[i]!
    if (Number.isNaN(value)) continue
    const left = Math.round(pixelX(times[i]!) - before)
    const right = Math.max(left + 1, Math.round(left + width))
    if (right <= view.left || left >= view.left + view.width) continue
    const base = below ? pixelY(below[i]!) : floor
    const y = pixelY(value)
    if (y !== base) addBar(area, rim, { left, right, top: Math.min(y, base), bottom: Math.max(y, base) }, lineWidth)
  }
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The bar as an area, and its rim within it; one that is all rim is drawn as such. */
function addBar(area: Path2D, rim: Path2D, { left, right, top, bottom }: Box, lineWidth: number) {
  const edge = Math.round(lineWidth)
  const [width, height] = [right - left, bottom - top]
  if (width <= 2 * edge || height <= 2 * edge) {
    rim.rect(left, top, width, height)
    return
  }
  area.rect(left, top, width, height)
  if (edge === 0) return
  rim.rect(left, top, width, edge)
  rim.rect(left, bottom - edge, width, edge)
  rim.rect(left, top + edge, edge, height - 2 * edge)
  rim.rect(right - edge, top + edge, edge, height - 2 * edge)
}

/** What shows of bars of one pixel: of each column of pixels from the floor to the values furthest from it. */
function drawColumns(drawing: Drawing, { stack }: BarSource, floor: number, into: Path2D) {
  const { pyramid, times, first, last, pixelX, pixelY } = drawing
  const range: Extremes = { low: 0, high: 0 }
  const furthest = { low: 0, high: 0 }
  // Not uPlot's columns of a line, which end where the next pixel begins: a bar stands on the nearest pixel.
  for (let from = first, step = 1; from <= last;) {
    const column = pixelX(times[from]!)
    const to = firstWhereNear(from + 1, last + 1, from + step, (i) => pixelX(times[i]!) > column)
    const { low, high } = pyramid.extremes(from, to, range)
    if (low <= high) {
      const { low: lowBelow, high: highBelow } = stack?.below?.extremes(from, to, furthest) ?? furthest
      const base = stack?.below ? pixelY(stack.isDown ? lowBelow : highBelow) : floor
      const ends = stack ? [pixelY(stack.isDown ? low : high), base] : [pixelY(low), pixelY(high), base]
      const [top, bottom] = [Math.min(...ends), Math.max(...ends)]
      if (bottom > top) into.rect(column, top, 1, bottom - top)
    }
    step = to - from
    from = to
  }
}
