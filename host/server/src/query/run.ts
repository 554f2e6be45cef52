import type { QueryBatch } from '@orrery/api'
import { listOf, type VariableScope } from '@orrery/format'
import {
  DatasourceKind,
  interpolate,
  type DatasourceSpec,
  type FollowedAnswer,
  type LivePosition,
  type Pipeline,
  type PipelineRequest,
  type QueryAnswer,
} from '@orrery/query'
import { ResourceError, type ResourceStore, type StoredResource } from '@orrery/resource'
import { check, withDefaults } from '@orrery/schema'
import type { Clients } from '../datasources/clients.ts'
import type { DatasourceTypes } from '../datasources/types.ts'
import { ServerError } from '../errors.ts'
import { finish } from './finish.ts'
import type { PlannedQuery } from './plan.ts'

export interface RunContext {
  readonly store: ResourceStore
  readonly types: DatasourceTypes
  readonly clients: Clients
  readonly pipeline: Pipeline
  readonly namespace: string
}

export interface RunRequest extends Pick<QueryBatch, 'range' | 'timeZone'> {
  readonly signal: AbortSignal
}

/** Runs the planned queries of one batch. */
export interface Run {
  readonly run: (query: PlannedQuery) => Promise<QueryAnswer>
  /** Follows a query until the signal is aborted; undefined when it cannot be followed. */
  readonly follow: (
    query: PlannedQuery,
    signal: AbortSignal,
    position: LivePosition | undefined,
  ) => Promise<FollowedAnswer | undefined>
}

/** The datasource of a query: it may be the value of a variable. Of several values, the first. */
const datasourceIn = (datasource: string, variables: VariableScope): string =>
  datasource.startsWith('$') ? interpolate(datasource, variables, (value) => listOf(value)[0] ?? '') : datasource

/** Runs planned queries; queries of one batch look each datasource up once. */
export function createRun({ store, types, clients, pipeline, namespace }: RunContext) {
  return ({ range, timeZone, signal }: RunRequest): Run => {
    const found = new Map<string, Promise<StoredResource<DatasourceSpec>>>()
    const lookUp = async (id: string) => {
      const key = { namespace, kind: DatasourceKind.kind, id }
      const stored = await store.get(key)
      if (!stored) throw new ResourceError('RESOURCE_NOT_FOUND', { key })
      // A resource of this kind was checked when it was written.
      return stored as StoredResource<DatasourceSpec>
    }
    const datasourceOf = (id: string) => {
      const known = found.get(id) ?? lookUp(id)
      found.set(id, known)
      return known
    }

    const prepare = async (planned: PlannedQuery) => {
      const { refId, query, intervalMs, purpose = 'data', timeShiftMs = 0 } = planned
      const asked = planned.range ?? range
      const variables = await planned.variables()
      const datasource = datasourceIn(planned.datasource, variables)
      const filters = planned.filters ?? (await planned.filtersOf?.(datasource)) ?? []
      const stored = await datasourceOf(datasource)
      const type = types.get(stored.resource.spec.type)
      if (purpose === 'annotations' && !type.annotations)
        throw new ServerError('ANNOTATIONS_UNSUPPORTED', { datasource })
      const checked = check(type.query, withDefaults(type.query, query), `Query ${refId}`)
      const request: PipelineRequest = {
        namespace,
        datasource: { id: datasource, revision: stored.revision, type: type.id },
        withClient: (task) => clients.use({ namespace, kind: DatasourceKind.kind, id: datasource }, task),
        query: checked,
        refId,
        range: { from: asked.from - timeShiftMs, to: asked.to - timeShiftMs },
        intervalMs,
        timeZone,
        variables,
        purpose,
        filters: type.filters ? filters : [],
        signal,
      }
      return { type, request, isUnfiltered: filters.length > 0 && !type.filters }
    }

    return {
      run: async (query) => {
        const { request, isUnfiltered } = await prepare(query)
        return finish(await pipeline.run(request), { ...query, isUnfiltered })
      },
      follow: async (query, whileSignal, position) => {
        const { type, request, isUnfiltered } = await prepare(query)
        const { range: own, timeShiftMs, annotations } = query
        // What is done to an answer is not done to rows that follow it, and only what ends now can be followed.
        const isPlain = timeShiftMs === undefined && !own && !annotations && !isUnfiltered
        if (!type.live || !isPlain) return undefined
        const now = Date.now()
        const untilNow = { from: now - (range.to - range.from), to: now }
        return pipeline.follow({ ...request, range: untilNow, signal: whileSignal }, position)
      },
    }
  }
}
