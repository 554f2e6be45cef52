import { Dashboard, Folder } from '@orrery/dashboard'
import { deleteResource, getResource, putResource } from '../api/resources.ts'
import { session } from '../api/session.ts'
import { toId } from '../datasources/draft.ts'
import type { DashboardRow, FolderRow } from './library.ts'

/** What of the library a person works on. */
export type Item =
  | { readonly kind: 'dashboard'; readonly row: DashboardRow }
  | { readonly kind: 'folder'; readonly row: FolderRow }

const pluralOf = ({ kind }: Item) => (kind === 'folder' ? Folder.plural : Dashboard.plural)

/** Changes title or folder, and nothing else. */
async function changeMetadata(item: Item, metadata: { readonly title?: string; readonly folder?: string | undefined }) {
  const { resource, revision } = await getResource(pluralOf(item), item.row.id)
  const { folder, ...next } = { ...resource.metadata, ...metadata }
  await putResource(
    pluralOf(item),
    { ...resource, metadata: folder === undefined ? next : { ...next, folder } },
    revision,
  )
}

/** Moves it into a folder, or to the top. */
export const moveItem = (item: Item, folder: string | undefined) => changeMetadata(item, { folder })

export const renameFolder = (row: FolderRow, title: string) => changeMetadata({ kind: 'folder', row }, { title })

/** Deletes it as it was seen. */
export const deleteItem = (item: Item) => deleteResource(pluralOf(item), item.row.id, item.row.revision)

/** An id made of a title that none of these is. */
export function freeId(title: string, taken: ReadonlySet<string>): string {
  const id = toId(title) || 'folder'
  if (!taken.has(id)) return id
  let number = 2
  while (taken.has(`${id}-${number}`)) number++
  return `${id}-${number}`
}

/** Makes a folder; answers its id. */
export async function createFolder(title: string, inside: string | undefined, taken: ReadonlySet<string>) {
  const id = freeId(title, taken)
  await putResource(
    Folder.plural,
    {
      apiVersion: Folder.apiVersion,
      kind: Folder.kind,
      namespace: session.namespace,
      id,
      metadata: inside === undefined ? { title } : { title, folder: inside },
      spec: {},
    },
    undefined,
  )
  return id
}
