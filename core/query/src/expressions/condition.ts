import { Choice, Type, type Static } from '@orrery/schema'

/** What comparisons are called. */
export const comparisonTitles = {
  above: 'Above',
  aboveOrEqual: 'Above or equal',
  below: 'Below',
  belowOrEqual: 'Below or equal',
  equal: 'Equal',
  notEqual: 'Not equal',
  within: 'Within a range',
  withinOrEqual: 'Within a range, its ends included',
  outside: 'Outside a range',
  outsideOrEqual: 'Outside a range, or at its ends',
} as const

/** How numbers are compared with the values of a condition. */
export const Comparison = Choice(comparisonTitles, { title: 'Condition', default: 'above' })
export type Comparison = Static<typeof Comparison>

/** What a condition compares with: one number, or the two ends of a range in any order. */
export const ConditionValues = Type.Array(Type.Number({ title: 'Value' }), {
  title: 'Values',
  description: 'One number, or both ends of a range.',
  minItems: 1,
  maxItems: 2,
  default: [0],
})

/** What a number is asked for. */
export const Condition = Type.Object(
  { condition: Comparison, values: ConditionValues },
  { title: 'Condition', additionalProperties: false },
)
export type Condition = Static<typeof Condition>
