import { TEXT_SIZE, type BarPicture, type PlacedBar } from '../bars/layout.ts'
import type { Options } from '../options.ts'

/** What stands at a bar: automatically where all texts have room beside each other and none is in a stack. */
export function barTexts(
  { bars, isUpright, plot }: BarPicture,
  { showValue, stacking, text }: Pick<Options, 'showValue' | 'stacking' | 'text'>,
  format: (bar: PlacedBar) => string,
  measure: (text: string) => number,
): (bar: PlacedBar) => string | undefined {
  if (showValue === 'never') return () => undefined
  if (showValue === 'always') return format
  const size = text.value ?? TEXT_SIZE
  const line = size + 1
  const most = isUpright ? plot.width / (size + 3) : plot.height / line
  if (stacking !== 'none' || bars.length > most) return () => undefined
  const fits = bars.every((one) =>
    isUpright ? (measure(format(one)) * size) / TEXT_SIZE <= one.width + 6 : one.height >= line,
  )
  return fits ? format : () => undefined
}
