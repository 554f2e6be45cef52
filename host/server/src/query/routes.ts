import type { Subject } from '@orrery/access'
import { routes, SealedAnnotations, SealedPanel } from '@orrery/api'
import { momentOf } from '@orrery/dashboard'
import type { FastifyRequest } from 'fastify'
import { ServerError } from '../errors.ts'
import { chooseEncoding } from '../http/compression.ts'
import type { Handler, Serve } from '../http/serve.ts'
import { createAnswer } from './answer.ts'
import type { LiveWatch } from './live-watch.ts'
import { createBatch, type BatchContext } from './batch.ts'
import { admitBatch, planBatch } from './plan.ts'
import { createRun, type RunContext } from './run.ts'
import type { Shaper } from './shape.ts'
import { builtInScope } from './variables/built-in.ts'
import { createCalculatedOptions } from './variables/calculated-options.ts'
import { createOptionsCache } from './variables/options-cache.ts'
import { createResolver } from './variables/resolver.ts'
import { variableRoutes } from './variables/routes.ts'

export interface QueryRoutes extends RunContext, BatchContext, Pick<Shaper, 'memo' | 'find'> {
  /** Aborted when the host stops waiting for queries. */
  readonly stopping: AbortSignal
  readonly liveWatch: LiveWatch
  /** Who asks, looked up now. */
  readonly subjectOf: (request: FastifyRequest) => Promise<Subject | undefined>
}

const sealed = { panel: SealedPanel, annotations: SealedAnnotations }

/** A sealed item that carries more than its reference is an attempt to change what runs: 403, whatever else is wrong. */
async function assertSealed({ body }: FastifyRequest) {
  const { items } = (body ?? {}) as { items?: unknown }
  for (const item of Array.isArray(items) ? (items as unknown[]) : []) {
    const { type } = (item ?? {}) as { type?: unknown }
    if (type !== 'panel' && type !== 'annotations') continue
    const { properties } = sealed[type]
    const extra = Object.keys(item as object).find((name) => !Object.hasOwn(properties, name))
    if (extra !== undefined) throw new ServerError('QUERY_UNSEALED', { field: extra.slice(0, 64) })
  }
}

/** The batch of queries of the visible panels, answered as a stream of frames. */
export function queryRoutes(serve: Serve, context: QueryRoutes): void {
  const { stopping, liveWatch, subjectOf, memo, find } = context
  const runOf = createRun(context)
  const runBatch = createBatch(context)
  const variables = { store: context.store, namespace: context.namespace, optionsCache: createOptionsCache() }
  variableRoutes(serve, { ...variables, stopping, runOf, memo, find })

  const answerBatch: Handler<typeof routes.runQueries> = async ({ body, subject, request, reply }) => {
    const { id: traceId, headers } = request
    const dashboard = await admitBatch(context, body, subject)
    const left = new AbortController()
    reply.raw.on('close', () => {
      if (!reply.raw.writableFinished) left.abort()
    })
    const signal = AbortSignal.any([left.signal, stopping])
    const { range, timeZone } = body
    const encoding = chooseEncoding(headers['accept-encoding'])
    const answer = createAnswer(encoding)
    const mayAsk = async () => void (await admitBatch(context, body, await subjectOf(request)))
    // What ends before now does not go on as it happens.
    const isNow = dashboard?.spec.time.nowDelay === undefined
    const live = body.live && isNow && { signal: liveWatch.watch(mayAsk, signal), beatMs: liveWatch.everyMs }
    const run = runOf({ range, timeZone, signal })
    const shaper = { memo, find, timeZone, signal }
    const builtIn = builtInScope({ dashboard, subject, timeZone })
    const resolver =
      dashboard &&
      createResolver(variables, {
        spec: dashboard.spec,
        given: body.variables ?? {},
        builtIn,
        range,
        run: async (query) => (await run.run(query)).frames,
        calculate: createCalculatedOptions({
          run,
          shaper,
          range,
          ...momentOf(dashboard.spec.time, timeZone, Date.now()),
        }),
      })
    const items = await planBatch({ batch: body, spec: dashboard?.spec, resolver, builtIn })
    void runBatch({ items, run, shaper, answer, traceId, ...(live && { live }) })

    reply.header('vary', 'accept-encoding')
    if (encoding) reply.header('content-encoding', encoding)
    return answer.stream
  }
  serve(routes.runQueries, answerBatch, { preValidation: assertSealed })
}
