import { defaultsOf, validate, type TSchema } from '@orrery/sdk'
import type { Contributed } from '../plugins/plugin-list.ts'
import { MOST_QUERIES, type EditedQuery } from './edited-query.ts'

const LETTERS = Array.from({ length: MOST_QUERIES }, (_, i) => String.fromCharCode(65 + i))

/** The first letter that no query has. */
export const freeRefId = (queries: readonly EditedQuery[]): string | undefined =>
  LETTERS.find((letter) => queries.every(({ refId }) => refId !== letter))

/** What a query of this type begins with: what its schema requires and has a default for. */
export function newQuery(type: Contributed | undefined): Record<string, unknown> {
  if (!type) return {}
  // The host checked the manifest: a query is a JSON Schema of an object, or of variants of one.
  const schema = type.data['query'] as TSchema & { anyOf?: readonly TSchema[]; required?: readonly string[] }
  const first = (schema.anyOf?.[0] ?? schema) as { readonly required?: readonly string[] }
  const start = Object.entries(defaultsOf(schema) ?? {})
  return Object.fromEntries(start.filter(([name]) => first.required?.includes(name)))
}

/** Whether it asks something: what a new query begins with does not always, and is no mistake. */
export const isBegun = (query: Readonly<Record<string, unknown>>, type: Contributed | undefined): boolean =>
  !type ||
  JSON.stringify(query) !== JSON.stringify(newQuery(type)) ||
  // As above.
  validate(type.data['query'] as TSchema, query).ok

/** With one more query at the end, or after `index`; the same list when there is no room. */
export function addQuery(
  queries: readonly EditedQuery[],
  query: Omit<EditedQuery, 'refId'>,
  index = queries.length - 1,
): readonly EditedQuery[] {
  const refId = freeRefId(queries)
  return refId === undefined ? queries : queries.toSpliced(index + 1, 0, { ...query, refId })
}

/** With a query at another place; the same list where there is no such place. */
export function moveQuery(queries: readonly EditedQuery[], from: number, to: number): readonly EditedQuery[] {
  if (to < 0 || to >= queries.length || from === to) return queries
  return queries.toSpliced(from, 1).toSpliced(to, 0, queries[from]!)
}
