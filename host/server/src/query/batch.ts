import { toWireProblem, type QueryStats, type WireHeader, type WireProblem } from '@orrery/query'
import type { ResourceStore } from '@orrery/resource'
import type { DatasourceTypes } from '../datasources/types.ts'
import { ServerError } from '../errors.ts'
import { SLOW_MS } from '../http/access-log.ts'
import { toCodedError } from '../http/problem.ts'
import type { HostLog } from '../log/log.ts'
import type { Redactor } from '../secrets/redactor.ts'
import { inSpan } from '../telemetry/spans.ts'
import type { Answer } from './answer.ts'
import { toParts, type ItemPart } from './item-parts.ts'
import { followItem } from './live-item.ts'
import type { PlannedItem } from './plan.ts'
import type { Run } from './run.ts'
import type { Shaper } from './shape.ts'

export interface BatchContext {
  readonly store: ResourceStore
  readonly types: DatasourceTypes
  readonly namespace: string
  readonly log: HostLog
  /** An error as it may be told. */
  readonly redactError: Redactor['error']
}

export interface BatchRequest {
  readonly items: readonly PlannedItem[]
  readonly run: Run
  readonly shaper: Shaper
  /** Follow what can be followed, until the signal is aborted; see {@link followItem}. */
  readonly live?: { readonly signal: AbortSignal; readonly beatMs: number }
  readonly answer: Answer
  readonly traceId: string
}

/** Runs all queries of a batch side by side and writes each result when it is there. Never rejects. */
export function createBatch({ store, types, namespace, log, redactError }: BatchContext) {
  const pluginOf = async (id: string) => {
    const stored = await store.get({ namespace, kind: 'datasource', id })
    return stored && types.find((stored.resource.spec as { type: string }).type)?.plugin
  }
  const problemOf = async (thrown: unknown, traceId: string, datasource?: string): Promise<WireProblem> => {
    const error = toCodedError(thrown)
    if (error.code === 'INTERNAL' || error.code === 'QUERY_FAILED')
      log.error(error.message, { traceId, datasource, error: thrown })
    const plugin = datasource === undefined ? undefined : await pluginOf(datasource)
    return { ...toWireProblem(redactError(error)), traceId, ...(plugin === undefined ? {} : { plugin }) }
  }

  return ({ items, run, shaper, live, answer, traceId }: BatchRequest): Promise<void> => {
    const answerProblem = async (place: Pick<WireHeader, 'id' | 'refId'>, thrown: unknown, datasource?: string) => {
      try {
        await answer.write({ ...place, problem: await problemOf(thrown, traceId, datasource) })
      } catch (error) {
        log.error('A problem could not be answered.', { traceId, datasource, error })
        await answer.write({ ...place, problem: { ...toWireProblem(new ServerError('INTERNAL', undefined)), traceId } })
      }
    }
    const logSlow = ({ refId, source, ms, steps }: QueryStats, datasource: string) =>
      log.info('A query was slow.', { traceId, datasource, refId, source, ms, steps })
    const answerItem = async (item: PlannedItem) => {
      const { id, problem, shape } = item
      if (problem) await answerProblem({ id }, problem)
      let part = 0
      const told = async ({ refId, datasource }: ItemPart, answered: () => Promise<QueryStats | undefined>) => {
        try {
          const stats = await answered()
          if (stats && datasource !== undefined && stats.ms > SLOW_MS) logSlow(stats, datasource)
          return stats
        } catch (thrown) {
          await answerProblem({ id, ...(refId !== undefined && { refId }) }, thrown, datasource)
          return undefined
        }
      }
      const answerPart = (each: ItemPart) => {
        const { refId, ask } = each
        const toHeader = () => ({ id, ...(refId !== undefined && { refId }), part: part++ })
        return told(each, () => answer.writeResult(ask, toHeader))
      }
      const tellPart = (each: ItemPart) => told(each, async () => ({ ...(await each.ask()).stats, bytes: 0 }))
      const answerOnce = async () => {
        const { shown, unseen } = toParts(item, run, shaper)
        const stats = await Promise.all([...unseen.map(tellPart), ...shown.map(answerPart)])
        return stats.filter((one) => one !== undefined)
      }
      const { write } = answer
      const isFollowed =
        live && !shape && (await followItem({ item, run, write, writeProblem: answerProblem, ...live }))
      const stats = isFollowed ? [] : await answerOnce()
      await answer.write({ id, ...(stats.length && { stats }), end: true })
    }

    const answerInSpan = (item: PlannedItem) =>
      inSpan('orrery.item', () => answerItem(item), { 'orrery.item.id': item.id })
    const answerAll = async () => {
      try {
        await Promise.all(items.map(answerInSpan))
        await answer.end()
      } catch (error) {
        log.error('An answer could not be written.', { traceId, error })
        // Without its end message the stream is known to be cut off.
        answer.stream.destroy()
      }
    }
    return inSpan('orrery.batch', answerAll, { 'orrery.batch.items': items.length })
  }
}
