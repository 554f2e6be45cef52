import uPlot from 'uplot'
import type { ChartLayer } from '../layer.ts'
import { firstFrom } from '../nearest.ts'
import { lyingPlot } from '../orientation.ts'
import type { ExemplarPoints } from './exemplar.ts'

export interface ExemplarStyle {
  /** A named or CSS colour, of those that no override gives another. */
  readonly color: string
  /** The CSS colour of a colour. */
  readonly resolve: (color: string) => string
  /** A CSS colour that sets them off from what lies below. */
  readonly outline: string
  /** Where a value stands on the scale of the first series; the value itself by default. */
  readonly toPlace?: ((value: number) => number) | undefined
}

/** Half of a diamond's width, and how near the pointer must be; CSS pixels. */
const HALF = 4
const REACH = 8
/** Of those within a square of so many CSS pixels one is drawn. */
const GRAIN = 20

/** Exemplars as diamonds. Where many crowd, one of each few pixels is drawn and told: ten thousand cost as a hundred do. */
export function createExemplarLayer(points: ExemplarPoints, style: ExemplarStyle): ChartLayer {
  const { color: usual, resolve, outline, toPlace = (value: number) => value } = style
  let drawn: { readonly index: number; readonly left: number; readonly top: number }[] = []

  function arrange(u: uPlot) {
    const { min = 0, max = 0 } = u.scales['x'] ?? {}
    const { length, foot, head } = lyingPlot(u)
    const width = length / uPlot.pxRatio
    const height = Math.abs(foot - head) / uPlot.pxRatio
    const scale = u.series[1]?.scale ?? 'y'
    const taken = new Set<number>()
    const columns = Math.ceil(width / GRAIN) + 1
    drawn = []
    for (let index = firstFrom(points.times, min); index < points.times.length; index++) {
      if (points.times[index]! > max) break
      const left = u.valToPos(points.times[index]!, 'x')
      const top = u.valToPos(toPlace(points.values[index]!), scale)
      // A value beyond the axis has no place.
      if (!(top >= 0 && top <= height)) continue
      const key = Math.round(top / GRAIN) * columns + Math.round(left / GRAIN)
      if (taken.has(key)) continue
      taken.add(key)
      drawn.push({ index, left, top })
    }
  }

  return {
    draw(u, ctx, { start, foot, head }) {
      arrange(u)
      const ratio = uPlot.pxRatio
      const half = HALF * ratio
      ctx.strokeStyle = outline
      ctx.lineWidth = ratio
      const colors = drawn.map(({ index }) => points.colorOf(index) ?? usual)
      for (const color of new Set(colors)) {
        ctx.fillStyle = resolve(color)
        ctx.beginPath()
        for (const [i, one] of drawn.entries()) {
          if (colors[i] !== color) continue
          const x = start + one.left * ratio
          const y = Math.min(foot, head) + one.top * ratio
          ctx.moveTo(x, y - half)
          ctx.lineTo(x + half, y)
          ctx.lineTo(x, y + half)
          ctx.lineTo(x - half, y)
          ctx.closePath()
        }
        ctx.fill()
        ctx.stroke()
      }
    },
    at(_, place, byTime) {
      let nearest: (typeof drawn)[number] | undefined
      let least = REACH
      for (const one of drawn) {
        const away = Math.hypot(one.left - place.left, byTime ? 0 : one.top - place.top)
        if (away > least) continue
        least = away
        nearest = one
      }
      return nearest && points.tell(nearest.index)
    },
  }
}
