import { NumberReducer } from '@orrery/format'
import { Choice, Type, Variants, type Static } from '@orrery/schema'
import { FieldName, FieldNames } from './field-name.ts'

const kind = <const Name extends string>(name: Name) => ({ type: Type.Literal(name) })
const Field = Type.Optional(FieldName({ title: 'Field', description: 'Empty: each field of numbers.' }))

const NamedOperand = Type.Object(
  { ...kind('field'), field: FieldName({ title: 'Field', default: '' }) },
  { title: 'Field' },
)
const NumberOperand = Type.Object(
  { ...kind('number'), value: Type.Number({ title: 'Number', default: 0 }) },
  { title: 'Number' },
)
const EachOperand = Type.Object(kind('each'), { title: 'Each field of numbers' })

/** What a new field is calculated as. */
export const Calculation = Variants(
  [
    Type.Object(
      {
        ...kind('reduceRow'),
        // The same choice with another default.
        reducer: { ...NumberReducer, default: 'sum' } as typeof NumberReducer,
        fields: FieldNames({ title: 'Fields', description: 'None: all of numbers.' }),
      },
      { title: 'Of each row' },
    ),
    Type.Object(
      {
        ...kind('binary'),
        left: Variants([NamedOperand, EachOperand, NumberOperand], { title: 'Left' }),
        operator: Choice(
          { '+': 'Plus', '-': 'Minus', '*': 'Times', '/': 'Divided by' },
          { title: 'Operator', default: '+' },
        ),
        right: Variants([NamedOperand, NumberOperand], { title: 'Right' }),
      },
      { title: 'Of two' },
    ),
    Type.Object(
      {
        ...kind('unary'),
        operator: Choice(
          {
            abs: 'Without sign',
            exp: 'Power of e',
            ln: 'Natural logarithm',
            round: 'Rounded',
            floor: 'Rounded down',
            ceil: 'Rounded up',
            percent: 'Share of the sum',
          },
          { title: 'Function', default: 'abs' },
        ),
        field: Field,
      },
      { title: 'Function of one' },
    ),
    Type.Object(
      {
        ...kind('cumulative'),
        reducer: Choice(
          { sum: 'Sum', mean: 'Mean', min: 'Lowest', max: 'Highest' },
          { title: 'Calculation', default: 'sum' },
        ),
        field: Field,
      },
      { title: 'Up to each row' },
    ),
    Type.Object(
      {
        ...kind('window'),
        reducer: Choice(
          { mean: 'Mean', stdDev: 'Standard deviation', variance: 'Variance' },
          { title: 'Calculation', default: 'mean' },
        ),
        alignment: Choice(
          { trailing: 'Up to the row', centered: 'Around the row' },
          { title: 'Window', default: 'trailing' },
        ),
        size: Variants(
          [
            Type.Object(
              { ...kind('share'), share: Type.Number({ title: 'Share', minimum: 0, maximum: 1, default: 0.1 }) },
              { title: 'Share of all rows' },
            ),
            Type.Object(
              { ...kind('count'), count: Type.Integer({ title: 'Rows', minimum: 1, maximum: 1_000_000, default: 10 }) },
              { title: 'Number of rows' },
            ),
          ],
          { title: 'Size' },
        ),
        field: Field,
      },
      { title: 'In a moving window' },
    ),
    Type.Object(
      {
        ...kind('index'),
        asShare: Type.Boolean({ title: 'As a share', description: 'Of all rows, from 0 on.', default: false }),
      },
      { title: 'Number of the row' },
    ),
  ],
  { title: 'Calculation' },
)
export type Calculation = Static<typeof Calculation>
