import { Choice, Type, ui, type Static } from '@orrery/schema'

import { ColorName } from './color-option.ts'

/** From this value on (absent: from -Infinity), this colour; what is calculated goes before a number. */
export const ThresholdStep = Type.Object({
  value: Type.Optional(
    Type.Number({
      title: 'From',
      description: 'The lowest value of the step. The first step has none: it is the base.',
    }),
  ),
  valueExpr: Type.Optional(
    Type.String({
      title: 'From, calculated',
      description: 'Of variables of the dashboard, in place of a number: ${limit} * 0.8.',
      maxLength: 500,
    }),
  ),
  color: ColorName,
})
export type ThresholdStep = Static<typeof ThresholdStep>

/** Steps of colour along the values. */
export const Thresholds = Type.Object(
  {
    mode: Choice(
      { absolute: 'Absolute', percentage: 'Percentage of min to max' },
      { title: 'Mode', default: 'absolute' },
    ),
    steps: Type.Array(ThresholdStep, { title: 'Steps', maxItems: 100 }),
  },
  { title: 'Thresholds', ...ui({ widget: 'thresholds' }) },
)
export type Thresholds = Static<typeof Thresholds>

/** A threshold in the values' own scale; the base step begins at -Infinity. */
export interface ThresholdLimit {
  readonly value: number
  readonly color: string
}

// The host has calculated those of a panel: what is left belongs nowhere.
const isKnown = ({ valueExpr }: ThresholdStep) => valueExpr === undefined

const toLimit = (value: number | undefined, { mode }: Thresholds, min: number, max: number) => {
  if (value === undefined) return -Infinity
  return mode === 'percentage' ? min + ((max - min) * value) / 100 : value
}

/** The steps in ascending order and in the values' own scale. Percentages are of `min` (else 0) to `max` (else 100). */
export function thresholdLimits(thresholds: Thresholds, min = 0, max = 100): ThresholdLimit[] {
  return thresholds.steps
    .filter(isKnown)
    .map(({ value, color }) => ({ value: toLimit(value, thresholds, min, max), color }))
    .toSorted((a, b) => a.value - b.value)
}

/** The highest step that the value has reached; undefined for NaN, or when the value is below every step. */
export function activeThreshold(value: number, thresholds: Thresholds, min = 0, max = 100): ThresholdLimit | undefined {
  // One pass without sorting, as this is asked for each cell of a table.
  let active: ThresholdLimit | undefined
  for (const step of thresholds.steps) {
    if (!isKnown(step)) continue
    const { value: from, color } = step
    const limit = toLimit(from, thresholds, min, max)
    if (value >= limit && (active === undefined || limit >= active.value)) active = { value: limit, color }
  }
  return active
}
