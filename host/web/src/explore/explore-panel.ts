import { filtersFor, variablesOfPanel } from '@orrery/dashboard'
import type { VariableScope } from '@orrery/sdk'
import type { RouteLocationRaw } from 'vue-router'
import { parseInstanceKey } from '../dashboard/layout/instance.ts'
import type { ViewState } from '../dashboard/url-state.ts'
import type { ViewedDashboard } from '../dashboard/viewed-dashboard.ts'
import { plainValues, toWireValues } from '../variables/variable-options.ts'
import type { EditedQuery } from '../query/edited-query.ts'
import { EXPLORE, writeExplore } from './explore-state.ts'

/** Where the queries of a panel, by its key, are explored: at its time, and with the variables and filters that it has now. */
export function explorePanel(
  { id, revision, spec }: ViewedDashboard,
  key: string,
  { time, zone, filters }: ViewState,
  scope: VariableScope,
): RouteLocationRaw {
  const { panel, instance } = parseInstanceKey(key)
  const queries = (spec.panels[panel]?.queries ?? []).map((query): EditedQuery => {
    const applied = [...filtersFor(variablesOfPanel(spec, panel).values(), filters, query.datasource, scope)]
    return applied.length > 0 ? { ...query, filters: applied } : query
  })
  const values = toWireValues({ ...plainValues(scope), ...instance })
  const source = revision === undefined ? undefined : { id, revision, variables: values }
  return {
    path: EXPLORE,
    query: writeExplore({
      time,
      zone,
      refresh: undefined,
      queries,
      ...(source && Object.keys(values).length > 0 && { source }),
    }),
  }
}
