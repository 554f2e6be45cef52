import { Type, type Static } from '@orrery/schema'

const closed = { additionalProperties: false } as const

/** `=~` and `!~` take regular expressions of the datasource, `oneOf` and `notOneOf` a list; the others take one value. */
export const FilterOperator = Type.Union([
  Type.Literal('='),
  Type.Literal('!='),
  Type.Literal('=~'),
  Type.Literal('!~'),
  Type.Literal('oneOf'),
  Type.Literal('notOneOf'),
])
export type FilterOperator = Static<typeof FilterOperator>

/**
 * A condition that a viewer adds to all queries of a datasource. The datasource puts it into a query by its grammar, never
 * by text.
 */
export const AdhocFilter = Type.Object(
  {
    /** As the datasource calls it: a label, a column. */
    key: Type.String({ minLength: 1, maxLength: 1024 }),
    operator: FilterOperator,
    values: Type.Array(Type.String({ maxLength: 4096 }), { minItems: 1, maxItems: 1000 }),
  },
  closed,
)
export type AdhocFilter = Static<typeof AdhocFilter>

/** Whether the operator takes a list of values. */
export const takesSeveral = (operator: FilterOperator): boolean => operator === 'oneOf' || operator === 'notOneOf'
