import { can } from '@orrery/access'
import type { QueryBatch } from '@orrery/api'
import { checkDashboard, Dashboard, DashboardSpec } from '@orrery/dashboard'
import { DatasourceKind, resolveRange } from '@orrery/query'
import { check, CodedError, Type, validate, type Static } from '@orrery/sdk'
import { ApiError } from '../api/client.ts'
import { listPage, putResource } from '../api/resources.ts'
import { session } from '../api/session.ts'
import { openDoor } from '../plugins/doors.ts'
import { contributionsOf, type Contributed } from '../plugins/plugin-list.ts'
import { runBatch } from '../query/batch.ts'
import { t } from '../text.ts'

const StarterData = Type.Object({
  description: Type.String(),
  datasource: Type.String(),
  finds: Type.Record(Type.String(), Type.Unknown()),
  dashboard: Type.Unknown(),
})

/** A dashboard that a plugin offers, for a datasource that has its data. */
export interface OfferedStarter {
  readonly id: string
  readonly title: string
  readonly description: string
  /** Id of the dashboard that it becomes. */
  readonly dashboard: string
  /** There is such a dashboard already. */
  readonly isAdded: boolean
  readonly starter: Static<typeof StarterData>
  readonly contributed: Contributed
}

/** Finding needs a query that is saved nowhere, adding a new dashboard. */
export const mayAddStarters = () =>
  session.user !== undefined &&
  can(session.user, 'query:adhoc', { kind: DatasourceKind.kind }) &&
  can(session.user, 'write', { kind: Dashboard.kind })

/** The starters whose data this datasource has; one whose query fails is not offered. */
export async function findStarters(
  datasource: { readonly id: string; readonly type: string },
  signal: AbortSignal,
): Promise<readonly OfferedStarter[]> {
  const known = contributionsOf('starter').flatMap((contributed) => {
    const starter = validate(StarterData, contributed.data)
    return starter.ok && starter.value.datasource === datasource.type ? [{ contributed, starter: starter.value }] : []
  })
  if (known.length === 0) return []
  const found = new Set<string>()
  const batch: QueryBatch = {
    range: resolveRange({ from: 'now-15m', to: 'now' }, Date.now(), { zone: 'UTC' }),
    timeZone: 'UTC',
    items: known.map(({ contributed, starter }) => ({
      type: 'draft',
      id: contributed.id,
      datasource: datasource.id,
      refId: 'A',
      query: starter.finds,
      width: 100,
    })),
  }
  for await (const { header, frame } of runBatch(batch, signal)) if (frame && frame.length > 0) found.add(header.id)
  const offered = known.filter(({ contributed }) => found.has(contributed.id))
  return Promise.all(
    offered.map(async ({ contributed, starter }) => {
      const dashboard = `${contributed.id}-${datasource.id}`
      const { id, title } = contributed
      const isAdded = await isThere(dashboard, signal)
      return { id, title, description: starter.description, dashboard, isAdded, starter, contributed }
    }),
  )
}

async function isThere(dashboard: string, signal: AbortSignal) {
  const { items } = await listPage(Dashboard.plural, { search: dashboard, limit: 100 }, signal)
  return items.some(({ resource }) => resource.id === dashboard)
}

/** Makes the dashboard of a starter, which asks this datasource. */
export async function addStarter({ contributed, starter, dashboard, title }: OfferedStarter, datasource: string) {
  const { plugin } = contributed
  const make = await openDoor(plugin, starter.dashboard)
  try {
    if (typeof make !== 'function') throw new TypeError(t('it gave no dashboard'))
    // The build checked the door's default export against `StarterDashboard`; what it makes is checked here.
    const spec = check(DashboardSpec, (make as (datasource: string) => unknown)(datasource), title)
    checkDashboard(spec)
    await putResource(
      Dashboard.plural,
      {
        apiVersion: Dashboard.apiVersion,
        kind: Dashboard.kind,
        namespace: session.namespace,
        id: dashboard,
        metadata: { title },
        spec,
      },
      undefined,
    )
  } catch (cause) {
    if (cause instanceof ApiError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    const params = { plugin: plugin.id, title, reason }
    const message = t('Plugin {plugin} could not make the dashboard {title}: {reason}. Update the plugin.', params)
    throw new CodedError('PluginError', 'PLUGIN_CODE_FAILED', 500, message, params, { cause })
  }
}
