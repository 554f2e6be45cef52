import type uPlot from 'uplot'

export interface ThresholdMark {
  readonly value: number
  /** A CSS colour: of the line, and of the area from here up to the next mark. */
  readonly color: string
}

/** Draws thresholds behind the series: as lines, or as areas from each mark up to the next. */
export function drawThresholds(u: uPlot, marks: readonly ThresholdMark[], style: 'line' | 'area') {
  const { ctx, bbox } = u
  const bottom = bbox.top + bbox.height
  const yOf = (value: number) => Math.min(bottom, Math.max(bbox.top, u.valToPos(value, 'y', true)))
  ctx.save()
  marks.forEach(({ value, color }, i) => {
    const y = u.valToPos(value, 'y', true)
    if (style === 'area') {
      const from = yOf(value)
      const to = i + 1 < marks.length ? yOf(marks[i + 1]!.value) : bbox.top
      ctx.globalAlpha = 0.1
      ctx.fillStyle = color
      ctx.fillRect(bbox.left, to, bbox.width, from - to)
    } else if (y >= bbox.top && y <= bottom) {
      ctx.globalAlpha = 0.8
      ctx.strokeStyle = color
      ctx.lineWidth = devicePixelRatio
      ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio])
      ctx.beginPath()
      ctx.moveTo(bbox.left, y)
      ctx.lineTo(bbox.left + bbox.width, y)
      ctx.stroke()
    }
  })
  ctx.restore()
}
