import type { LegendItem } from '@orrery/ui'
import type { Options } from '../options.ts'

/** How the panel's room is shared, in CSS pixels. */
export interface Rooms {
  readonly chart: { readonly width: number; readonly height: number }
  /** Undefined where there is no legend. */
  readonly legend: { readonly width: number; readonly height: number; readonly beside: boolean } | undefined
}

const leastChart = { width: 200, height: 80 }
const row = 22
/** Of the filter by labels. */
const filterRow = 38
const glyph = 6.5
const aroundName = 36
const gap = 4

/** Gives the legend what it needs, but at most a third of the height, or of the width beside the chart. */
export function shareRoom(
  { width, height }: { readonly width: number; readonly height: number },
  { legend }: Pick<Options, 'legend'>,
  items: readonly LegendItem[],
): Rooms {
  const whole: Rooms = { chart: { width, height }, legend: undefined }
  if (legend.mode === 'hidden' || items.length === 0) return whole
  const widths = items.map((item) => widthOf(item, legend.values.length))
  const least = leastChart.width + gap + Math.max(leastChart.width, legend.width ?? 0)
  const beside = legend.placement === 'right' && width >= least
  if (beside) {
    const own = legend.width === undefined ? Math.min(widest(widths), Math.floor(width / 3)) : legend.width
    return { chart: { width: width - own - gap, height }, legend: { width: own, height, beside } }
  }
  const rows = legend.mode === 'table' ? items.length + 1 : countLines(widths, width)
  const filter = legend.facets ? filterRow : 0
  const own = Math.min(rows * row + filter, Math.max(row + filter, Math.floor(height / 3)))
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
