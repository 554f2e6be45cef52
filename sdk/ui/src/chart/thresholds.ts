import type uPlot from 'uplot'

export interface ThresholdMark {
  readonly value: number
  /** A CSS colour: of the line, and of the area from here up to the next mark. */
  readonly color: string
}

export type ThresholdsStyle = 'off' | 'line' | 'dashed' | 'area' | 'line+area' | 'dashed+area'

/** Draws thresholds behind the series: as lines, or as areas from each mark up to the next. */
export function drawThresholds(u: uPlot, scale: string, marks: readonly ThresholdMark[], style: ThresholdsStyle) {
  const { ctx } = u
  ctx.save()
  if (style.endsWith('area')) drawAreas(u, scale, marks)
  if (style.startsWith('line') || style.startsWith('dashed')) drawLines(u, scale, marks, style.startsWith('dashed'))
  ctx.restore()
}

function drawAreas(u: uPlot, scale: string, marks: readonly ThresholdMark[]) {
  const { ctx, bbox } = u
  const bottom = bbox.top + bbox.height
  const yOf = (value: number) => Math.min(bottom, Math.max(bbox.top, u.valToPos(value, scale, true)))
  ctx.globalAlpha = 0.1
  marks.forEach(({ value, color }, i) => {
    const from = yOf(value)
    const to = i + 1 < marks.length ? yOf(marks[i + 1]!.value) : bbox.top
    ctx.fillStyle = color
    ctx.fillRect(bbox.left, to, bbox.width, from - to)
  })
}

function drawLines(u: uPlot, scale: string, marks: readonly ThresholdMark[], isDashed: boolean) {
  const { ctx, bbox } = u
  ctx.globalAlpha = 0.8
  ctx.lineWidth = devicePixelRatio
  if (isDashed) ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio])
  for (const { value, color } of marks) {
    const y = u.valToPos(value, scale, true)
    if (!(y >= bbox.top && y <= bbox.top + bbox.height)) continue
    ctx.strokeStyle = color
    ctx.beginPath()
    ctx.moveTo(bbox.left, y)
    ctx.lineTo(bbox.left + bbox.width, y)
    ctx.stroke()
  }
}
