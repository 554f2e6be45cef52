import type { LegendOptions } from '@orrery/sdk'
import type { LegendItem } from './legend.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** How a panel's room is shared between a chart and its legend, in CSS pixels. */
export interface LegendRoom {
  readonly chart: Size
  /** Undefined where there is no legend. */
  readonly legend: (Size & { readonly beside: boolean }) | undefined
}

const leastChart = { width: 200, height: 80 }
const row = 22
const glyph = 6.5
const aroundName = 36
const gap = 4

/**
 * Gives the legend what it needs, but at most a third of the height, or of the width beside the chart. `above` is the
 * height of what stands above the entries.
 */
export function shareLegendRoom(
  { width, height }: Size,
  legend: Pick<LegendOptions, 'mode' | 'placement' | 'values' | 'width'>,
  items: readonly LegendItem[],
  above = 0,
): LegendRoom {
  const whole: LegendRoom = { chart: { width, height }, legend: undefined }
  if (legend.mode === 'hidden' || items.length === 0) return whole
  const widths = items.map((item) => widthOf(item, legend.values.length))
  const least = leastChart.width + gap + Math.max(leastChart.width, legend.width ?? 0)
  const beside = legend.placement === 'right' && width >= least
  if (beside) {
    const own = legend.width === undefined ? Math.min(widest(widths), Math.floor(width / 3)) : legend.width
    return { chart: { width: width - own - gap, height }, legend: { width: own, height, beside } }
  }
  const rows = legend.mode === 'table' ? items.length + 1 : countLines(widths, width)
  const own = Math.min(rows * row + above, Math.max(row + above, Math.floor(height / 3)))
  if (height - own - gap < leastChart.height) return whole
  return { chart: { width, height: height - own - gap }, legend: { width, height: own, beside } }
}

const widest = (widths: readonly number[]) => widths.reduce((most, own) => Math.max(most, own), 0)

const widthOf = ({ name, values }: LegendItem, headings: number) =>
  aroundName + glyph * (name.length + values.reduce((sum, text) => sum + text.length + 4, 0)) + headings * gap

function countLines(widths: readonly number[], width: number): number {
  let lines = 1
  let used = 0
  for (const own of widths) {
    if (used > 0 && used + own > width) {
      lines++
      used = 0
    }
    used += own
  }
  return lines
}
