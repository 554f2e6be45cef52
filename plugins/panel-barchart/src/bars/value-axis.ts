import { formatTicks, type FieldConfig } from '@orrery/sdk'
import type { FieldOptions } from '../field-options.ts'
import { createTransform } from './value-scale.ts'

/** An axis along which bars grow. */
export interface ValueAxis {
  /** Where a value stands, from 0 at the low end to 1 at the high end. */
  readonly place: (value: number) => number
  /** Where bars begin. */
  readonly base: number
  /** Round values with their texts, so many at most. */
  readonly marks: (most: number) => readonly { readonly at: number; readonly text: string }[]
}

export type ValueAxisOptions = Pick<FieldOptions, 'scale' | 'linearThreshold' | 'axisCenteredZero'> & {
  readonly softMin: number | undefined
  readonly softMax: number | undefined
}

/** The axis of bars that reach from `low` to `high`; its ends and unit are those of the config. */
export function createValueAxis(
  { low, high }: { readonly low: number; readonly high: number },
  options: ValueAxisOptions,
  config: FieldConfig,
  timeZone: string,
): ValueAxis {
  const transform = createTransform(options)
  const { forward } = transform
  const { from, to } = endsOf({ low, high }, options, config, transform)
  const place = (value: number) => {
    const own = (forward(value) - forward(from)) / (forward(to) - forward(from))
    return Number.isNaN(own) ? 0 : Math.min(1, Math.max(0, own))
  }
  return {
    place,
    base: Math.min(to, Math.max(from, 0)),
    marks(most) {
      const values = transform.marks(from, to, most)
      const texts = formatTicks(values, config, { timeZone })
      return values.map((value, i) => ({ at: place(value), text: texts[i]! }))
    },
  }
}

/** A soft end is reached exactly, unless bars go beyond it. */
function endsOf(
  { low, high }: { readonly low: number; readonly high: number },
  { softMin, softMax, axisCenteredZero }: ValueAxisOptions,
  { min, max }: FieldConfig,
  { ends, has }: ReturnType<typeof createTransform>,
) {
  const usable = (end: number | undefined) => (end !== undefined && has(end) ? end : undefined)
  const [least, most] = [usable(softMin) ?? Infinity, usable(softMax) ?? -Infinity]
  const found = ends(low, high)
  // Bars begin at zero, wherever there is one.
  const zero = has(0) ? 0 : undefined
  const own = {
    from: least <= low ? Math.min(least, zero ?? least) : found.from,
    to: most >= high ? Math.max(most, zero ?? most) : found.to,
  }
  const reach = Math.max(Math.abs(own.from), Math.abs(own.to))
  const isCentered = axisCenteredZero && has(-reach)
  const from = usable(min) ?? (isCentered ? -reach : own.from)
  const to = usable(max) ?? (isCentered ? reach : own.to)
  // Of nothing but zero, and where the config contradicts itself.
  return { from, to: to > from ? to : has(0) ? from + 1 : from * 10 }
}
