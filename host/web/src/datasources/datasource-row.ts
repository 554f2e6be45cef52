import { isObject } from '@orrery/schema'
import type { Stored } from '../api/resources.ts'
import { findDatasourceType } from './datasource-type.ts'

/** A datasource as the list shows it. */
export interface DatasourceRow {
  readonly id: string
  readonly title: string
  readonly icon: string
  readonly typeTitle: string
  /** Where it is, when its options say so. */
  readonly url: string | undefined
  readonly isDefault: boolean
  readonly managedBy: string | undefined
  /** Its plugin is there. */
  readonly isInstalled: boolean
}

function toRow({ resource: { id, metadata, spec }, managedBy }: Stored): DatasourceRow {
  const typeId = String(spec['type'])
  const type = findDatasourceType(typeId)
  const url = isObject(spec['options']) ? spec['options']['url'] : undefined
  return {
    id,
    title: metadata.title,
    icon: type?.icon ?? 'plug',
    typeTitle: type?.title ?? typeId,
    url: typeof url === 'string' ? url : undefined,
    isDefault: spec['default'] === true,
    managedBy,
    isInstalled: type !== undefined,
  }
}

/** By title. */
export const toRows = (stored: readonly Stored[]): readonly DatasourceRow[] =>
  stored.map(toRow).sort((a, b) => a.title.localeCompare(b.title))
