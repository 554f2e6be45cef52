import uPlot from 'uplot'
import { isVertical } from './orientation.ts'
import type { PlotLine } from './plot-line.ts'
import { havePointsRoom, inView } from './point-paths.ts'

/** Between the texts of two points, in pixels. */
const BETWEEN = 4
const BESIDE = 6
/** Points closer than this have no room for texts at all. */
const LEAST_SPACE = 8

/** Writes the values of a line beyond its points; a text that would lie over the one before it is left out. */
export function drawValueLabels(
  u: uPlot,
  index: number,
  line: PlotLine,
  look: { readonly font: string; readonly color: string; readonly textOf: (value: number) => string },
): void {
  const { ctx } = u
  const scale = u.series[index + 1]?.scale ?? 'y'
  if (!havePointsRoom(u, line, LEAST_SPACE)) return
  const [from, to] = inView(u, line)
  ctx.save()
  const fontSize = Number.parseInt(look.font, 10) * uPlot.pxRatio
  const isTurned = isVertical(u)
  ctx.font = look.font.replace(/\d+px/, `${fontSize}px`)
  ctx.fillStyle = look.color
  ctx.textAlign = isTurned ? 'left' : 'center'
  ctx.textBaseline = isTurned ? 'middle' : 'bottom'
  let end = -Infinity
  for (let i = from; i <= to; i++) {
    const value = line.values[i]!
    if (Number.isNaN(value)) continue
    const text = look.textOf(line.told[i]!)
    const half = (isTurned ? fontSize : ctx.measureText(text).width) / 2
    const along = u.valToPos(line.times[i]!, 'x', true)
    if (along - half < end) continue
    end = along + half + BETWEEN * uPlot.pxRatio
    const across = u.valToPos(value, scale, true)
    const beside = BESIDE * uPlot.pxRatio
    if (isTurned) ctx.fillText(text, across + beside, along)
    else ctx.fillText(text, along, across - beside)
  }
  ctx.restore()
}
