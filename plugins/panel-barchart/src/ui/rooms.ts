import type { LegendItem } from '@orrery/ui'
import type { Options } from '../options.ts'

const ROW = 22
const GLYPH = 6.5
const LEAST = { width: 200, height: 80 }

/** How the panel's room is shared, in CSS pixels; no legend where there is none for it. */
export function shareRoom(
  { width, height }: { readonly width: number; readonly height: number },
  { legend }: Pick<Options, 'legend'>,
  items: readonly LegendItem[],
) {
  const whole = { chart: { width, height }, legend: undefined }
  if (legend.mode === 'hidden' || items.length === 0) return whole
  const widths = items.map(({ name, values }) => 36 + GLYPH * (name.length + values.join('    ').length))
  if (legend.placement === 'right' && width >= 2 * LEAST.width) {
    const own = Math.min(Math.max(...widths), Math.floor(width / 3))
    return { chart: { width: width - own - 4, height }, legend: { width: own, height } }
  }
  const lines = Math.ceil(widths.reduce((sum, own) => sum + own, 0) / Math.max(1, width))
  const rows = legend.mode === 'table' ? items.length + 1 : lines
  const own = Math.min(rows * ROW, Math.max(ROW, Math.floor(height / 3)))
  if (height - own - 4 < LEAST.height) return whole
  return { chart: { width, height: height - own - 4 }, legend: { width, height: own } }
}
