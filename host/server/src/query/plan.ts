import { authorize, type Subject } from '@orrery/access'
import type { QueryBatch } from '@orrery/api'
import { Dashboard, resolveVariables, type DashboardSpec } from '@orrery/dashboard'
import { DatasourceKind, intervalFor, QueryError, type LivePosition, type VariableValues } from '@orrery/query'
import { ResourceError, type ResourceStore } from '@orrery/resource'
import { type CodedError } from '@orrery/schema'
import { ServerError } from '../errors.ts'
import { inSpan } from '../telemetry/spans.ts'

/** One query to run, without what only the run knows. */
export interface PlannedQuery {
  readonly refId: string
  readonly datasource: string
  readonly query: unknown
  readonly intervalMs: number
}

/** What is run for one item of a batch; a problem where it cannot be. */
export interface PlannedItem {
  readonly id: string
  readonly queries: readonly PlannedQuery[]
  readonly problem?: CodedError
  /** How far its queries were followed before. */
  readonly since?: Readonly<Record<string, LivePosition>>
}

export interface Plan {
  readonly items: readonly PlannedItem[]
  readonly variables: VariableValues
}

export interface PlanContext {
  readonly store: ResourceStore
  readonly namespace: string
}

type Item = QueryBatch['items'][number]

/** The saved dashboard at the revision that the viewer sees: REVISION_NOT_FOUND when it never was, 404 when it is gone. */
async function savedDashboard(
  { store, namespace }: PlanContext,
  { id, revision }: NonNullable<QueryBatch['dashboard']>,
): Promise<DashboardSpec> {
  const key = { namespace, kind: Dashboard.kind, id }
  const now = await store.get(key)
  if (!now) throw new ResourceError('RESOURCE_NOT_FOUND', { key })
  const then = now.revision === revision ? now : await store.getRevision(key, revision)
  if (!then) throw new ServerError('REVISION_NOT_FOUND', { dashboard: id, revision })
  const { apiVersion, spec } = then.resource
  if (apiVersion !== Dashboard.apiVersion) {
    const reason = `it is of ${apiVersion}, and this host reads ${Dashboard.apiVersion}`
    throw new ResourceError('RESOURCE_READ_ONLY', { key, reason })
  }
  // One of this version was checked when it was written.
  return spec as DashboardSpec
}

const assertRange = ({ from, to }: QueryBatch['range']) => {
  if (from > to)
    throw new QueryError('TIME_RANGE_REVERSED', { from: new Date(from).toISOString(), to: new Date(to).toISOString() })
}

/**
 * What a batch runs, and with which values. Everything that this subject may not ask for fails the whole batch; a panel
 * that is not there, or a query that is not valid, is a problem of its item only.
 */
export async function planBatch(context: PlanContext, batch: QueryBatch, subject: Subject | undefined): Promise<Plan> {
  const { items, range } = batch
  const permit = () => {
    authorize(subject, 'query', { kind: DatasourceKind.kind })
    if (items.some(({ type }) => type === 'draft')) authorize(subject, 'query:adhoc', { kind: DatasourceKind.kind })
    if (batch.dashboard || items.some(({ type }) => type === 'panel'))
      authorize(subject, 'read', { kind: Dashboard.kind })
  }
  await inSpan('orrery.permission', permit)
  assertRange(range)
  const dashboard = batch.dashboard && (await savedDashboard(context, batch.dashboard))
  const variables = await inSpan('orrery.variables', () =>
    resolveVariables(dashboard?.variables ?? [], batch.variables ?? {}),
  )

  const planItem = (item: Item): PlannedItem => {
    const { id, width } = item
    const intervalMs = intervalFor(range, width)
    if (item.type === 'draft') {
      const { refId, datasource, query } = item
      return { id, queries: [{ refId, datasource, query, intervalMs }] }
    }
    if (!dashboard || !batch.dashboard) throw new ServerError('DASHBOARD_NEEDED', undefined)
    const panel = Object.hasOwn(dashboard.panels, item.panel) ? dashboard.panels[item.panel] : undefined
    if (!panel)
      return {
        id,
        queries: [],
        problem: new ServerError('PANEL_NOT_FOUND', { dashboard: batch.dashboard.id, panel: item.panel }),
      }
    const shown = panel.queries.filter(({ hidden }) => !hidden)
    return {
      id,
      queries: shown.map(({ refId, datasource, query }) => ({ refId, datasource, query, intervalMs })),
      ...(item.since && { since: item.since }),
    }
  }
  return { items: items.map(planItem), variables }
}
