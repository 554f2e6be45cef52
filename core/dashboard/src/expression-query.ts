import { EXPRESSIONS } from '@orrery/query'
import { Type, validate, type Static } from '@orrery/schema'
import { PanelQuery } from './panel-spec.ts'
import type { Variable } from './variable.ts'

/** The query of a variable whose data source is `$__expression`: queries and expressions, of which one makes the options. */
export const ExpressionQuery = Type.Object(
  {
    queries: Type.Array(PanelQuery, { minItems: 1, maxItems: 26, title: 'Queries' }),
    show: Type.String({ minLength: 1, maxLength: 32, title: 'Options from' }),
  },
  { additionalProperties: false },
)
export type ExpressionQuery = Static<typeof ExpressionQuery>

/** The queries that a variable's options are calculated of; undefined for all other variables. */
export function expressionQueryOf(variable: Variable): ExpressionQuery | undefined {
  if (variable.type !== 'query' || variable.datasource !== EXPRESSIONS) return undefined
  const found = validate(ExpressionQuery, variable.query)
  return found.ok ? found.value : undefined
}
