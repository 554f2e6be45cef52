import { Type, Choice, ui, type Static } from '@orrery/schema'
import { NumberReducer } from './field-matcher.ts'

/** What a panel of single values shows of its frames. */
export const ReduceOptions = Type.Object(
  {
    show: Choice(
      {
        auto: 'One of each series, or each row',
        calculate: 'One of each series or column',
        values: 'Every value',
      },
      {
        title: 'Show',
        description: 'Series are calculated, rows stand for themselves, unless told otherwise.',
        default: 'auto',
      },
    ),
    calculations: Type.Array(NumberReducer, {
      title: 'Calculations',
      description: 'What becomes of the values of a series; missing ones are passed over.',
      minItems: 1,
      maxItems: 10,
      default: ['lastNotNull'],
    }),
    limit: Type.Integer({
      title: 'Limit',
      description: 'How many values are shown of all.',
      minimum: 1,
      maximum: 1000,
      default: 200,
      ...ui({ showIf: { show: 'values' } }),
    }),
    fields: Type.Optional(
      Type.String({
        title: 'Fields',
        description: 'Pattern of their names; texts and times are shown too then. Empty: all numbers.',
        maxLength: 1000,
      }),
    ),
  },
  { title: 'Values', additionalProperties: false },
)
export type ReduceOptions = Static<typeof ReduceOptions>
