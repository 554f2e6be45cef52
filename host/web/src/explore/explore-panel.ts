import { filtersFor, momentOf, variablesOfPanel, type DashboardTime } from '@orrery/dashboard'
import { resolveRange, type TimeExpressions } from '@orrery/query'
import type { VariableScope } from '@orrery/sdk'
import type { RouteLocationRaw } from 'vue-router'
import { parseInstanceKey } from '../dashboard/layout/instance.ts'
import type { ViewState } from '../dashboard/url-state.ts'
import type { ViewedDashboard } from '../dashboard/viewed-dashboard.ts'
import { browserZone } from '../time/zones.ts'
import { plainValues, toWireValues } from '../variables/variable-options.ts'
import type { EditedQuery } from '../query/edited-query.ts'
import { EXPLORE, writeExplore } from './explore-state.ts'

/** Explore has no calendar and no delay of its own: what a dashboard reads by these goes along as moments. */
function toExplored(time: TimeExpressions, own: DashboardTime, zone: string): TimeExpressions {
  const isOwn = own.nowDelay !== undefined || /f[Qy]|\/w/.test(`${time.from} ${time.to}`)
  if (!isOwn) return time
  const { now, calendar } = momentOf(own, zone, Date.now())
  const { from, to } = resolveRange(time, now, calendar)
  return { from: String(from), to: String(to) }
}

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
  const shown = zone ?? spec.time.zone
  return {
    path: EXPLORE,
    query: writeExplore({
      time: toExplored(time, spec.time, shown ?? browserZone),
      zone: shown,
      refresh: undefined,
      queries,
      ...(source && Object.keys(values).length > 0 && { source }),
    }),
  }
}
