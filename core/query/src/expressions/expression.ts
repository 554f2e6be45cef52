import { NumberReducer } from '@orrery/format'
import { Choice, Type, ui, Variants, type Static } from '@orrery/schema'
import { Comparison, comparisonTitles, Condition, ConditionValues } from './condition.ts'

/** The datasource of queries that are expressions: they are calculated of the results of others. */
export const EXPRESSIONS = '$__expression'

/** The query or expression that is calculated with, by its name. */
const Input = Type.String({
  title: 'Input',
  description: 'The query or expression that is calculated with.',
  minLength: 1,
  maxLength: 64,
  default: 'A',
  ...ui({ widget: 'query' }),
})

/** How many conditions of one classic expression are evaluated. */
const mostConditions = 100

const MathExpression = Type.Object(
  {
    type: Type.Literal('math'),
    expression: Type.String({
      title: 'Expression',
      description: 'Names of queries with a dollar sign, numbers, operators and functions: $A / $B * 100.',
      maxLength: 10_000,
      default: '$A',
      ...ui({ widget: 'math', placeholder: '$A / $B * 100' }),
    }),
  },
  { title: 'Math', description: 'Calculates with numbers and series.', additionalProperties: false },
)

const ReduceExpression = Type.Object(
  {
    type: Type.Literal('reduce'),
    input: Input,
    reducer: NumberReducer,
    mode: Choice(
      { strict: 'Strict', drop: 'Drop missing values', replace: 'Replace missing values' },
      {
        title: 'Missing values',
        description: 'Strict: what is calculated of values of which one is missing is not a number.',
        default: 'strict',
      },
    ),
    replaceWith: Type.Optional(
      Type.Number({ title: 'Replace with', default: 0, ...ui({ showIf: { mode: 'replace' } }) }),
    ),
  },
  { title: 'Reduce', description: 'Makes one number of each series.', additionalProperties: false },
)

const ResampleExpression = Type.Object(
  {
    type: Type.Literal('resample'),
    input: Input,
    window: Type.Optional(
      Type.String({
        title: 'Window',
        description: 'The time between points, such as 1m. Empty: the interval of the request.',
        format: 'duration',
        maxLength: 64,
        ...ui({ placeholder: '1m' }),
      }),
    ),
    downsampler: Choice(
      { last: 'Last', mean: 'Mean', min: 'Lowest', max: 'Highest', sum: 'Sum' },
      { title: 'Several points', description: 'What becomes of several points of a window.', default: 'mean' },
    ),
    upsampler: Choice(
      { pad: 'Last known value', backfill: 'Next known value', fillna: 'No value' },
      { title: 'No points', description: 'What stands where a window has no point.', default: 'fillna' },
    ),
  },
  { title: 'Resample', description: 'Moves points to regular times.', additionalProperties: false },
)

const ThresholdExpression = Type.Object(
  {
    type: Type.Literal('threshold'),
    input: Input,
    condition: Comparison,
    values: ConditionValues,
    recovery: Type.Optional({
      ...Condition,
      title: 'Recovery',
      description: 'What once fulfilled the condition counts as fulfilling it until it fulfils this.',
    }),
  },
  { title: 'Threshold', description: 'Gives 1 where a condition is fulfilled, else 0.', additionalProperties: false },
)

/** One condition of a classic expression. */
export const ClassicCondition = Type.Object(
  {
    operator: Choice(
      { and: 'And', or: 'Or' },
      {
        title: 'Operator',
        description: 'How it is joined to the conditions before; of the first it means nothing.',
        default: 'and',
      },
    ),
    input: Input,
    reducer: {
      ...NumberReducer,
      description: 'What is compared of each series; missing values are passed over.',
    },
    evaluator: Choice({ ...comparisonTitles, noValue: 'Has no value' }, { title: 'Condition', default: 'above' }),
    values: ConditionValues,
  },
  { title: 'Condition', additionalProperties: false },
)
export type ClassicCondition = Static<typeof ClassicCondition>

const ClassicExpression = Type.Object(
  {
    type: Type.Literal('classic'),
    conditions: Type.Array(ClassicCondition, {
      title: 'Conditions',
      minItems: 1,
      maxItems: mostConditions,
      default: [{ operator: 'and', input: 'A', reducer: 'lastNotNull', evaluator: 'above', values: [0] }],
    }),
  },
  {
    title: 'Classic conditions',
    description: 'Gives one number without labels: 1 where the conditions are fulfilled by any series, else 0.',
    additionalProperties: false,
  },
)

/** What is calculated of the results of queries and other expressions. */
export const Expression = Variants(
  [MathExpression, ReduceExpression, ResampleExpression, ThresholdExpression, ClassicExpression],
  { title: 'Expression' },
)
export type Expression = Static<typeof Expression>
export type ExpressionType = Expression['type']
export type ExpressionOf<T extends ExpressionType> = Extract<Expression, { readonly type: T }>
