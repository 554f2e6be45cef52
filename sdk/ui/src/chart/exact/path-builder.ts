import uPlot from 'uplot'
import { transposed } from '../orientation.ts'
import { toBandClip, toBandDirections } from './bands.ts'
import { visibleGaps } from './gaps.ts'
import type { Pyramid } from './pyramid.ts'
import { indexesInView } from './search.ts'
import type { ExactSource } from './source.ts'

/** What uPlot's own path builders use and its types leave out; they are those of 1.6.32. */
export interface SeriesInternals {
  readonly pxRound: (pixel: number) => number
  readonly fillTo: (u: uPlot, series: number, min: unknown, max: unknown, band: number) => number
  readonly gaps: (u: uPlot, series: number, from: number, to: number, gaps: uPlot.Series.Gaps) => uPlot.Series.Gaps
}

/** What is drawn, and where. All pixels are of the canvas. */
export interface Drawing {
  readonly pyramid: Pyramid
  readonly times: Float64Array
  /** The points to draw: those in view and one beyond each edge. Both hold values. */
  readonly first: number
  readonly last: number
  readonly width: number
  /** What the columns of pixels depend on, besides the times. */
  readonly view: {
    readonly min: number
    readonly max: number
    readonly left: number
    readonly width: number
    readonly distribution: number | undefined
    /** Of a custom time axis: how far along it a time stands. */
    readonly forward: ((time: number) => number) | undefined
    readonly round: (pixel: number) => number
  }
  /** The ends of the value axis. */
  readonly values: { readonly min: number; readonly max: number }
  readonly top: number
  readonly height: number
  readonly lineWidth: number
  readonly pixelX: (time: number) => number
  readonly pixelY: (value: number) => number
  /** The time at which a column of pixels begins, to uPlot's own rounding. */
  readonly timeAt: (pixel: number) => number
}

export interface PathStyle {
  /** Draws the points from `first` to `last`. */
  readonly trace: (drawing: Drawing, stroke: Path2D) => void
  /** How far a gap is moved to the right, as a share of the line's width. */
  readonly gapShift: number
}

// Of uPlot: a fill is cut by the bands, a line is not.
const BAND_CUTS_FILL = 1

const LINEAR = 1
const HORIZONTAL = 0

/** Makes paths of what is to be drawn; undefined where there is nothing. */
type PathMaker = (
  u: uPlot,
  index: number,
  drawing: Drawing | undefined,
  series: uPlot.Series & SeriesInternals,
) => uPlot.Series.Paths

/**
 * Finds what of a column is to be drawn. It is drawn with time to the right; where time runs downwards, uPlot gives all
 * measures the other way round, and the paths are turned at the end.
 */
export function buildFrom(source: ExactSource, make: PathMaker): uPlot.Series.PathBuilder {
  return (u, index, from, to) =>
    uPlot.orient(u, index, (series, dataX, _dataY, scaleX, scaleY, toX, toY, left, top, width, height) => {
      const { pyramid } = source
      const internal = series as uPlot.Series & SeriesInternals
      // uPlot takes typed arrays as they are; its types of this callback do not say so.
      const times = source.times ?? (dataX as unknown as Float64Array)
      const [first, last] = outermost(source, from, to, scaleX)
      const made = (drawing: Drawing | undefined) => {
        const paths = make(u, index, drawing, internal)
        return paths && scaleX.ori !== HORIZONTAL ? toTransposed(paths) : paths
      }
      if (first > last) return made(undefined)

      const { pxRound } = internal
      const pixelX = toPixels(scaleX, { start: left, length: width, round: pxRound, toPixel: toX })
      const pixelY = toPixels(scaleY, { start: top, length: height, round: pxRound, toPixel: toY })
      const timeAt = (pixel: number) => u.posToVal(pixel, 'x', true)
      const lineWidth = (series.width ?? 1) * uPlot.pxRatio
      const { min, max, distr: distribution, fwd: forward } = scaleX
      const view = { min: min!, max: max!, left, width, distribution, forward, round: pxRound }
      const values = { min: scaleY.min!, max: scaleY.max! }
      const drawing = {
        pyramid,
        times,
        first,
        last,
        width,
        view,
        values,
        top,
        height,
        lineWidth,
        pixelX,
        pixelY,
        timeAt,
      }
      return made(drawing)
    })
}

/** A builder of lines and of the areas between them. */
export function createPathBuilder(source: ExactSource, { trace, gapShift }: PathStyle): uPlot.Series.PathBuilder {
  return buildFrom(source, (u, index, drawing, series) => {
    const stroke = new Path2D()
    const paths: uPlot.Series.Paths = { stroke, fill: null, clip: null, flags: BAND_CUTS_FILL }
    if (!drawing) return paths
    const { pyramid, times, first, last, view, top, height, lineWidth, pixelX, pixelY } = drawing
    trace(drawing, stroke)

    const { fill, clip } = toBandDirections(u, index)
    const ends = { from: pixelX(times[first]!), to: pixelX(times[last]!) }
    if (series.fill != null || fill !== 0) {
      const floor = pixelY(series.fillTo(u, index, series.min, series.max, fill))
      paths.fill = new Path2D(stroke)
      paths.fill.lineTo(ends.to, floor)
      paths.fill.lineTo(ends.from, floor)
    }
    if (!series.spanGaps) {
      const shift = gapShift * lineWidth
      const gaps = visibleGaps(pyramid, times, first, last, pixelX)
      for (const gap of gaps) {
        gap[0] += shift
        gap[1] += shift
      }
      paths.gaps = series.gaps(u, index, first, last, gaps)
      paths.clip = uPlot.clipGaps(paths.gaps, 0, view.left, top, view.width, height)
    }
    if (clip.length > 0) {
      const { min, max } = drawing.values
      const start = { ...ends, y: pixelY(pyramid.values[first]!) }
      const clips = clip.map((side) => toBandClip(stroke, start, pixelY(side === 1 ? max : min)))
      paths.band = clips.length === 2 ? [clips[0]!, clips[1]!] : clips[0]!
    }
    return paths
  })
}

function toTransposed(paths: uPlot.Series.Paths): uPlot.Series.Paths {
  const { stroke, fill, clip, band } = paths
  return {
    ...paths,
    stroke: turnInk(stroke),
    fill: turnInk(fill),
    ...(clip && { clip: transposed(clip) }),
    ...(band && { band: Array.isArray(band) ? [transposed(band[0]), transposed(band[1])] : transposed(band) }),
  }
}

type Ink = uPlot.Series.Paths['stroke']

const turnInk = (ink: Ink): NonNullable<Ink> | null =>
  ink instanceof Map
    ? new Map([...ink].map(([color, path]) => [color, transposed(path)]))
    : ink
      ? transposed(ink)
      : null

/** Points in view and one beyond each edge, widened to the nearest that hold values. */
function outermost({ pyramid, times }: ExactSource, from: number, to: number, scale: uPlot.Scale): [number, number] {
  const { length } = pyramid.values
  if (length === 0) return [0, -1]
  if (times) {
    const [start, end] = indexesInView(times, scale.min!, scale.max!)
    from = Math.max(0, start - 1)
    to = Math.min(length - 1, end + 1)
  }
  const before = pyramid.previous(from)
  const after = pyramid.next(to)
  return [before >= 0 ? before : pyramid.next(from), after < length ? after : pyramid.previous(to)]
}

interface Side {
  readonly start: number
  readonly length: number
  readonly round: (pixel: number) => number
  readonly toPixel: uPlot.ValToPos
}

/** uPlot's own conversion; of plain axes its arithmetic written out, number for number, for it takes most of the time. */
function toPixels(scale: uPlot.Scale, { start, length, round, toPixel }: Side): (value: number) => number {
  const { distr, dir, ori } = scale
  if (distr !== LINEAR) return (value) => round(toPixel(value, scale, length, start))
  const min = scale.min!
  const span = scale.max! - min
  return (ori === HORIZONTAL) === (dir === 1)
    ? (value) => round(start + length * ((value - min) / span))
    : (value) => round(start + length * (1 - (value - min) / span))
}
