import type { PanelQuery } from '@orrery/dashboard'
import { Expression, EXPRESSIONS, dependenciesOf } from '@orrery/query'
import { check, isCodedError, withDefaults, type CodedError } from '@orrery/schema'

/** An expression to calculate, or why it cannot be. */
export interface PlannedExpression {
  readonly refId: string
  readonly expression: Expression | undefined
  readonly problem?: CodedError
}

/** A query of {@link EXPRESSIONS} as what it says. */
export function toPlannedExpression({ refId, query }: Pick<PanelQuery, 'refId' | 'query'>): PlannedExpression {
  try {
    return { refId, expression: check(Expression, withDefaults(Expression, query), `Expression ${refId}`) }
  } catch (error) {
    if (!isCodedError(error)) throw error
    return { refId, expression: undefined, problem: error }
  }
}

/** The names of the queries that are shown, and of all that these are calculated of. */
export function neededQueries(queries: readonly PanelQuery[]): ReadonlySet<string> {
  const byName = new Map(queries.map((query) => [query.refId, query]))
  const needed = new Set<string>()
  const need = (refId: string) => {
    const query = byName.get(refId)
    if (!query || needed.has(refId)) return
    needed.add(refId)
    const { expression } = query.datasource === EXPRESSIONS ? toPlannedExpression(query) : {}
    if (expression) dependenciesOf(expression).forEach(need)
  }
  for (const { refId, hidden } of queries) if (!hidden) need(refId)
  return needed
}
