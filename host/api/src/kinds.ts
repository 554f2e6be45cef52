import { Dashboard, Folder, LibraryPanel, Playlist } from '@orrery/dashboard'
import { DatasourceKind } from '@orrery/query'
import type { Kind } from '@orrery/resource'

/** The kinds of resources that a host keeps; what refers to another comes after it. */
export const kinds: readonly Kind[] = [Folder, DatasourceKind, LibraryPanel, Dashboard, Playlist]
