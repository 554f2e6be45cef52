import { filtersFor } from '@orrery/dashboard'
import type { RouteLocationRaw } from 'vue-router'
import { parseInstanceKey } from '../dashboard/layout/instance.ts'
import type { ViewState } from '../dashboard/url-state.ts'
import type { ViewedDashboard } from '../dashboard/viewed-dashboard.ts'
import type { EditedQuery } from '../query/edited-query.ts'
import { EXPLORE, writeExplore } from './explore-state.ts'

/** Where the queries of a panel, by its key, are explored: at its time, and with the variables and filters that it has now. */
export function explorePanel(
  { id, revision, spec }: ViewedDashboard,
  key: string,
  { time, zone, variables, filters }: ViewState,
): RouteLocationRaw {
  const { panel, instance } = parseInstanceKey(key)
  const queries = (spec.panels[panel]?.queries ?? []).map((query): EditedQuery => {
    const applied = [...filtersFor(spec.variables ?? [], filters, query.datasource)]
    return applied.length > 0 ? { ...query, filters: applied } : query
  })
  const values = Object.entries({ ...variables, ...instance }).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : [...value],
  ])
  const source = { id, revision, variables: Object.fromEntries(values) as Record<string, string | string[]> }
  return {
    path: EXPLORE,
    query: writeExplore({ time, zone, refresh: undefined, queries, ...(values.length > 0 && { source }) }),
  }
}
