import uPlot from 'uplot'
import type { ChartLayer } from '../layer.ts'
import type { AnnotationLane } from './annotation.ts'
import { areaOf, isSameArea, type PlotArea } from './plot-area.ts'

export interface AnnotationStyle {
  /** In CSS pixels; 0 draws no lines. */
  readonly lineWidth: number
  /** 0 to 1. */
  readonly regionOpacity: number
}

/**
 * Draws annotations behind the series: a dashed line at each moment, a tinted area over each stretch. `place` is told
 * where the plot lies whenever that changes, so that the marks below it can stand there.
 */
export function createAnnotationLayer(
  lanes: readonly AnnotationLane[],
  { lineWidth, regionOpacity }: AnnotationStyle,
  place: (area: PlotArea) => void,
): ChartLayer {
  let area: PlotArea | undefined
  const marks = lanes.flatMap((lane) => lane.marks)
  return {
    place: 'below',
    draw(u, ctx, { foot, head }) {
      const now = areaOf(u)
      if (!isSameArea(area, now)) place((area = now))
      const line = (x: number) => {
        ctx.moveTo(x, foot)
        ctx.lineTo(x, head)
      }
      ctx.lineWidth = lineWidth * uPlot.pxRatio
      ctx.setLineDash([4 * uPlot.pxRatio, 4 * uPlot.pxRatio])
      for (const { time, timeEnd, color } of marks) {
        if (time > now.to || (timeEnd ?? time) < now.from) continue
        const x = Math.round(u.valToPos(time, 'x', true))
        ctx.strokeStyle = ctx.fillStyle = color
        ctx.beginPath()
        if (timeEnd !== undefined) {
          const end = Math.round(u.valToPos(timeEnd, 'x', true))
          ctx.globalAlpha = regionOpacity
          ctx.fillRect(x, foot, Math.max(1, end - x), head - foot)
          line(end)
        }
        line(x)
        ctx.globalAlpha = 0.9
        if (lineWidth > 0) ctx.stroke()
      }
    },
  }
}
