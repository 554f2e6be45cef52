import { FRAMES_MEDIA_TYPE, QueryBatch, SealedPanel } from '@orrery/api'
import { toWireProblem } from '@orrery/query'
import type { CodedError } from '@orrery/schema'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ServerError } from '../errors.ts'
import { chooseEncoding } from '../http/compression.ts'
import { toCodedError } from '../http/problem.ts'
import type { HostLog } from '../log/log.ts'
import { createAnswer } from './answer.ts'
import { planBatch, type PlanContext, type PlannedItem } from './plan.ts'
import { createRun, type RunContext } from './run.ts'

export interface QueryRoutes extends PlanContext, RunContext {
  readonly log: HostLog
  /** Aborted when the host stops waiting for queries. */
  readonly stopping: AbortSignal
}

interface OfNamespace {
  Params: { ns: string }
}

/** A sealed panel that carries more than its reference is an attempt to change what runs: 403 before anything else is said. */
async function assertSealed({ body }: FastifyRequest) {
  const { items } = (body ?? {}) as { items?: unknown }
  for (const item of Array.isArray(items) ? (items as unknown[]) : []) {
    const { type } = (item ?? {}) as { type?: unknown }
    const extra =
      type === 'panel'
        ? Object.keys(item as object).find((name) => !Object.hasOwn(SealedPanel.properties, name))
        : undefined
    if (extra !== undefined) throw new ServerError('QUERY_UNSEALED', { field: extra.slice(0, 64) })
  }
}

/** The batch of queries of the visible panels, answered as a stream of frames. */
export function queryRoutes(app: FastifyInstance, context: QueryRoutes): void {
  const { store, types, namespace, log, stopping } = context
  const run = createRun(context)

  app.post<OfNamespace & { Body: QueryBatch }>(
    '/api/v1/ns/:ns/query',
    { schema: { body: QueryBatch }, preValidation: assertSealed },
    async (request, reply) => {
      const { body, params, subject, id: traceId } = request
      if (params.ns !== namespace)
        throw new ServerError('NAMESPACE_NOT_FOUND', { namespace: params.ns, known: namespace })
      const { items, variables } = await planBatch({ store, namespace }, body, subject)

      const left = new AbortController()
      reply.raw.on('close', () => left.abort())
      const signal = AbortSignal.any([left.signal, stopping])
      const runQuery = run({ range: body.range, timeZone: body.timeZone, variables, signal })
      const encoding = chooseEncoding(request.headers['accept-encoding'])
      const answer = createAnswer(encoding)

      const problemOf = async (thrown: unknown, datasource?: string) => {
        const error: CodedError = toCodedError(thrown)
        if (error.code === 'INTERNAL' || error.code === 'QUERY_FAILED')
          log.error(error.message, { traceId, datasource, error: thrown })
        const plugin = datasource === undefined ? undefined : await pluginOf(datasource)
        return { ...toWireProblem(error), traceId, ...(plugin === undefined ? {} : { plugin }) }
      }
      const pluginOf = async (id: string) => {
        const stored = await store.get({ namespace, kind: 'datasource', id })
        return stored && types.find((stored.resource.spec as { type: string }).type)?.plugin
      }
      const answerItem = async ({ id, queries, problem }: PlannedItem) => {
        if (problem) await answer.write({ id, problem: await problemOf(problem) })
        let part = 0
        await Promise.all(
          queries.map(async (query) => {
            const { refId, datasource } = query
            try {
              for (const frame of await runQuery(query)) await answer.write({ id, refId, part: part++ }, frame)
            } catch (thrown) {
              await answer.write({ id, refId, problem: await problemOf(thrown, datasource) })
            }
          }),
        )
        await answer.write({ id, end: true })
      }

      void Promise.all(items.map(answerItem))
        .then(answer.end)
        .catch((error: unknown) => {
          log.error('An answer could not be written.', { traceId, error })
          answer.stream.destroy()
        })
      reply.header('vary', 'accept-encoding').type(FRAMES_MEDIA_TYPE)
      if (encoding) reply.header('content-encoding', encoding)
      return reply.send(answer.stream)
    },
  )
}
