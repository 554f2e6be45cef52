import { DatasourceKind, DatasourceSpec } from '@orrery/query'
import { validate } from '@orrery/sdk'
import { listResources } from '../api/resources.ts'
import { findContribution, type Contributed } from '../plugins/plugin-list.ts'

/** A datasource that can be asked. */
export interface DatasourceChoice {
  readonly id: string
  readonly title: string
  readonly isDefault: boolean
  /** Undefined when its plugin is not installed. */
  readonly type: Contributed | undefined
}

/** All datasources by title, the default one first. */
export async function loadDatasources(_: string, signal: AbortSignal): Promise<readonly DatasourceChoice[]> {
  const stored = await listResources(DatasourceKind.plural, signal)
  return stored
    .map(({ resource: { id, metadata, spec } }) => {
      const { type = '', default: isDefault = false } = validate(DatasourceSpec, spec).ok
        ? (spec as DatasourceSpec)
        : {}
      return { id, title: metadata.title, isDefault, type: findContribution('datasource', type) }
    })
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || a.title.localeCompare(b.title))
}
