import type { BarPicture, PlacedBar } from '../bars/layout.ts'
import type { Options } from '../options.ts'

/** Height of a line of text at a bar. */
const LINE = 12

/** What stands at a bar: automatically where all texts have room beside each other and none is in a stack. */
export function barTexts(
  { bars, isUpright, plot }: BarPicture,
  { showValue, stacking }: Pick<Options, 'showValue' | 'stacking'>,
  format: (bar: PlacedBar) => string,
  measure: (text: string) => number,
): (bar: PlacedBar) => string | undefined {
  if (showValue === 'never') return () => undefined
  if (showValue === 'always') return format
  const most = isUpright ? plot.width / 14 : plot.height / LINE
  if (stacking !== 'none' || bars.length > most) return () => undefined
  const fits = bars.every((one) => (isUpright ? measure(format(one)) <= one.width + 6 : one.height >= LINE))
  return fits ? format : () => undefined
}
