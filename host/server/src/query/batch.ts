import { trace } from '@opentelemetry/api'
import { toWireProblem, type WireHeader, type WireProblem } from '@orrery/query'
import type { ResourceStore } from '@orrery/resource'
import type { DatasourceTypes } from '../datasources/types.ts'
import { ServerError } from '../errors.ts'
import { toCodedError } from '../http/problem.ts'
import type { HostLog } from '../log/log.ts'
import type { Answer } from './answer.ts'
import { followItem } from './live-item.ts'
import type { PlannedItem, PlannedQuery } from './plan.ts'
import type { Run } from './run.ts'

const tracer = trace.getTracer('@orrery/server')

export interface BatchContext {
  readonly store: ResourceStore
  readonly types: DatasourceTypes
  readonly namespace: string
  readonly log: HostLog
}

export interface BatchRequest {
  readonly items: readonly PlannedItem[]
  readonly run: Run
  /** Follow what can be followed, until the signal is aborted; see {@link followItem}. */
  readonly live?: { readonly signal: AbortSignal; readonly beatMs: number }
  readonly answer: Answer
  readonly traceId: string
}

/** Runs all queries of a batch side by side and writes each result when it is there. Never rejects. */
export function createBatch({ store, types, namespace, log }: BatchContext) {
  const pluginOf = async (id: string) => {
    const stored = await store.get({ namespace, kind: 'datasource', id })
    return stored && types.find((stored.resource.spec as { type: string }).type)?.plugin
  }
  const problemOf = async (thrown: unknown, traceId: string, datasource?: string): Promise<WireProblem> => {
    const error = toCodedError(thrown)
    if (error.code === 'INTERNAL' || error.code === 'QUERY_FAILED')
      log.error(error.message, { traceId, datasource, error: thrown })
    const plugin = datasource === undefined ? undefined : await pluginOf(datasource)
    return { ...toWireProblem(error), traceId, ...(plugin === undefined ? {} : { plugin }) }
  }

  return ({ items, run, live, answer, traceId }: BatchRequest): Promise<void> => {
    const answerProblem = async (place: Pick<WireHeader, 'id' | 'refId'>, thrown: unknown, datasource?: string) => {
      try {
        await answer.write({ ...place, problem: await problemOf(thrown, traceId, datasource) })
      } catch (error) {
        log.error('A problem could not be answered.', { traceId, datasource, error })
        await answer.write({ ...place, problem: { ...toWireProblem(new ServerError('INTERNAL', undefined)), traceId } })
      }
    }
    const answerItem = async (item: PlannedItem) => {
      const { id, queries, problem } = item
      if (problem) await answerProblem({ id }, problem)
      let part = 0
      const answerQuery = async (query: PlannedQuery) => {
        const { refId, datasource } = query
        try {
          return await answer.writeResult(
            () => run.run(query),
            () => ({ id, refId, part: part++ }),
          )
        } catch (thrown) {
          await answerProblem({ id, refId }, thrown, datasource)
          return undefined
        }
      }
      const { write } = answer
      const isFollowed = live && (await followItem({ item, run, write, writeProblem: answerProblem, ...live }))
      const stats = isFollowed ? [] : (await Promise.all(queries.map(answerQuery))).filter((one) => one !== undefined)
      await answer.write({ id, ...(stats.length && { stats }), end: true })
    }

    return tracer.startActiveSpan(
      'orrery.batch',
      { attributes: { 'orrery.batch.items': items.length } },
      async (span) => {
        try {
          await Promise.all(items.map(answerItem))
          await answer.end()
        } catch (error) {
          log.error('An answer could not be written.', { traceId, error })
          // Without its end message the stream is known to be cut off.
          answer.stream.destroy()
        } finally {
          span.end()
        }
      },
    )
  }
}
