import type { Stored } from '../api/resources.ts'

export interface DashboardRow {
  readonly id: string
  readonly title: string
  readonly description: string | undefined
  /** Milliseconds since the epoch. */
  readonly updatedAt: number
}

/** The dashboards of one folder. */
export interface DashboardGroup {
  /** Undefined for those in no folder. */
  readonly folder: string | undefined
  readonly title: string | undefined
  readonly rows: readonly DashboardRow[]
}

const toRow = ({ resource: { id, metadata, spec }, updatedAt }: Stored): DashboardRow => ({
  id,
  title: metadata.title,
  description: typeof spec['description'] === 'string' ? spec['description'] : undefined,
  updatedAt: Date.parse(updatedAt),
})

/**
 * Dashboards that hold every word of a search in their title, description, id or folder, by folder and title. Those in
 * no folder come first; a folder that cannot be read is called by its id.
 */
export function groupDashboards(
  dashboards: readonly Stored[],
  folders: readonly Stored[],
  search: string,
): readonly DashboardGroup[] {
  const titles = new Map(folders.map(({ resource }) => [resource.id, resource.metadata.title]))
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const groups = new Map<string | undefined, DashboardRow[]>()
  for (const stored of dashboards) {
    const { folder } = stored.resource.metadata
    const row = toRow(stored)
    const text = [row.title, row.description, row.id, folder && (titles.get(folder) ?? folder)].join(' ').toLowerCase()
    if (words.every((word) => text.includes(word))) groups.set(folder, [...(groups.get(folder) ?? []), row])
  }
  return [...groups]
    .map(([folder, rows]) => ({
      folder,
      title: folder === undefined ? undefined : (titles.get(folder) ?? folder),
      rows: rows.sort((a, b) => a.title.localeCompare(b.title)),
    }))
    .sort(
      (a, b) =>
        Number(a.folder !== undefined) - Number(b.folder !== undefined) || (a.title ?? '').localeCompare(b.title ?? ''),
    )
}
