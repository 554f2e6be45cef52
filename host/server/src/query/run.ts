import type { QueryBatch } from '@orrery/api'
import { DatasourceKind, type DatasourceSpec, type Pipeline, type VariableValues } from '@orrery/query'
import type { Frame } from '@orrery/frames'
import { ResourceError, type ResourceStore, type StoredResource } from '@orrery/resource'
import { check, withDefaults } from '@orrery/schema'
import type { Clients } from '../datasources/clients.ts'
import type { DatasourceTypes } from '../datasources/types.ts'
import type { PlannedQuery } from './plan.ts'

export interface RunContext {
  readonly store: ResourceStore
  readonly types: DatasourceTypes
  readonly clients: Clients
  readonly pipeline: Pipeline
  readonly namespace: string
}

export interface RunRequest extends Pick<QueryBatch, 'range' | 'timeZone'> {
  readonly variables: VariableValues
  readonly signal: AbortSignal
}

/** Runs planned queries; queries of one batch look each datasource up once. */
export function createRun({ store, types, clients, pipeline, namespace }: RunContext) {
  return ({ range, timeZone, variables, signal }: RunRequest) => {
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

    return async ({ refId, datasource, query, intervalMs }: PlannedQuery): Promise<readonly Frame[]> => {
      const stored = await datasourceOf(datasource)
      const type = types.get(stored.resource.spec.type)
      const checked = check(type.query, withDefaults(type.query, query), `Query ${refId}`)
      return pipeline.run({
        namespace,
        datasource: { id: datasource, revision: stored.revision, type: type.id },
        withClient: (task) => clients.use({ namespace, kind: DatasourceKind.kind, id: datasource }, task),
        query: checked,
        refId,
        range,
        intervalMs,
        timeZone,
        variables,
        signal,
      })
    }
  }
}
