import type { SearchResult } from '../api/search.ts'
import { playPath } from '../playlists/paths.ts'
import { t } from '../text.ts'
import { commands } from './commands.ts'
import { DASHBOARDS, navigation } from './navigation.ts'
import type { RecentItem } from './recent.ts'

/** Something that the palette opens or does. */
export interface PaletteEntry {
  /** Tells it from all others. */
  readonly key: string
  readonly title: string
  /** Where it is, or what sort of thing. */
  readonly hint: string
  readonly icon: string
  /** A path of this host to open, or what to do. */
  readonly go: string | (() => void)
  /** More words that find it. */
  readonly words: string
  readonly keys?: string
}

export interface PaletteGroup {
  readonly title: string
  readonly entries: readonly PaletteEntry[]
}

interface KindText {
  readonly icon: string
  readonly name: () => string
  readonly path: (found: { readonly id: string; readonly title: string }) => string
}
const kinds: Readonly<Record<string, KindText>> = {
  dashboard: {
    icon: 'layout-dashboard',
    name: () => t('Dashboard'),
    path: ({ id }) => `/d/${encodeURIComponent(id)}`,
  },
  playlist: {
    icon: 'list-video',
    name: () => t('Playlist'),
    path: ({ id }) => playPath(id),
  },
  'library-panel': {
    icon: 'library',
    name: () => t('Library panel'),
    path: ({ title }) => `${DASHBOARDS}?${new URLSearchParams({ view: 'panels', search: title })}`,
  },
  datasource: {
    icon: 'database',
    name: () => t('Data source'),
    path: ({ id }) => `/datasources/${encodeURIComponent(id)}`,
  },
  folder: {
    icon: 'folder',
    name: () => t('Folder'),
    path: ({ title }) => `${DASHBOARDS}?${new URLSearchParams({ search: title })}`,
  },
}

/** Resources as entries; those of kinds that have no page are left out. */
export const resourceEntries = (found: readonly (SearchResult | RecentItem)[]): readonly PaletteEntry[] =>
  found.flatMap((item) => {
    const kind = Object.hasOwn(kinds, item.kind) ? kinds[item.kind] : undefined
    if (!kind) return []
    const folder = 'folder' in item && item.folder ? (item.folder.title ?? item.folder.id) : undefined
    const match = 'match' in item ? item.match : undefined
    return {
      key: `${item.kind}/${item.id}`,
      title: item.title,
      hint: [match, folder ?? kind.name()].filter(Boolean).join(' · '),
      icon: kind.icon,
      go: kind.path(item),
      words: item.id,
    }
  })

/** The pages that this person may open. */
export const pageEntries = (): readonly PaletteEntry[] =>
  navigation().map(({ to, title, icon, keys }) => ({
    key: `page ${to}`,
    title,
    hint: t('Page'),
    icon,
    go: to,
    words: '',
    ...(keys !== undefined && { keys }),
  }))

export const commandEntries = (): readonly PaletteEntry[] =>
  commands.value
    .filter(({ keysOnly }) => !keysOnly)
    .map(({ title, group, icon = 'command', words = '', keys, run }) => ({
      key: `command ${group} ${title}`,
      title,
      hint: group,
      icon,
      go: run,
      words,
      ...(keys !== undefined && { keys }),
    }))

const startsWith = (typed: string) => (entry: PaletteEntry) => entry.title.toLowerCase().startsWith(typed)

/** Entries that hold every word of a search; those whose title begins with it come first. */
export function filterEntries(entries: readonly PaletteEntry[], search: string): readonly PaletteEntry[] {
  const typed = search.trim().toLowerCase()
  const words = typed.split(/\s+/).filter(Boolean)
  const found = entries.filter(({ title, words: more, hint }) => {
    const text = `${title} ${more} ${hint}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const begins = startsWith(typed)
  return found.toSorted((a, b) => Number(begins(b)) - Number(begins(a)))
}

/** Groups that hold something; one whose title begins with what was typed goes before those that hold it elsewhere. */
export function orderGroups(groups: readonly PaletteGroup[], search: string): readonly PaletteGroup[] {
  const begins = startsWith(search.trim().toLowerCase())
  const rank = ({ entries }: PaletteGroup) => Number(entries.some(begins))
  return groups.filter(({ entries }) => entries.length).toSorted((a, b) => rank(b) - rank(a))
}
