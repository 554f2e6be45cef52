import { authorize, type Subject } from '@orrery/access'
import {
  checkDashboard,
  checkLibraryPanel,
  checkPlaylist,
  Dashboard,
  Folder,
  LibraryPanel,
  Playlist,
  type DashboardSpec,
  type PanelSpec,
} from '@orrery/dashboard'
import type { Kernel } from '@orrery/kernel'
import { DatasourceKind, type DatasourceSpec } from '@orrery/query'
import {
  checkResource,
  ResourceError,
  type Kind,
  type Resource,
  type ResourceStore,
  type StoredResource,
} from '@orrery/resource'
import { storedSchema, validate, type Problem } from '@orrery/schema'
import { currentOptions } from '../datasources/options.ts'
import type { DatasourceTypes } from '../datasources/types.ts'
import { assertNoCycle } from './folder-cycle.ts'
import { panelProblems } from './panel-options.ts'
import { queriesOf, queriesOfPanel, reachOf, textOf, typeOfVariable, type PlacedQuery } from './dashboard-queries.ts'
import { problemsBelow } from './problems-below.ts'
import { createUnreadableReason } from './readable.ts'
import type { Vault } from '../secrets/vault.ts'
import type { DocumentSecrets } from '../store/secret-rows.ts'

export interface PrepareContext {
  readonly kernel: Kernel
  readonly types: DatasourceTypes
  readonly vault: Vault
  readonly store: ResourceStore
}

export interface PrepareRequest {
  readonly kind: Kind
  readonly body: unknown
  readonly stored: StoredResource | undefined
  /** Who writes; undefined for the host's own configuration, which may do all and name the host's secrets. */
  readonly subject: Subject | undefined
}

/** A resource that may be stored, with its secrets. */
export interface Prepared {
  readonly resource: Resource
  readonly secrets?: DocumentSecrets
}

const assertFine = (resource: Resource, problems: readonly Problem[]) => {
  if (problems.length)
    throw new ResourceError('RESOURCE_INVALID', { subject: `The ${resource.kind} "${resource.id}"`, problems })
}

/** Queries that were not there before, wherever they stood. */
function addedQueries(now: readonly PlacedQuery[], before: readonly PlacedQuery[]): readonly PlacedQuery[] {
  const known = new Set(before.map(({ query }) => textOf(query)))
  return now.filter(({ query }) => !known.has(textOf(query)))
}

/** Checks what is to be stored, as its kind asks for, and seals its secrets. */
export function createPrepare({ kernel, types, vault, store }: PrepareContext) {
  const unreadableReason = createUnreadableReason(types)
  /** What the plugins of the data sources refuse of queries; those of sources that are not known are passed over. */
  const refusedQueries = async (
    { namespace }: Resource,
    queries: readonly PlacedQuery[],
    typeOf: (datasource: string) => string | undefined,
  ): Promise<readonly Problem[]> => {
    const problems: Problem[] = []
    for (const { query, path } of queries) {
      const source = await store.get({ namespace, kind: DatasourceKind.kind, id: query.datasource })
      const named = (source?.resource.spec as DatasourceSpec | undefined)?.type
      const type = types.find(named ?? typeOf(query.datasource) ?? '')
      if (type) problems.push(...problemsBelow(path, validate(type.query, query.query)))
    }
    return problems
  }

  const dashboard = async (
    resource: Resource<DashboardSpec>,
    stored: StoredResource | undefined,
    subject: Subject | undefined,
  ) => {
    checkDashboard(resource.spec)
    // The stored resource is of this kind, so it was checked when it was written.
    const before = stored?.resource.spec as DashboardSpec | undefined
    const reach = new Set(before ? reachOf(before) : [])
    const added = addedQueries(queriesOf(resource.spec), before ? queriesOf(before) : [])
    const asksMore = added.length > 0 || reachOf(resource.spec).some((each) => !reach.has(each))
    if (subject && asksMore) authorize(subject, 'query:adhoc', { kind: DatasourceKind.kind })
    const panels = Object.entries(resource.spec.panels).map(([id, panel]) => ({ path: `/spec/panels/${id}`, panel }))
    assertFine(resource, [
      ...panelProblems(kernel, panels, Object.values(before?.panels ?? {})),
      ...(await refusedQueries(resource, added, (source) => typeOfVariable(resource.spec, source))),
    ])
    return { resource }
  }

  const libraryPanel = async (
    resource: Resource<PanelSpec>,
    stored: StoredResource | undefined,
    subject: Subject | undefined,
  ) => {
    const { spec } = resource
    const before = stored?.resource.spec as PanelSpec | undefined
    const added = addedQueries(queriesOfPanel(spec, '/spec'), before ? queriesOfPanel(before, '/spec') : [])
    if (subject && added.length > 0) authorize(subject, 'query:adhoc', { kind: DatasourceKind.kind })
    assertFine(resource, [
      ...panelProblems(kernel, [{ path: '/spec', panel: spec }], before && [before]),
      // Which sources its variables stand for is known on a dashboard only.
      ...(await refusedQueries(resource, added, () => undefined)),
    ])
    return { resource }
  }

  const datasource = async (
    resource: Resource<DatasourceSpec>,
    stored: StoredResource | undefined,
    trusted: boolean,
  ): Promise<Prepared> => {
    const { spec } = resource
    const type = types.get(spec.type)
    const { options: schema } = type
    const options = await currentOptions(kernel, type, spec)
    assertFine(resource, problemsBelow('/spec/options', validate(storedSchema(schema), options)))
    const before = stored?.resource.spec as DatasourceSpec | undefined
    const base = before?.type === spec.type ? await currentOptions(kernel, type, before) : undefined
    const sealed = await vault.seal({
      key: resource,
      schema,
      options,
      trusted,
      ...(base === undefined ? {} : { stored: base }),
    })
    const { version: _, ...rest } = spec
    return {
      resource: {
        ...resource,
        spec: { ...rest, options: sealed.options, ...(type.version > 1 && { version: type.version }) },
      },
      secrets: sealed.secrets,
    }
  }

  return async ({ kind, body, stored, subject }: PrepareRequest): Promise<Prepared> => {
    const reason = stored && unreadableReason(stored.resource)
    if (reason !== undefined) {
      const { namespace, kind, id } = stored!.resource
      throw new ResourceError('RESOURCE_READ_ONLY', { key: { namespace, kind, id }, reason })
    }
    if (kind.kind === Folder.kind) return { resource: await assertNoCycle(store, checkResource(Folder, body)) }
    if (kind.kind === Dashboard.kind) return dashboard(checkResource(Dashboard, body), stored, subject)
    if (kind.kind === LibraryPanel.kind) return libraryPanel(checkLibraryPanel(body), stored, subject)
    if (kind.kind === Playlist.kind) return { resource: checkPlaylist(body) }
    if (kind.kind === DatasourceKind.kind)
      return datasource(checkResource(DatasourceKind, body), stored, subject === undefined)
    return { resource: checkResource(kind, body) }
  }
}
