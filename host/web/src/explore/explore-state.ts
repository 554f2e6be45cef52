import type { TimeExpressions } from '@orrery/query'
import { Type, validate, type Static } from '@orrery/sdk'
import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { Refresh } from '../dashboard/auto-refresh.ts'
import { EditedQuery, MOST_QUERIES } from '../query/edited-query.ts'
import { first, readRefresh, readTime, readZone, toRefresh } from '../time/time-query.ts'

/** The dashboard whose variables the queries use. */
export const ExploreSource = Type.Object(
  {
    id: Type.String({ maxLength: 128 }),
    revision: Type.String({ maxLength: 128 }),
    variables: Type.Record(Type.String({ maxLength: 64 }), Type.Union([Type.String(), Type.Array(Type.String())])),
  },
  { additionalProperties: false },
)
export type ExploreSource = Static<typeof ExploreSource>

/** What Explore shows, as the address of the page keeps it. */
export interface ExploreState {
  readonly time: TimeExpressions
  /** The time zone that was chosen; undefined for that of the browser. */
  readonly zone: string | undefined
  /** Never live: nothing is followed here. */
  readonly refresh: Refresh
  readonly queries: readonly EditedQuery[]
  readonly source?: ExploreSource | undefined
}

export const EXPLORE = '/explore'
const OWN_TIME: TimeExpressions = { from: 'now-1h', to: 'now' }
const Queries = Type.Array(EditedQuery, { maxItems: MOST_QUERIES })

const parse = (text: string | undefined): unknown => {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether the address names queries that cannot be read: it was cut off, or changed by hand. */
export const isBroken = (query: LocationQuery): boolean => {
  const text = first(query['queries'])
  return text !== undefined && !validate(Queries, parse(text)).ok
}

/** Reads the address; whatever is not as it should be is taken for not given. */
export function readExplore(query: LocationQuery): ExploreState {
  const time = readTime(query, OWN_TIME)
  const queries = validate(Queries, parse(first(query['queries'])))
  const source = validate(ExploreSource, parse(first(query['dashboard'])))
  return {
    time,
    zone: readZone(query),
    refresh: readRefresh(query, undefined, false),
    queries: queries.ok ? queries.value : [],
    ...(source.ok && { source: source.value }),
  }
}

/** Writes the address: what is as it is by itself is left out. */
export function writeExplore({ time, zone, refresh, queries, source }: ExploreState): LocationQueryRaw {
  return {
    ...((time.from !== OWN_TIME.from || time.to !== OWN_TIME.to) && { from: time.from, to: time.to }),
    ...(zone !== undefined && { zone }),
    ...(refresh !== undefined && { refresh: toRefresh(refresh) }),
    ...(queries.length > 0 && { queries: JSON.stringify(queries) }),
    ...(source && { dashboard: JSON.stringify(source) }),
  }
}
