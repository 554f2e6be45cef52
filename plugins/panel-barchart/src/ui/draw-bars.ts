import type { PlacedAxis } from '../bars/axis-layout.ts'
import type { BarPicture, Box, PlacedBar } from '../bars/layout.ts'
import type { ThresholdMarks } from '../bars/thresholds.ts'
import { inksOf, type BarPaint } from './bar-paint.ts'

export interface BarStyle {
  /** Bars of one paint are drawn at once: keep the object for those that are painted alike. */
  readonly paintOf: (bar: PlacedBar) => BarPaint
  /** Texts at bars; undefined where there is none. */
  readonly textOf: (bar: PlacedBar) => string | undefined
  /** Share of a bar's width. */
  readonly radius: number
  readonly thresholds: readonly ThresholdMarks[]
  /** Of names and of values at bars, in CSS pixels. */
  readonly sizes: { readonly title: number; readonly value: number; readonly mark: number }
  readonly ink: { readonly text: string; readonly axis: string; readonly grid: string }
  /** A CSS font family. */
  readonly font: string
}

/** Draws bars, axes and texts on a canvas that is scaled to CSS pixels. */
export function drawBars(ctx: CanvasRenderingContext2D, picture: BarPicture, style: BarStyle) {
  drawBehind(ctx, picture, style)
  drawRectangles(ctx, picture, style)
  drawAxes(ctx, picture, style)
  drawTexts(ctx, picture, style)
}

function line(ctx: CanvasRenderingContext2D, { plot, isUpright }: BarPicture, at: number) {
  ctx.beginPath()
  if (isUpright) {
    ctx.moveTo(plot.left, at)
    ctx.lineTo(plot.left + plot.width, at)
  } else {
    ctx.moveTo(at, plot.top)
    ctx.lineTo(at, plot.top + plot.height)
  }
  ctx.stroke()
}

const toPixel = ({ plot, isUpright }: BarPicture, at: number) =>
  isUpright ? plot.top + plot.height * (1 - at) : plot.left + plot.width * at

function drawBehind(ctx: CanvasRenderingContext2D, picture: BarPicture, { thresholds, ink }: BarStyle) {
  const { plot, isUpright, axes } = picture
  ctx.globalAlpha = 0.1
  for (const { from, to, color } of thresholds.flatMap(({ bands }) => bands)) {
    ctx.fillStyle = color
    const [near, far] = [toPixel(picture, from), toPixel(picture, to)]
    if (isUpright) ctx.fillRect(plot.left, far, plot.width, near - far)
    else ctx.fillRect(near, plot.top, far - near, plot.height)
  }
  ctx.globalAlpha = 1
  ctx.lineWidth = 1
  ctx.strokeStyle = ink.grid
  for (const { hasGrid, marks } of axes)
    if (hasGrid) for (const mark of marks) line(ctx, picture, Math.round(mark.line) + 0.5)
  for (const { at, color, isDashed } of thresholds.flatMap(({ lines }) => lines)) {
    ctx.setLineDash(isDashed ? [6, 4] : [])
    ctx.strokeStyle = color
    line(ctx, picture, toPixel(picture, at))
  }
  ctx.setLineDash([])
}

/** Bars of one paint are one path. */
function drawRectangles(ctx: CanvasRenderingContext2D, picture: BarPicture, { paintOf, radius }: BarStyle) {
  const { bars, isUpright, plot } = picture
  const paths = new Map<BarPaint, Path2D>()
  for (const one of bars) {
    const own = paintOf(one)
    let path = paths.get(own)
    if (!path) paths.set(own, (path = new Path2D()))
    const inset = Math.min(own.lineWidth / 2, one.width / 4, one.height / 4)
    const { left, top, width, height } = shrink(one, inset)
    const round = radius * Math.min(isUpright ? width : height, isUpright ? height * 2 : width * 2)
    if (round > 0) path.roundRect(left, top, width, height, cornersOf(one, isUpright, round))
    else path.rect(left, top, width, height)
  }
  ctx.save()
  ctx.beginPath()
  ctx.rect(plot.left, plot.top, plot.width, plot.height)
  ctx.clip()
  for (const [paint, path] of paths) {
    const { fill, stroke } = inksOf(ctx, picture, paint)
    ctx.lineWidth = paint.lineWidth
    ctx.fillStyle = fill
    ctx.strokeStyle = stroke
    ctx.fill(path)
    if (paint.lineWidth > 0) ctx.stroke(path)
  }
  ctx.restore()
}

const shrink = ({ left, top, width, height }: Box, by: number): Box => ({
  left: left + by,
  top: top + by,
  width: Math.max(0.5, width - 2 * by),
  height: Math.max(0.5, height - 2 * by),
})

/** Only the far end of a bar is round. From the upper left corner, clockwise. */
function cornersOf({ bar }: PlacedBar, isUpright: boolean, round: number): number[] {
  const grows = bar.to >= (Number.isNaN(bar.from) ? 0 : bar.from)
  if (isUpright) return grows ? [round, round, 0, 0] : [0, 0, round, round]
  return grows ? [0, round, round, 0] : [round, 0, 0, round]
}

function drawAxes(ctx: CanvasRenderingContext2D, picture: BarPicture, { ink, font, sizes }: BarStyle) {
  const { isUpright, axes, names, rotation } = picture
  ctx.textBaseline = 'middle'
  ctx.font = `${sizes.mark}px ${font}`
  for (const axis of axes) if (!axis.isHidden) drawAxis(ctx, axis, picture, ink.axis)
  ctx.fillStyle = ink.axis
  ctx.font = `${sizes.title}px ${font}`
  const turn = (rotation * Math.PI) / 180
  for (const { text, x, y } of names) {
    ctx.save()
    ctx.translate(x, isUpright ? y + (turn === 0 ? (sizes.title + 5) / 2 : 4) : y)
    ctx.rotate(turn)
    ctx.textAlign = !isUpright || rotation < 0 ? 'right' : rotation > 0 ? 'left' : 'center'
    ctx.fillText(text, 0, 0)
    ctx.restore()
  }
}

function drawAxis(ctx: CanvasRenderingContext2D, axis: PlacedAxis, { isUpright, plot }: BarPicture, usual: string) {
  const { marks, label, edge, isOpposite, hasBorder, color = usual } = axis
  ctx.fillStyle = ctx.strokeStyle = color
  ctx.textAlign = isUpright ? (isOpposite ? 'left' : 'right') : 'center'
  for (const { text, x, y } of marks) ctx.fillText(text, x, y)
  if (hasBorder) {
    const at = Math.round(edge) + 0.5
    ctx.beginPath()
    if (isUpright) {
      ctx.moveTo(at, plot.top)
      ctx.lineTo(at, plot.top + plot.height)
    } else {
      ctx.moveTo(plot.left, at)
      ctx.lineTo(plot.left + plot.width, at)
    }
    ctx.lineWidth = 1
    ctx.stroke()
  }
  if (!label) return
  ctx.save()
  ctx.textAlign = 'center'
  ctx.translate(label.x, label.y)
  if (isUpright) ctx.rotate(-Math.PI / 2)
  ctx.fillText(label.text, 0, 0)
  ctx.restore()
}

/** Texts beyond the ends of bars. */
function drawTexts(
  ctx: CanvasRenderingContext2D,
  { bars, isUpright }: BarPicture,
  { textOf, ink, font, sizes }: BarStyle,
) {
  const away = (sizes.value + 5) / 2
  ctx.font = `${sizes.value}px ${font}`
  ctx.fillStyle = ink.text
  ctx.textBaseline = 'middle'
  for (const one of bars) {
    const text = textOf(one)
    if (text === undefined) continue
    const grows = one.bar.to >= (Number.isNaN(one.bar.from) ? 0 : one.bar.from)
    ctx.textAlign = isUpright ? 'center' : grows ? 'left' : 'right'
    if (isUpright) ctx.fillText(text, one.left + one.width / 2, grows ? one.top - away : one.top + one.height + away)
    else ctx.fillText(text, grows ? one.left + one.width + 4 : one.left - 4, one.top + one.height / 2)
  }
}
