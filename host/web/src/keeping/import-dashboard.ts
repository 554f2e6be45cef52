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

/** The panels of the library that a dashboard shows and that are not there. */
export const missingLibraryPanels = (dashboard: Dashboard, there: ReadonlySet<string>): readonly string[] =>
  refsIn(dashboard, 'library-panel').filter((id) => !there.has(id))

/** Ids by those that they stand for, of each kind. */
export type Replacements = Readonly<Record<'datasource' | 'library-panel', Readonly<Record<string, string>>>>

const isReplaced = (kind: string): kind is keyof Replacements => kind === 'datasource' || kind === 'library-panel'

const keysOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))

/** A dashboard that asks other data sources, and shows other panels of the library; those that are not named stay. */
export function replaceRefs(dashboard: Dashboard, others: Replacements): Dashboard {
  const spec = structuredClone(dashboard.spec)
  for (const { kind, id, path } of refsOf(Dashboard.spec, dashboard.spec)) {
    const found = isReplaced(kind) ? others[kind] : {}
    if (!Object.hasOwn(found, id)) continue
    const keys = keysOf(path)
    const last = keys.pop()!
    // The path was found in this very document, so each part but the last holds others.
    const holder = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, spec)
    holder[last] = found[id]
  }
  return { ...dashboard, spec }
}

export interface ImportOptions {
  readonly id: string
  /** The revision that it replaces; undefined for an id that is free. */
  readonly replaces: string | undefined
  /** What it refers to instead of what is not there. */
  readonly others: Replacements
  /** The folders that are there: it stands at the top where its own is none of them. */
  readonly folders: ReadonlySet<string>
  /** What the history says of it. */
  readonly message: string
}

/** Stores a dashboard that was read from a text. Throws what the host answers, as RESOURCE_CONFLICT. */
export function importDashboard(
  dashboard: Dashboard,
  { id, replaces, others, folders, message }: ImportOptions,
): Promise<Stored> {
  const { folder, ...metadata } = dashboard.metadata
  const resource = {
    ...replaceRefs(dashboard, others),
    id,
    namespace: session.namespace,
    metadata: folder !== undefined && folders.has(folder) ? { ...metadata, folder } : metadata,
  }
  return putResource(Dashboard.plural, resource, replaces, message)
}
