import type uPlot from 'uplot'
import { drawLying, type LyingPlot } from './orientation.ts'

export interface ThresholdMark {
  readonly value: number
  /** A CSS colour: of the line, and of the area from here up to the next mark. */
  readonly color: string
}

export type ThresholdsStyle = 'off' | 'line' | 'dashed' | 'area' | 'line+area' | 'dashed+area'

/** Draws thresholds behind the series: as lines, or as areas from each mark up to the next. */
export function drawThresholds(u: uPlot, scale: string, marks: readonly ThresholdMark[], style: ThresholdsStyle) {
  const toPixel = (value: number) => u.valToPos(value, scale, true)
  drawLying(u, (context, plot) => {
    const canvas = { context, plot, toPixel }
    if (style.endsWith('area')) drawAreas(canvas, marks)
    if (style.startsWith('line') || style.startsWith('dashed')) drawLines(canvas, marks, style.startsWith('dashed'))
  })
}

interface Canvas {
  readonly context: CanvasRenderingContext2D
  readonly plot: LyingPlot
  readonly toPixel: (value: number) => number
}

function drawAreas({ context: ctx, plot, toPixel }: Canvas, marks: readonly ThresholdMark[]) {
  const { start, length, foot, head } = plot
  const [least, most] = [Math.min(foot, head), Math.max(foot, head)]
  const yOf = (value: number) => Math.min(most, Math.max(least, toPixel(value)))
  ctx.globalAlpha = 0.1
  marks.forEach(({ value, color }, i) => {
    const from = yOf(value)
    const to = i + 1 < marks.length ? yOf(marks[i + 1]!.value) : head
    ctx.fillStyle = color
    ctx.fillRect(start, to, length, from - to)
  })
}

function drawLines({ context: ctx, plot, toPixel }: Canvas, marks: readonly ThresholdMark[], isDashed: boolean) {
  const { start, length, foot, head } = plot
  ctx.globalAlpha = 0.8
  ctx.lineWidth = devicePixelRatio
  if (isDashed) ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio])
  for (const { value, color } of marks) {
    const y = toPixel(value)
    if (!(y >= Math.min(foot, head) && y <= Math.max(foot, head))) continue
    ctx.strokeStyle = color
    ctx.beginPath()
    ctx.moveTo(start, y)
    ctx.lineTo(start + length, y)
    ctx.stroke()
  }
}
