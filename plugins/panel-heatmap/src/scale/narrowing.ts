import type { AxisPart } from '@orrery/ui'
import type { ValueScale } from './value-scale.ts'

/** From one bound of rows to another, in either order. */
export interface ValuePart {
  readonly from: number
  readonly to: number
}

/** What rounding adds to places. */
const ROUNDING = 1e-6

/** The bounds of all rows that a part of the axis touches: rows are seen as a whole. */
export function boundsOf({ from, to }: AxisPart, bounds: Float64Array, { place }: ValueScale): ValuePart | undefined {
  let below: number | undefined
  let above: number | undefined
  for (const bound of bounds) {
    const at = place(bound)
    if (at <= from + ROUNDING && !(below !== undefined && place(below) >= at)) below = bound
    if (at >= to - ROUNDING && !(above !== undefined && place(above) <= at)) above = bound
  }
  return below === undefined || above === undefined ? undefined : { from: below, to: above }
}

/** The scale of a part, which fills the plot; the whole one where the part is not on it. */
export function narrowScale(whole: ValueScale, part: ValuePart): ValueScale {
  const places = [whole.place(part.from), whole.place(part.to)]
  const [low, high] = [Math.min(...places), Math.max(...places)]
  const reach = high - low
  if (!(reach > 0)) return whole
  return {
    place: (value) => (whole.place(value) - low) / reach,
    marks: (height) =>
      whole
        .marks(height / reach)
        .map(({ at, text }) => ({ at: (at - low) / reach, text }))
        .filter(({ at }) => at >= -ROUNDING && at <= 1 + ROUNDING),
  }
}
