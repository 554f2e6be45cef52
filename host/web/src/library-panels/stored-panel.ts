import { LibraryPanel, type PanelSpec } from '@orrery/dashboard'
import { validate } from '@orrery/sdk'
import { UsageList } from '@orrery/api'
import { ApiError, requestJson } from '../api/client.ts'
import { getResource, putResource, type Stored } from '../api/resources.ts'
import { session } from '../api/session.ts'

/** A panel of the library as the host has it. */
export interface StoredLibraryPanel {
  readonly id: string
  readonly revision: string
  readonly metadata: Stored['resource']['metadata']
  readonly panel: PanelSpec
  /** Who keeps it elsewhere: it can not be changed here then. */
  readonly managedBy?: string | undefined
}

/** Undefined for one that this page cannot read: a newer host wrote it. */
function toStoredPanel({ resource, revision, managedBy }: Stored): StoredLibraryPanel | undefined {
  const checked = validate(LibraryPanel.spec, resource.spec)
  if (!checked.ok) return undefined
  return { id: resource.id, revision, metadata: resource.metadata, panel: checked.value, managedBy }
}

/** Those that are there and can be read. */
export async function loadLibraryPanels(
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<readonly StoredLibraryPanel[]> {
  const load = async (id: string) => {
    try {
      return toStoredPanel(await getResource(LibraryPanel.plural, id, signal))
    } catch (error) {
      if (error instanceof ApiError && error.code === 'RESOURCE_NOT_FOUND') return undefined
      throw error
    }
  }
  return (await Promise.all(ids.map(load))).filter((found) => found !== undefined)
}

export interface WrittenLibraryPanel extends Pick<StoredLibraryPanel, 'id' | 'metadata' | 'panel'> {
  /** The revision that it replaces; absent for a new one. */
  readonly revision?: string
}

/** Throws what the host answers: RESOURCE_CONFLICT where somebody else was first, or the id is taken. */
export async function saveLibraryPanel(
  { id, metadata, panel, revision }: WrittenLibraryPanel,
  message?: string,
): Promise<StoredLibraryPanel> {
  const { apiVersion, kind, plural } = LibraryPanel
  const resource = { apiVersion, kind, namespace: session.namespace, id, metadata, spec: { ...panel } }
  const stored = await putResource(plural, resource, revision, message)
  return { id, metadata, panel, revision: stored.revision }
}

/** The dashboards, by their ids, that show a panel of the library. */
export async function listUsages(id: string, signal?: AbortSignal): Promise<readonly string[]> {
  const { plural } = LibraryPanel
  const path = `/api/v1/ns/${encodeURIComponent(session.namespace)}/${plural}/${encodeURIComponent(id)}/usages`
  const { items } = await requestJson(UsageList, path, signal ? { signal } : {})
  return items.map((item) => item.id)
}
