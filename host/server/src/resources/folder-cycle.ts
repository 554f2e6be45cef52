import { DashboardError, Folder } from '@orrery/dashboard'
import type { ResourceStore } from '@orrery/resource'

/** FOLDER_CYCLE for a folder that would stand in itself, by however many others. */
export async function assertNoCycle(store: Pick<ResourceStore, 'get'>, folder: Folder): Promise<Folder> {
  const inside = folder.metadata.folder
  const seen = new Set<string>()
  for (let id = inside; id !== undefined && !seen.has(id);) {
    if (id === folder.id) throw new DashboardError('FOLDER_CYCLE', { folder: folder.id, inside: inside! })
    seen.add(id)
    id = (await store.get({ namespace: folder.namespace, kind: Folder.kind, id }))?.resource.metadata.folder
  }
  return folder
}
