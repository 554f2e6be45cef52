import { can } from '@orrery/access'
import type { Stored } from '../api/resources.ts'
import { session } from '../api/session.ts'
import { commandPath, installedApps } from '../plugins/apps.ts'
import { t } from '../text.ts'
import { navigation } from './navigation.ts'

/** Something that the palette opens. */
export interface PaletteEntry {
  readonly title: string
  /** What sort of thing it is, or the app that it is of. */
  readonly hint: string
  readonly icon: string
  readonly to: string
  /** More words that find it. */
  readonly words: string
}

const hostCommands = (): readonly PaletteEntry[] =>
  session.user && can(session.user, 'write', { kind: 'datasource' })
    ? [
        {
          title: t('Add a data source'),
          hint: t('Command'),
          icon: 'plus',
          to: '/datasources/new',
          words: t('new datasource connect'),
        },
      ]
    : []

/** Everything there is to open, dashboards first. */
export const paletteEntries = (dashboards: readonly Stored[]): readonly PaletteEntry[] => [
  ...dashboards.map(({ resource: { id, metadata } }) => ({
    title: metadata.title,
    hint: t('Dashboard'),
    icon: 'layout-dashboard',
    to: `/d/${id}`,
    words: id,
  })),
  ...navigation().map(({ to, title, icon }) => ({ title, hint: t('Page'), icon, to, words: '' })),
  ...hostCommands(),
  ...installedApps().flatMap(({ id, title: hint, app }) =>
    (app.commands ?? []).map(({ title, keywords = [], open }) => ({
      title,
      hint,
      icon: 'command',
      to: commandPath(id, open),
      words: keywords.join(' '),
    })),
  ),
]

/** Entries that hold every word of a search; those whose title begins with it come first. */
export function searchEntries(entries: readonly PaletteEntry[], search: string): readonly PaletteEntry[] {
  const typed = search.trim().toLowerCase()
  const words = typed.split(/\s+/).filter(Boolean)
  const found = entries.filter(({ title, words: more, hint }) => {
    const text = `${title} ${more} ${hint}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const rank = ({ title }: PaletteEntry) => (title.toLowerCase().startsWith(typed) ? 0 : 1)
  return found.toSorted((a, b) => rank(a) - rank(b))
}
