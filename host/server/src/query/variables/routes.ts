import { authorize } from '@orrery/access'
import { routes } from '@orrery/api'
import { Dashboard, momentOf } from '@orrery/dashboard'
import { DatasourceKind } from '@orrery/query'
import { ServerError } from '../../errors.ts'
import type { Serve } from '../../http/serve.ts'
import { savedResource } from '../plan.ts'
import type { createRun } from '../run.ts'
import type { Shaper } from '../shape.ts'
import { builtInScope } from './built-in.ts'
import { createCalculatedOptions } from './calculated-options.ts'
import { createResolver, type ResolverContext } from './resolver.ts'

export interface VariableRoutes extends ResolverContext, Pick<Shaper, 'memo' | 'find'> {
  /** Aborted when the host stops waiting for queries. */
  readonly stopping: AbortSignal
  readonly runOf: ReturnType<typeof createRun>
}

/** The options of a variable: of one that is saved for whoever may see its dashboard, of one that is edited for those who may ask what they like. */
export function variableRoutes(serve: Serve, { stopping, runOf, memo, find, ...context }: VariableRoutes): void {
  serve(routes.variableOptions, async ({ body, subject, reply }) => {
    const { dashboard: at, variable, draft, variables = {}, scope = {}, range, timeZone } = body
    if (draft) authorize(subject, 'query:adhoc', { kind: DatasourceKind.kind })
    if (at) authorize(subject, 'read', { kind: Dashboard.kind })
    if (!draft && !at) throw new ServerError('DASHBOARD_NEEDED', undefined)
    const dashboard = at && (await savedResource(context, at))
    const left = new AbortController()
    reply.raw.on('close', () => left.abort())
    const signal = AbortSignal.any([left.signal, stopping])
    const run = runOf({ range, timeZone, signal })
    const moment = momentOf(dashboard?.spec.time ?? {}, timeZone, Date.now())
    const resolver = createResolver(context, {
      spec: draft ? { variables: [draft], layout: { type: 'grid', items: [] } } : dashboard!.spec,
      given: draft ? {} : variables,
      builtIn: { ...builtInScope({ dashboard, subject, timeZone }), ...(draft && scope) },
      range,
      run: async (query) => (await run.run(query)).frames,
      calculate: createCalculatedOptions({ run, shaper: { memo, find, timeZone, signal }, range, ...moment }),
    })
    const options = await resolver.optionsOf(draft ? draft.name : (variable ?? ''))
    if (!options) throw new ServerError('VARIABLE_NOT_FOUND', { dashboard: at?.id ?? '', variable: variable ?? '' })
    return { options: [...options] }
  })
}
