import type { BarPicture, Box, PlacedBar } from '../bars/layout.ts'

export interface BarStyle {
  readonly color: (bar: PlacedBar) => string
  /** Texts at bars; undefined where there is none. */
  readonly textOf: (bar: PlacedBar) => string | undefined
  /** 0 to 1. */
  readonly fill: number
  /** In CSS pixels. */
  readonly lineWidth: number
  /** Share of a bar's width. */
  readonly radius: number
  readonly hasGrid: boolean
  /** Behind the bars, from one place of the value axis (0 to 1) up to another. */
  readonly bands: readonly { readonly from: number; readonly to: number; readonly color: string }[]
  readonly lines: readonly { readonly at: number; readonly color: string }[]
  readonly ink: { readonly text: string; readonly axis: string; readonly grid: string }
  readonly font: string
}

/** Draws bars, axes and texts on a canvas that is scaled to CSS pixels. */
export function drawBars(ctx: CanvasRenderingContext2D, picture: BarPicture, style: BarStyle) {
  ctx.font = style.font
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

function drawBehind(ctx: CanvasRenderingContext2D, picture: BarPicture, { bands, lines, hasGrid, ink }: BarStyle) {
  const { plot, isUpright, marks } = picture
  ctx.globalAlpha = 0.1
  for (const { from, to, color } of bands) {
    ctx.fillStyle = color
    const [near, far] = [toPixel(picture, from), toPixel(picture, to)]
    if (isUpright) ctx.fillRect(plot.left, far, plot.width, near - far)
    else ctx.fillRect(near, plot.top, far - near, plot.height)
  }
  ctx.globalAlpha = 1
  ctx.lineWidth = 1
  ctx.strokeStyle = ink.grid
  if (hasGrid) for (const mark of marks) line(ctx, picture, Math.round(mark.line) + 0.5)
  ctx.setLineDash([6, 4])
  for (const { at, color } of lines) {
    ctx.strokeStyle = color
    line(ctx, picture, toPixel(picture, at))
  }
  ctx.setLineDash([])
}

/** Bars of one colour are one path. */
function drawRectangles(
  ctx: CanvasRenderingContext2D,
  { bars, isUpright, plot }: BarPicture,
  { color, fill, lineWidth, radius }: BarStyle,
) {
  const paths = new Map<string, Path2D>()
  for (const one of bars) {
    const own = color(one)
    let path = paths.get(own)
    if (!path) paths.set(own, (path = new Path2D()))
    const inset = Math.min(lineWidth / 2, one.width / 4, one.height / 4)
    const { left, top, width, height } = shrink(one, inset)
    const round = radius * Math.min(isUpright ? width : height, isUpright ? height * 2 : width * 2)
    if (round > 0) path.roundRect(left, top, width, height, cornersOf(one, isUpright, round))
    else path.rect(left, top, width, height)
  }
  ctx.save()
  ctx.beginPath()
  ctx.rect(plot.left, plot.top, plot.width, plot.height)
  ctx.clip()
  ctx.lineWidth = lineWidth
  for (const [own, path] of paths) {
    ctx.fillStyle = ctx.strokeStyle = own
    ctx.globalAlpha = fill
    ctx.fill(path)
    ctx.globalAlpha = 1
    if (lineWidth > 0) ctx.stroke(path)
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

function drawAxes(ctx: CanvasRenderingContext2D, picture: BarPicture, { ink }: BarStyle) {
  const { isUpright, marks, names, rotation, label, isOpposite } = picture
  ctx.fillStyle = ink.axis
  ctx.textBaseline = 'middle'
  ctx.textAlign = isUpright ? (isOpposite ? 'left' : 'right') : 'center'
  for (const { text, x, y } of marks) ctx.fillText(text, x, y)
  const turn = (rotation * Math.PI) / 180
  for (const { text, x, y } of names) {
    ctx.save()
    ctx.translate(x, isUpright ? y + (turn === 0 ? 8 : 4) : y)
    ctx.rotate(turn)
    ctx.textAlign = !isUpright || rotation < 0 ? 'right' : rotation > 0 ? 'left' : 'center'
    ctx.fillText(text, 0, 0)
    ctx.restore()
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
function drawTexts(ctx: CanvasRenderingContext2D, { bars, isUpright }: BarPicture, { textOf, ink }: BarStyle) {
  ctx.fillStyle = ink.text
  ctx.textBaseline = 'middle'
  for (const one of bars) {
    const text = textOf(one)
    if (text === undefined) continue
    const grows = one.bar.to >= (Number.isNaN(one.bar.from) ? 0 : one.bar.from)
    ctx.textAlign = isUpright ? 'center' : grows ? 'left' : 'right'
    if (isUpright) ctx.fillText(text, one.left + one.width / 2, grows ? one.top - 8 : one.top + one.height + 8)
    else ctx.fillText(text, grows ? one.left + one.width + 4 : one.left - 4, one.top + one.height / 2)
  }
}
