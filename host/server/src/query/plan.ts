import { authorize, type Subject } from '@orrery/access'
import type { QueryBatch } from '@orrery/api'
import {
  Dashboard,
  filtersFor,
  filterVariables,
  momentOf,
  resolveFilters,
  scopedVariables,
  variablesOfPanel,
  variablesWithin,
  type DashboardSpec,
  type QueryAnnotations,
  type VariablesByName,
} from '@orrery/dashboard'
import { usedVariables, type VariableScope } from '@orrery/format'
import {
  DatasourceKind,
  intervalFor,
  QueryError,
  type AdhocFilter,
  type LivePosition,
  type Purpose,
  type TimeRange,
} from '@orrery/query'
import { ResourceError, type Resource, type ResourceStore } from '@orrery/resource'
import { isCodedError, type CodedError } from '@orrery/schema'
import { ServerError } from '../errors.ts'
import { inSpan } from '../telemetry/spans.ts'
import { missingPanel, withLibrary } from './library-panels.ts'
import { planPanel, type PlannedPanel, type PlannedShape } from './panel-plan.ts'
import { usedBuiltIn, type Resolver } from './variables/resolver.ts'

/** One query to run, without what only the run knows. */
export interface PlannedQuery {
  readonly refId: string
  /** Its id, or a variable of data sources: `$source`. */
  readonly datasource: string
  readonly query: unknown
  /** What its variables hold; throws what a value or its options fail with. */
  readonly variables: () => Promise<VariableScope>
  readonly intervalMs: number
  /** That of the batch when omitted. */
  readonly range?: TimeRange
  /** `data` when omitted. */
  readonly purpose?: Purpose
  /** Its own; what `filtersOf` answers when omitted. */
  readonly filters?: readonly AdhocFilter[]
  /** What the dashboard narrows the queries of a datasource down by; by nothing when omitted. */
  readonly filtersOf?: (datasource: string) => Promise<readonly AdhocFilter[]>
  /** Asks so much earlier, and moves the answer forward, to compare with. */
  readonly timeShiftMs?: number
  /** Of that, for the comparison of its panel; it is of now when omitted. */
  readonly compareMs?: number
  /** The annotations that it is the query of. */
  readonly annotations?: QueryAnnotations
}

/** What is run for one item of a batch; a problem where it cannot be. */
export interface PlannedItem {
  readonly id: string
  readonly queries: readonly PlannedQuery[]
  readonly problem?: CodedError
  /** What is made of the answers; they are shown as they are when omitted. */
  readonly shape?: PlannedShape
  /** How far its queries were followed before. */
  readonly since?: Readonly<Record<string, LivePosition>>
}

export interface PlanContext {
  readonly store: ResourceStore
  readonly namespace: string
}

/** Purpose and name of the query of annotations. */
const ANNOTATIONS = 'annotations'

type Item = QueryBatch['items'][number]

const isDraft = ({ type }: Item) => type === 'draft' || type === 'draftPanel'

type DashboardAt = NonNullable<QueryBatch['dashboard']>

/**
 * The saved dashboard at the revision that the viewer sees, with the panels of the library that it shows: REVISION_NOT_FOUND when it never was, 404 when it is gone. */
export const savedDashboard = async (context: PlanContext, at: DashboardAt): Promise<DashboardSpec> =>
  (await savedResource(context, at)).spec

/** As {@link savedDashboard}, with what is told of it. */
export async function savedResource(
  { store, namespace }: PlanContext,
  { id, revision }: DashboardAt,
): Promise<Resource<DashboardSpec>> {
  const key = { namespace, kind: Dashboard.kind, id }
  const now = await store.get(key)
  if (!now) throw new ResourceError('RESOURCE_NOT_FOUND', { key })
  const then = now.revision === revision ? now : await store.getRevision(key, revision)
  if (!then) throw new ServerError('REVISION_NOT_FOUND', { dashboard: id, revision })
  const { apiVersion } = then.resource
  if (apiVersion !== Dashboard.apiVersion) {
    const reason = `it is of ${apiVersion}, and this host reads ${Dashboard.apiVersion}`
    throw new ResourceError('RESOURCE_READ_ONLY', { key, reason })
  }
  // One of this version was checked when it was written.
  return withLibrary({ store, namespace }, then.resource as Resource<DashboardSpec>)
}

const assertRange = ({ from, to }: QueryBatch['range']) => {
  if (from > to)
    throw new QueryError('TIME_RANGE_REVERSED', { from: new Date(from).toISOString(), to: new Date(to).toISOString() })
}

/** Passes who may ask for a batch; answers the dashboard that its sealed items are of. */
export async function admitBatch(
  context: PlanContext,
  { items, range, dashboard }: QueryBatch,
  subject: Subject | undefined,
): Promise<Resource<DashboardSpec> | undefined> {
  const permit = () => {
    authorize(subject, 'query', { kind: DatasourceKind.kind })
    if (items.some(isDraft)) authorize(subject, 'query:adhoc', { kind: DatasourceKind.kind })
    if (dashboard || items.some((item) => !isDraft(item))) authorize(subject, 'read', { kind: Dashboard.kind })
  }
  await inSpan('orrery.permission', permit)
  assertRange(range)
  return dashboard && savedResource(context, dashboard)
}

export interface PlanRequest {
  readonly batch: QueryBatch
  /** That of its sealed items. */
  readonly spec: DashboardSpec | undefined
  /** Of the dashboard's variables. */
  readonly resolver: Resolver | undefined
  /** Variables that begin with `__`. */
  readonly builtIn: VariableScope
}

/**
 * What a batch runs, and with which values. Values that the dashboard itself does not admit fail the whole batch; a panel
 * that is not there, a query that is not valid, or a value whose datasource must be asked is a problem of its item only.
 */
export async function planBatch({ batch, spec, resolver, builtIn }: PlanRequest): Promise<readonly PlannedItem[]> {
  const { items, range } = batch
  const declared = spec ? scopedVariables(spec) : []
  // Drafts are of those who may ask what they like: their values are taken as they are.
  if (items.some((item) => !isDraft(item))) await inSpan('orrery.variables', async () => resolver?.checkGiven())
  const filters = resolveFilters(declared, spec ? (batch.filters ?? {}) : {})
  const draftScope = async () => ({ ...builtIn, ...(batch.scope ?? byName(batch.variables)) })

  /** What queries at a place of the dashboard are run with. */
  const within = (known: VariablesByName, queries: unknown, instance?: Readonly<Record<string, string>>) => {
    const names = usedVariables(queries).filter((name) => !name.startsWith('__'))
    let found: Promise<VariableScope> | undefined
    const scope = async () => ({
      ...usedBuiltIn(queries, builtIn),
      ...(await (found ??= resolver!.scopeOf(known, names, instance))),
    })
    const filtersOf = async (datasource: string) => {
      const set = filterVariables(known.values()).filter(({ key }) => filters[key]?.length)
      const sources = usedVariables(set.map(({ variable }) => variable.datasource))
      return filtersFor(known.values(), filters, datasource, await resolver!.scopeOf(known, sources, instance))
    }
    return { variables: scope, filtersOf }
  }
  const clock = Date.now()
  /** Drafts are read as their editor says, all others as their dashboard has it. */
  const momentFor = (item: Item) => momentOf((isDraft(item) ? batch.reading : spec?.time) ?? {}, batch.timeZone, clock)
  const planQueries = (
    item: Item,
    panel: PlannedPanel,
    at: Pick<PlannedQuery, 'variables' | 'filtersOf'>,
  ): PlannedItem => {
    const { id, width } = item
    try {
      const { queries, shape } = planPanel(panel, { ...at, range, ...momentFor(item), width })
      return { id, queries, ...(shape && { shape }) }
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
        queries: [
          {
            refId,
            datasource,
            query,
            intervalMs,
            variables: draftScope,
            ...(purpose && { purpose }),
            ...(own && { filters: own }),
          },
        ],
      }
    }
    if (item.type === 'draftPanel')
      return planQueries(item, item, {
        variables: draftScope,
        filtersOf: async (datasource) => filtersFor(declared, filters, datasource, await draftScope()),
      })
    if (!spec || !batch.dashboard) throw new ServerError('DASHBOARD_NEEDED', undefined)
    if (item.type === 'annotations') {
      const { name } = item
      const annotations = spec.annotations?.find((each) => each.name === name)
      if (annotations?.type !== 'query')
        return {
          id,
          queries: [],
          problem: new ServerError('ANNOTATIONS_NOT_FOUND', { dashboard: batch.dashboard.id, name }),
        }
      const { datasource, query } = annotations
      const at = within(variablesWithin(spec, []), [datasource, query])
      const asked = {
        refId: ANNOTATIONS,
        datasource,
        query,
        intervalMs,
        annotations,
        purpose: ANNOTATIONS,
        ...at,
      } as const
      return { id, queries: [asked] }
    }
    const panel = Object.hasOwn(spec.panels, item.panel) ? spec.panels[item.panel] : undefined
    if (!panel) return { id, queries: [], problem: missingPanel(spec, batch.dashboard.id, item.panel) }
    const { queries, transformations } = panel
    const at = within(variablesOfPanel(spec, item.panel), [queries, transformations], item.instance)
    return { ...planQueries(item, panel, at), ...(item.since && { since: item.since }) }
  }
  return items.map(planItem)
}

/** Values by name: of variables with the same name, the inner one. */
const byName = (values: QueryBatch['variables'] = {}): VariableScope =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key.slice(key.indexOf('/') + 1), value]))
