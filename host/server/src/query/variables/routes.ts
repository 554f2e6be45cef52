import { authorize } from '@orrery/access'
import { routes } from '@orrery/api'
import { Dashboard } from '@orrery/dashboard'
import { DatasourceKind } from '@orrery/query'
import { ServerError } from '../../errors.ts'
import type { Serve } from '../../http/serve.ts'
import { savedResource } from '../plan.ts'
import type { createRun } from '../run.ts'
import { builtInScope } from './built-in.ts'
import { createResolver, type ResolverContext } from './resolver.ts'

export interface VariableRoutes extends ResolverContext {
  /** Aborted when the host stops waiting for queries. */
  readonly stopping: AbortSignal
  readonly runOf: ReturnType<typeof createRun>
}

/** The options of a variable: of one that is saved for whoever may see its dashboard, of one that is edited for those who may ask what they like. */
export function variableRoutes(serve: Serve, { stopping, runOf, ...context }: VariableRoutes): void {
  serve(routes.variableOptions, async ({ body, subject, reply }) => {
    const { dashboard: at, variable, draft, variables = {}, scope = {}, range, timeZone } = body
    if (draft) authorize(subject, 'query:adhoc', { kind: DatasourceKind.kind })
    if (at) authorize(subject, 'read', { kind: Dashboard.kind })
    if (!draft && !at) throw new ServerError('DASHBOARD_NEEDED', undefined)
    const dashboard = at && (await savedResource(context, at))
    const left = new AbortController()
    reply.raw.on('close', () => left.abort())
    const run = runOf({ range, timeZone, signal: AbortSignal.any([left.signal, stopping]) })
    const resolver = createResolver(context, {
      spec: draft ? { variables: [draft], layout: { type: 'grid', items: [] } } : dashboard!.spec,
      given: draft ? {} : variables,
      builtIn: { ...builtInScope({ dashboard, subject, timeZone }), ...(draft && scope) },
      range,
      run: async (query) => (await run.run(query)).frames,
    })
    const options = await resolver.optionsOf(draft ? draft.name : (variable ?? ''))
    if (!options) throw new ServerError('VARIABLE_NOT_FOUND', { dashboard: at?.id ?? '', variable: variable ?? '' })
    return { options: [...options] }
  })
}
