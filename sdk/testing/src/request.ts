import { defaultBudget } from '@orrery/query'
import type { QueryRequest } from '@orrery/sdk'

/** A request with sensible values: the last hour, 15 s apart, UTC. */
export function testRequest<Query>(query: Query, patch: Partial<QueryRequest<Query>> = {}): QueryRequest<Query> {
  const to = Date.now()
  return {
    query,
    refId: 'A',
    range: { from: to - 3_600_000, to },
    intervalMs: 15_000,
    timeZone: 'UTC',
    budget: defaultBudget,
    purpose: 'data',
    variables: {},
    filters: [],
    signal: new AbortController().signal,
    ...patch,
  }
}
