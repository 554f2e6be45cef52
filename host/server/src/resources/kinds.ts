import { kinds } from '@orrery/api'
import { Dashboard, sectionsOf, type DashboardSpec } from '@orrery/dashboard'
import { DatasourceKind, type DatasourceSpec } from '@orrery/query'
import { ResourceMetadata, type Resource } from '@orrery/resource'
import { refsOf } from '@orrery/schema'
import type { DatasourceTypes } from '../datasources/types.ts'
import type { Reference } from '../store/resource-store.ts'

const wordsOfDashboard = ({ panels, layout, tags = [] }: DashboardSpec) => [
  ...tags,
  ...Object.values(panels).map(({ title }) => title),
  ...sectionsOf(layout).map(({ title }) => title),
]

/** What a resource is found by besides its title and id: labels, tags, and titles of panels, rows and tabs. */
export const wordsOf = ({ apiVersion, kind, metadata, spec }: Resource): readonly string[] => [
  ...Object.entries(metadata.labels ?? {}).map(([name, value]) => `${name}: ${value}`),
  // One of this kind and version was checked before it came here.
  ...(kind === Dashboard.kind && apiVersion === Dashboard.apiVersion ? wordsOfDashboard(spec as DashboardSpec) : []),
]

/** What a resource refers to, with paths from its root. */
export const createReferencesOf =
  (types: DatasourceTypes) =>
  (resource: Resource): readonly Reference[] => {
    const kind = kinds.find(({ kind }) => kind === resource.kind)
    if (!kind) return []
    const below = (prefix: string, references: readonly Reference[]) =>
      references.map((reference) => ({ ...reference, path: prefix + reference.path }))
    const options = () => {
      // A resource of this kind was checked before it came here.
      const spec = resource.spec as DatasourceSpec
      const type = types.find(spec.type)
      return type ? below('/spec/options', refsOf(type.options, spec.options)) : []
    }
    return [
      ...below('/metadata', refsOf(ResourceMetadata, resource.metadata)),
      ...below('/spec', refsOf(kind.spec, resource.spec)),
      ...(kind.kind === DatasourceKind.kind ? options() : []),
    ]
  }
