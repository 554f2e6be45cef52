import { authorize, type Subject } from '@orrery/access'
import type { QueryBatch } from '@orrery/api'
import {
  Dashboard,
  filtersFor,
  resolveFilters,
  resolveVariables,
  type AnnotationSpec,
  type DashboardSpec,
} from '@orrery/dashboard'
import {
  DatasourceKind,
  intervalFor,
  QueryError,
  type AdhocFilter,
  type LivePosition,
  type Purpose,
  type TimeRange,
  type VariableValues,
} from '@orrery/query'
import { ResourceError, type ResourceStore } from '@orrery/resource'
import { isCodedError, type CodedError } from '@orrery/schema'
import { ServerError } from '../errors.ts'
import { inSpan } from '../telemetry/spans.ts'
import { planPanel, type PlannedPanel } from './panel-plan.ts'

/** One query to run, without what only the run knows. */
export interface PlannedQuery {
  readonly refId: string
  readonly datasource: string
  readonly query: unknown
  readonly intervalMs: number
  /** That of the batch when omitted. */
  readonly range?: TimeRange
  /** `data` when omitted. */
  readonly purpose?: Purpose
  /** None when omitted. */
  readonly filters?: readonly AdhocFilter[]
  /** Asks so much earlier, and moves the answer forward, to compare with. */
  readonly timeShiftMs?: number
  /** The annotations that it is the query of. */
  readonly annotations?: AnnotationSpec
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

/** Purpose and name of the query of annotations. */
const ANNOTATIONS = 'annotations'

type Item = QueryBatch['items'][number]

const isDraft = ({ type }: Item) => type === 'draft' || type === 'draftPanel'

/** The saved dashboard at the revision that the viewer sees: REVISION_NOT_FOUND when it never was, 404 when it is gone. */
export async function savedDashboard(
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
    if (items.some(isDraft)) authorize(subject, 'query:adhoc', { kind: DatasourceKind.kind })
    if (batch.dashboard || items.some((item) => !isDraft(item))) authorize(subject, 'read', { kind: Dashboard.kind })
  }
  await inSpan('orrery.permission', permit)
  assertRange(range)
  const dashboard = batch.dashboard && (await savedDashboard(context, batch.dashboard))
  const declared = dashboard?.variables ?? []
  const { variables, filters } = await inSpan('orrery.variables', () => ({
    // Drafts of no saved dashboard are asked by those who may ask what they like.
    variables: dashboard ? resolveVariables(declared, batch.variables ?? {}) : (batch.variables ?? {}),
    filters: resolveFilters(declared, batch.filters ?? {}),
  }))
  const filtersOf = (datasource: string) => {
    const applied = filtersFor(declared, filters, datasource)
    return applied.length > 0 ? { filters: applied } : {}
  }
  const now = Date.now()
  const planQueries = ({ id, width }: Item, panel: PlannedPanel): PlannedItem => {
    const filtersOfPanel = (datasource: string) => filtersFor(declared, filters, datasource)
    try {
      const { timeZone } = batch
      return { id, queries: planPanel(panel, { range, now, timeZone, width, filtersOf: filtersOfPanel }) }
    } catch (error) {
      // The range of this panel alone is wrong.
      if (isCodedError(error)) return { id, queries: [], problem: error }
      throw error
    }
  }

  const planItem = (item: Item): PlannedItem => {
    const { id, width } = item
    const intervalMs = intervalFor(range, width)
    if (item.type === 'draft') {
      const { refId, datasource, query, purpose, filters: own } = item
      return {
        id,
        queries: [{ refId, datasource, query, intervalMs, ...(purpose && { purpose }), ...(own && { filters: own }) }],
      }
    }
    if (item.type === 'draftPanel') return planQueries(item, item)
    if (!dashboard || !batch.dashboard) throw new ServerError('DASHBOARD_NEEDED', undefined)
    if (item.type === 'annotations') {
      const { name } = item
      const annotations = dashboard.annotations?.find((each) => each.name === name)
      if (!annotations)
        return {
          id,
          queries: [],
          problem: new ServerError('ANNOTATIONS_NOT_FOUND', { dashboard: batch.dashboard.id, name }),
        }
      const { datasource, query } = annotations
      const asked = { refId: ANNOTATIONS, datasource, query, intervalMs, annotations, purpose: ANNOTATIONS } as const
      return { id, queries: [{ ...asked, ...filtersOf(datasource) }] }
    }
    const panel = Object.hasOwn(dashboard.panels, item.panel) ? dashboard.panels[item.panel] : undefined
    if (!panel)
      return {
        id,
        queries: [],
        problem: new ServerError('PANEL_NOT_FOUND', { dashboard: batch.dashboard.id, panel: item.panel }),
      }
    return { ...planQueries(item, panel), ...(item.since && { since: item.since }) }
  }
  return { items: items.map(planItem), variables }
}
