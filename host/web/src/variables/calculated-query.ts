import type { ExpressionQuery } from '@orrery/dashboard'
import { EXPRESSIONS } from '@orrery/query'
import { newExpression } from '../expressions/edited-expression.ts'
import type { DatasourceChoice } from '../query/datasource-choices.ts'
import { addQuery, moveQuery, newQuery } from '../query/query-list.ts'

type Queries = ExpressionQuery['queries']

/** What a calculated variable begins with: a query, and one number of each of its series. */
export const newCalculatedQuery = (source: DatasourceChoice | undefined): ExpressionQuery => ({
  queries: [
    { refId: 'A', datasource: source?.id ?? '', query: newQuery(source?.type) },
    { refId: 'B', datasource: EXPRESSIONS, query: { ...newExpression('reduce', 'A') } },
  ],
  show: 'B',
})

/** The query as it is edited; what was written by hand may lack anything. */
export const toCalculatedQuery = ({ queries, show }: Readonly<Record<string, unknown>>): ExpressionQuery => ({
  // The host checks each query when it runs them, and again when they are saved.
  queries: Array.isArray(queries) ? (queries as Queries) : [],
  show: typeof show === 'string' ? show : '',
})

/** With other queries: what is shown is one of them. */
export const withQueries = ({ show }: ExpressionQuery, queries: readonly Queries[number][]): ExpressionQuery => ({
  queries: [...queries],
  show: queries.some(({ refId }) => refId === show) ? show : (queries.at(-1)?.refId ?? ''),
})

/** With one more query, of the data source of the others. */
export function withQuery(query: ExpressionQuery, sources: readonly DatasourceChoice[]): ExpressionQuery {
  const last = query.queries.findLast(({ datasource }) => datasource !== EXPRESSIONS)
  const source = sources.find(({ id }) => id === last?.datasource) ?? sources[0]
  return withQueries(query, addQuery(query.queries, { datasource: source?.id ?? '', query: newQuery(source?.type) }))
}

/** With one more expression, of the last query; it makes the options, as the last step mostly does. */
export function withExpression(query: ExpressionQuery): ExpressionQuery {
  const input = query.queries.at(-1)?.refId ?? 'A'
  const queries = addQuery(query.queries, { datasource: EXPRESSIONS, query: { ...newExpression('math', input) } })
  return { queries: [...queries], show: queries.at(-1)?.refId ?? query.show }
}

export const withMoved = (query: ExpressionQuery, from: number, by: 1 | -1): ExpressionQuery =>
  withQueries(query, moveQuery(query.queries, from, from + by))
