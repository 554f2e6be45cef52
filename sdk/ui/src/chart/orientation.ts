import type uPlot from 'uplot'
import type { PlotPlace } from './layer.ts'

/** Where time runs: to the right with values upwards, or downwards with values to the right. */
export type Orientation = 'horizontal' | 'vertical'

const VERTICAL = 1

/** Whether time runs downwards. */
export const isVertical = ({ scales }: Pick<uPlot, 'scales'>): boolean => scales['x']?.ori === VERTICAL

/** Turns x into y and y into x. */
const TRANSPOSE: DOMMatrix2DInit = { a: 0, b: 1, c: 1, d: 0, e: 0, f: 0 }

/** A path with x and y swapped. */
export function transposed(path: Path2D): Path2D {
  const turned = new Path2D()
  turned.addPath(path, TRANSPOSE)
  return turned
}

/**
 * The plot in pixels of the canvas, as if time ran to the right: x goes along the time, y across it. Where it runs
 * downwards, that is the plot with x and y swapped.
 */
export interface LyingPlot {
  /** Where time begins, and how far it goes. */
  readonly start: number
  readonly length: number
  /** Where values begin and where they end: downwards or upwards. */
  readonly foot: number
  readonly head: number
}

export function lyingPlot(u: Pick<uPlot, 'bbox' | 'scales'>): LyingPlot {
  const { left, top, width, height } = u.bbox
  return isVertical(u)
    ? { start: top, length: height, foot: left, head: left + width }
    : { start: left, length: width, foot: top + height, head: top }
}

/** A place of the plot by its distance along the time (`left`) and across it (`top`), and back again. */
export const turnPlace = (u: uPlot, { left, top }: PlotPlace): PlotPlace =>
  isVertical(u) ? { left: top, top: left } : { left, top }

/** Draws as if time ran to the right; what is set on the context is taken back. There is no place for texts in this. */
export function drawLying(u: uPlot, draw: (context: CanvasRenderingContext2D, plot: LyingPlot) => void): void {
  const { ctx } = u
  ctx.save()
  if (isVertical(u)) ctx.transform(0, 1, 1, 0, 0, 0)
  draw(ctx, lyingPlot(u))
  ctx.restore()
}

/** What is selected along the time, or across it, from its lesser pixel. */
export function selectedOf(u: uPlot, way: 'along' | 'across'): { readonly from: number; readonly length: number } {
  const { left, top, width, height } = u.select
  return (way === 'along') === isVertical(u) ? { from: top, length: height } : { from: left, length: width }
}
