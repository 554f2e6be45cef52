import { kinds } from '@orrery/api'
import {
  Dashboard,
  LibraryPanel,
  panelEntries,
  sectionsOf,
  type DashboardSpec,
  type PanelSpec,
} from '@orrery/dashboard'
import { DatasourceKind, type DatasourceSpec } from '@orrery/query'
import { ResourceMetadata, type Resource } from '@orrery/resource'
import { refsOf } from '@orrery/schema'
import type { DatasourceTypes } from '../datasources/types.ts'
import type { Reference } from '../store/resource-store.ts'

const wordsOfDashboard = (spec: DashboardSpec) => [
  ...(spec.tags ?? []),
  ...panelEntries(spec).flatMap(([, { title }]) => title ?? []),
  ...sectionsOf(spec.layout).map(({ title }) => title),
]

/** What a resource is found by besides its title and id: labels, tags, and titles of panels, rows and tabs. */
export const wordsOf = ({ apiVersion, kind, metadata, spec }: Resource): readonly string[] => [
  ...Object.entries(metadata.labels ?? {}).map(([name, value]) => `${name}: ${value}`),
  // One of this kind and version was checked before it came here.
  ...(kind === Dashboard.kind && apiVersion === Dashboard.apiVersion ? wordsOfDashboard(spec as DashboardSpec) : []),
  ...(kind === LibraryPanel.kind && apiVersion === LibraryPanel.apiVersion ? [(spec as PanelSpec).title] : []),
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
