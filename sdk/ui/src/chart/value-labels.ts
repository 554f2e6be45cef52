import uPlot from 'uplot'
import type { PlotLine } from './plot-line.ts'
import { havePointsRoom, inView } from './point-paths.ts'

/** Between the texts of two points, in pixels. */
const BETWEEN = 4
const ABOVE = 6
/** Points closer than this have no room for texts at all. */
const LEAST_SPACE = 8

/** Writes the values of a line above its points; a text that would lie over the one before it is left out. */
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
  ctx.font = look.font.replace(/\d+px/, (size) => `${Number.parseInt(size, 10) * uPlot.pxRatio}px`)
  ctx.fillStyle = look.color
  ctx.textAlign = 'center'
  ctx.textBaseline = 'bottom'
  let end = -Infinity
  for (let i = from; i <= to; i++) {
    const value = line.values[i]!
    if (Number.isNaN(value)) continue
    const text = look.textOf(line.told[i]!)
    const half = ctx.measureText(text).width / 2
    const x = u.valToPos(line.times[i]!, 'x', true)
    if (x - half < end) continue
    end = x + half + BETWEEN * uPlot.pxRatio
    ctx.fillText(text, x, u.valToPos(value, scale, true) - ABOVE * uPlot.pxRatio)
  }
  ctx.restore()
}
