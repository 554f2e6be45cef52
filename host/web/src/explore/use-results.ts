import type { QueryBatch } from '@orrery/api'
import type { TimeRange } from '@orrery/sdk'
import { onScopeDispose, shallowReactive } from 'vue'
import { runBatch } from '../query/batch.ts'
import type { EditedQuery } from '../query/edited-query.ts'
import { toProblem } from '../query/failures.ts'
import { createCollector, emptyData, settle, type PanelData } from '../query/panel-data.ts'
import type { ExploreSource } from './explore-state.ts'

export interface ResultsRequest {
  readonly queries: readonly EditedQuery[]
  readonly range: TimeRange
  readonly timeZone: string
  readonly source: ExploreSource | undefined
  /** CSS pixels. */
  readonly width: number
}

export interface Results {
  /** Reactive, by the names of queries. */
  readonly data: ReadonlyMap<string, PanelData>
  /** Asks all of them; what was under way is cancelled, and what stands stays until its answer comes. */
  readonly run: (request: ResultsRequest) => Promise<void>
}

/** The answers to the queries of Explore, each for itself. */
export function useResults(): Results {
  const data = shallowReactive(new Map<string, PanelData>())
  let abort = new AbortController()
  onScopeDispose(() => abort.abort())

  async function run({ queries, range, timeZone, source, width }: ResultsRequest) {
    abort.abort()
    abort = new AbortController()
    const { signal } = abort
    for (const refId of data.keys()) if (queries.every((query) => query.refId !== refId)) data.delete(refId)
    if (queries.length === 0) return

    const variables = source?.variables ?? {}
    const waiting = new Map(
      queries.map(({ refId }) => [refId, createCollector([refId], { range, timeZone, variables, width })]),
    )
    for (const { refId } of queries) data.set(refId, { ...(data.get(refId) ?? emptyData(range)), range, loading: true })
    const settleOne = (refId: string) => {
      const collector = waiting.get(refId)
      if (!collector) return
      waiting.delete(refId)
      data.set(refId, settle(data.get(refId)!, collector, range))
    }
    const batch: QueryBatch = {
      ...(source && { dashboard: { id: source.id, revision: source.revision }, variables: source.variables }),
      range,
      timeZone,
      // Each is answered as a panel of its own, at the times that it may have.
      items: queries.map((query) => ({
        type: 'draftPanel',
        id: query.refId,
        width,
        queries: [{ ...query, filters: query.filters ?? [] }],
      })),
    }
    try {
      for await (const message of runBatch(batch, signal)) {
        if (signal.aborted) return
        waiting.get(message.header.id)?.take(message)
        if (message.header.end) settleOne(message.header.id)
      }
      for (const refId of waiting.keys()) settleOne(refId)
    } catch (error) {
      if (signal.aborted) return
      const problems = [toProblem(error)]
      for (const refId of waiting.keys()) {
        const before = data.get(refId)!
        data.set(refId, { ...before, problems, loading: false, answered: true, stale: before.frames.length > 0 })
      }
    }
  }
  return { data, run }
}
