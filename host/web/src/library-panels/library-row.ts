import type { ResourceSummary } from '@orrery/api'
import { Dashboard, LibraryPanel } from '@orrery/dashboard'
import { useListChanges } from '../api/changes.ts'
import { listSummaries } from '../api/library.ts'
import { session } from '../api/session.ts'
import { useLoad } from '../pages/use-load.ts'
import { findContribution } from '../plugins/plugin-list.ts'
import { t } from '../text.ts'

/** What a panel of the library is drawn with: title and icon of its type. */
export function typeOfRow({ type = '' }: ResourceSummary): { readonly title: string; readonly icon: string } {
  const found = findContribution('panel', type)
  const icon = found?.data['icon']
  return { title: found?.title ?? type, icon: typeof icon === 'string' ? icon : 'chart-line' }
}

export const usagesText = (count: number): string =>
  count === 0
    ? t('shown on no dashboard')
    : t('shown on {count} dashboard | shown on {count} dashboards', { count }, count)

/** Those whose title, description, id or type hold every word, by title. */
export function findRows(rows: readonly ResourceSummary[], search: string): readonly ResourceSummary[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    const text = [row.title, row.description, row.id, typeOfRow(row).title].join('\n').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** All panels of the library, as they are now. */
export function useLibraryRows() {
  const loaded = useLoad(
    () => session.namespace,
    (_, signal) => listSummaries(LibraryPanel.plural, signal),
  )
  // Dashboards change where they are shown.
  useListChanges([LibraryPanel.kind, Dashboard.kind], loaded.refresh)
  return loaded
}
