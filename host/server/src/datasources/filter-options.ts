import { authorize, can } from '@orrery/access'
import { routes } from '@orrery/api'
import { Dashboard, scopedVariables, type DashboardSpec, type Variable, type VariableOf } from '@orrery/dashboard'
import { usedVariables } from '@orrery/format'
import { DatasourceKind, type DatasourceSpec } from '@orrery/query'
import { ResourceError } from '@orrery/resource'
import { ServerError } from '../errors.ts'
import { toCodedError } from '../http/problem.ts'
import type { Serve } from '../http/serve.ts'
import { savedDashboard } from '../query/plan.ts'
import { namedDatasources } from '../query/variables/named-datasources.ts'
import { within } from './connect.ts'
import type { DatasourceRoutes } from './routes.ts'

type Context = Pick<DatasourceRoutes, 'store' | 'types' | 'clients' | 'namespace'>

/** Whether viewers choose among the keys of its datasource. */
const offersKeys = (variable: Variable): variable is VariableOf<'filters' | 'groupBy'> =>
  variable.type === 'filters' || variable.type === 'groupBy'

/** The datasources that the filters of a dashboard are of: by their ids, and all that its variables may name in their place. */
async function offeredBy(context: Pick<Context, 'store' | 'namespace'>, spec: DashboardSpec) {
  const variables = scopedVariables(spec).map(({ variable }) => variable)
  const named = variables.filter(offersKeys).map(({ datasource }) => datasource)
  const names = new Set(usedVariables(named))
  const options = await Promise.all(
    variables.map((variable) =>
      // A pattern that names variables itself offers nothing here: which values they have, only the page knows.
      variable.type === 'datasource' && names.has(variable.name) ? namedDatasources(context, variable, {}) : [],
    ),
  )
  return new Set([...named, ...options.flat().map(({ value }) => value)])
}

const TIMEOUT_MS = 15_000

/** Keys and values for the filters of a dashboard, of datasources that it has such filters for, or for those who may send queries of any. */
export function filterOptionsRoute(serve: Serve, { store, types, clients, namespace }: Context): void {
  serve(routes.filterOptions, async ({ body, subject, reply }) => {
    const { datasource, dashboard, key, search, limit = 200, range, filters = [] } = body
    const resourceKey = { namespace, kind: DatasourceKind.kind, id: datasource }
    if (!can(subject, 'query:adhoc', { kind: DatasourceKind.kind })) {
      if (dashboard) authorize(subject, 'read', { kind: Dashboard.kind })
      const saved = dashboard && (await savedDashboard({ store, namespace }, dashboard))
      const offered = saved && (await offeredBy({ store, namespace }, saved))
      if (!offered?.has(datasource)) throw new ServerError('FILTERS_NOT_OFFERED', { datasource })
    }
    const stored = await store.get(resourceKey)
    if (!stored) throw new ResourceError('RESOURCE_NOT_FOUND', { key: resourceKey })
    const type = types.get((stored.resource.spec as DatasourceSpec).type)
    if (!type.filters) throw new ServerError('FILTERS_UNSUPPORTED', { datasource })

    const left = new AbortController()
    reply.raw.on('close', () => left.abort())
    const asked = { ...(key !== undefined && { key }), ...(search && { search }), limit, range, filters }
    try {
      return await clients.use(resourceKey, (client) =>
        within(TIMEOUT_MS, { type: type.id, step: 'list what filters may have' }, async (timeout) => {
          if (!client.filterOptions) throw new ServerError('FILTERS_UNSUPPORTED', { datasource })
          const signal = AbortSignal.any([left.signal, timeout])
          const { names, isCutOff } = await client.filterOptions({ ...asked, signal })
          return { names: names.slice(0, limit), isCutOff: isCutOff || names.length > limit }
        }),
      )
    } catch (thrown) {
      throw Object.assign(toCodedError(thrown), { plugin: type.plugin })
    }
  })
}
