import { Dashboard } from '@orrery/dashboard'
import { refsOf } from '@orrery/schema'
import { putResource, type Stored } from '../api/resources.ts'
import { session } from '../api/session.ts'

/** What a dashboard refers to of a kind: each id once. */
const refsIn = ({ spec }: Dashboard, kind: string): readonly string[] => [
  ...new Set(
    refsOf(Dashboard.spec, spec)
      .filter((ref) => ref.kind === kind)
      .map(({ id }) => id),
  ),
]

/** The data sources that a dashboard asks and that are not there. */
export const missingDatasources = (dashboard: Dashboard, there: ReadonlySet<string>): readonly string[] =>
  refsIn(dashboard, 'datasource').filter((id) => !there.has(id))

const keysOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))

/** A dashboard that asks other data sources, by the ids of those that it asked; those that are not named stay. */
export function replaceDatasources(dashboard: Dashboard, others: Readonly<Record<string, string>>): Dashboard {
  const spec = structuredClone(dashboard.spec)
  for (const { kind, id, path } of refsOf(Dashboard.spec, dashboard.spec)) {
    if (kind !== 'datasource' || !Object.hasOwn(others, id)) continue
    const keys = keysOf(path)
    const last = keys.pop()!
    // The path was found in this very document, so each part but the last holds others.
    const holder = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, spec)
    holder[last] = others[id]
  }
  return { ...dashboard, spec }
}

export interface ImportOptions {
  readonly id: string
  /** The revision that it replaces; undefined for an id that is free. */
  readonly replaces: string | undefined
  /** Ids of data sources by those that they stand for. */
  readonly datasources: Readonly<Record<string, string>>
  /** The folders that are there: it stands at the top where its own is none of them. */
  readonly folders: ReadonlySet<string>
  /** What the history says of it. */
  readonly message: string
}

/** Stores a dashboard that was read from a text. Throws what the host answers, as RESOURCE_CONFLICT. */
export function importDashboard(
  dashboard: Dashboard,
  { id, replaces, datasources, folders, message }: ImportOptions,
): Promise<Stored> {
  const { folder, ...metadata } = dashboard.metadata
  const resource = {
    ...replaceDatasources(dashboard, datasources),
    id,
    namespace: session.namespace,
    metadata: folder !== undefined && folders.has(folder) ? { ...metadata, folder } : metadata,
  }
  return putResource(Dashboard.plural, resource, replaces, message)
}
