import { AdhocFilter } from '@orrery/query'
import { Ref, Type, Variants, type Static } from '@orrery/schema'

const closed = { additionalProperties: false } as const

const variable = {
  name: Type.String({ pattern: '^[A-Za-z_][A-Za-z0-9_]{0,63}$', title: 'Name' }),
  label: Type.Optional(Type.String({ maxLength: 128, title: 'Label' })),
}

export const Variable = Variants([
  Type.Object(
    {
      type: Type.Literal('choice'),
      ...variable,
      options: Type.Array(Type.Object({ value: Type.String(), text: Type.Optional(Type.String()) }, closed), {
        minItems: 1,
        maxItems: 10_000,
        title: 'Options',
      }),
      multi: Type.Optional(Type.Boolean({ title: 'Several values' })),
      /** The first option when absent. */
      default: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String())])),
    },
    closed,
  ),
  Type.Object(
    {
      type: Type.Literal('text'),
      ...variable,
      /** The whole value must match; any value when absent. */
      pattern: Type.Optional(Type.String({ maxLength: 512, format: 'regex', title: 'Pattern' })),
      default: Type.String({ maxLength: 1024, title: 'Default' }),
    },
    closed,
  ),
  Type.Object(
    {
      type: Type.Literal('filters'),
      ...variable,
      /** Viewers' conditions are added to all queries of this datasource. */
      datasource: Ref('datasource', { title: 'Datasource' }),
      /** None when absent. */
      default: Type.Optional(Type.Array(AdhocFilter, { maxItems: 50, title: 'Default' })),
    },
    closed,
  ),
])
export type Variable = Static<typeof Variable>

/** Conditions that viewers add. */
export type FiltersVariable = Extract<Variable, { type: 'filters' }>
/** A variable whose value stands in queries. */
export type ValueVariable = Exclude<Variable, FiltersVariable>
