import { filtersFor } from '@orrery/dashboard'
import type { RouteLocationRaw } from 'vue-router'
import type { ViewState } from '../dashboard/url-state.ts'
import type { ViewedDashboard } from '../dashboard/viewed-dashboard.ts'
import type { EditedQuery } from '../query/edited-query.ts'
import { EXPLORE, writeExplore } from './explore-state.ts'

/** Where the queries of a panel are explored: at its time, and with the variables and filters that it has now. */
export function explorePanel(
  { id, revision, spec }: ViewedDashboard,
  panel: string,
  { time, zone, variables, filters }: ViewState,
): RouteLocationRaw {
  const queries = (spec.panels[panel]?.queries ?? []).map((query): EditedQuery => {
    const applied = [...filtersFor(spec.variables ?? [], filters, query.datasource)]
    return applied.length > 0 ? { ...query, filters: applied } : query
  })
  const values = Object.entries(variables).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : [...value],
  ])
  const source = { id, revision, variables: Object.fromEntries(values) as Record<string, string | string[]> }
  return {
    path: EXPLORE,
    query: writeExplore({ time, zone, refresh: undefined, queries, ...(values.length > 0 && { source }) }),
  }
}
