import { Playlist, PlaylistSpec } from '@orrery/dashboard'
import { check } from '@orrery/sdk'
import { deleteResource, getResource, listPage, putResource, type Stored } from '../api/resources.ts'
import { session } from '../api/session.ts'
import { toId } from '../datasources/draft.ts'
import { t } from '../text.ts'
import { NEW_PLAYLIST } from './paths.ts'

/** A playlist as it is edited. */
export interface EditedPlaylist {
  readonly title: string
  readonly spec: PlaylistSpec
}

/** A playlist as the host has it. */
export interface StoredPlaylist extends EditedPlaylist {
  /** Both are absent for one that is not there yet. */
  readonly id?: string
  readonly revision?: string
  /** Who keeps it elsewhere. */
  readonly managedBy?: string | undefined
  /** The document, whose other parts stay as they are. */
  readonly resource?: Stored['resource']
}

function toPlaylist({ resource, revision, managedBy }: Stored): StoredPlaylist {
  const { id, metadata, spec } = resource
  const checked = check(PlaylistSpec, spec, t('The playlist {id}', { id }))
  return { id, revision, managedBy, resource, title: metadata.title, spec: checked }
}

export async function loadPlaylist(id: string, signal?: AbortSignal): Promise<StoredPlaylist> {
  if (id === NEW_PLAYLIST) return { title: '', spec: { interval: '1m', items: [] } }
  return toPlaylist(await getResource(Playlist.plural, id, signal))
}

/** An id made of a title that no playlist has. */
async function freeId(title: string): Promise<string> {
  const base = toId(title) || 'playlist'
  const { items } = await listPage(Playlist.plural, { limit: 1000 })
  const taken = new Set([NEW_PLAYLIST, ...items.map(({ resource }) => resource.id)])
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`
    if (!taken.has(id)) return id
  }
}

/** Saves it where it is still as it was loaded. */
export async function savePlaylist(stored: StoredPlaylist, { title, spec }: EditedPlaylist): Promise<StoredPlaylist> {
  const { resource, revision } = stored
  const document = resource ?? {
    apiVersion: Playlist.apiVersion,
    kind: Playlist.kind,
    namespace: session.namespace,
    id: await freeId(title),
    metadata: { title },
    spec: {},
  }
  const next = { ...document, metadata: { ...document.metadata, title }, spec }
  return toPlaylist(await putResource(Playlist.plural, next, revision))
}

export const deletePlaylist = ({ id, revision }: StoredPlaylist) => deleteResource(Playlist.plural, id!, revision!)
