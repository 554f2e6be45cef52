import type { PanelSpec } from '@orrery/dashboard'
import { dependenciesOf, renameInput } from '@orrery/query'
import type { EditedQuery } from '../query/edited-query.ts'
import { expressionOf, isExpression } from './edited-expression.ts'

/** The names of the expressions that take a query as their input. */
export const usersOf = (refId: string, queries: readonly EditedQuery[]): readonly string[] =>
  queries.flatMap((query) => {
    const expression = isExpression(query) ? expressionOf(query) : undefined
    return expression && dependenciesOf(expression).includes(refId) ? [query.refId] : []
  })

function renameIn<Query extends EditedQuery>(query: Query, from: string, to: string): Query {
  const renamed = query.refId === from ? { ...query, refId: to } : query
  const expression = isExpression(renamed) ? expressionOf(renamed) : undefined
  const next = expression && renameInput(expression, from, to)
  return next && next !== expression ? { ...renamed, query: { ...next } } : renamed
}

/** A panel with a query by another name, wherever the panel names it: expressions, steps, overrides. */
export function renameQuery(panel: PanelSpec, from: string, to: string): PanelSpec {
  const { queries, transformations, fieldConfig } = panel
  const renamed = (name: string) => (name === from ? to : name)
  return {
    ...panel,
    queries: queries.map((query) => renameIn(query, from, to)),
    ...(transformations && {
      transformations: transformations.map((step) =>
        step.refIds?.includes(from) ? { ...step, refIds: step.refIds.map(renamed) } : step,
      ),
    }),
    ...(fieldConfig && {
      fieldConfig: {
        ...fieldConfig,
        overrides: fieldConfig.overrides.map((override) =>
          override.matcher.type === 'byFrameRefID' && override.matcher.refId === from
            ? { ...override, matcher: { ...override.matcher, refId: to } }
            : override,
        ),
      },
    }),
  }
}
