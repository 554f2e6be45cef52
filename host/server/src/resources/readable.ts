import { kinds } from '@orrery/api'
import { DatasourceKind, type DatasourceSpec } from '@orrery/query'
import type { Resource } from '@orrery/resource'
import type { DatasourceTypes } from '../datasources/types.ts'

/** Why this host does not understand a stored resource; undefined when it does. Such a one is kept as it is. */
export type UnreadableReason = (resource: Resource) => string | undefined

export const createUnreadableReason =
  (types: DatasourceTypes): UnreadableReason =>
  ({ kind: name, apiVersion, spec }) => {
    const kind = kinds.find((each) => each.kind === name)
    if (!kind) return `this host does not know the kind "${name}"`
    if (apiVersion !== kind.apiVersion) return `it is of ${apiVersion}, and this host reads ${kind.apiVersion}`
    if (kind.kind !== DatasourceKind.kind) return undefined
    // One of this kind and version was checked when it was written.
    const { type: id, version = 1 } = spec as DatasourceSpec
    const type = types.find(id)
    if (!type) return `there is no plugin for datasources of type "${id}"`
    return version > type.version
      ? `its options are of version ${version}, and the plugin of ${id} datasources reads version ${type.version}`
      : undefined
  }
