/** A dashboard as lists show it. */
export interface DashboardRow {
  readonly id: string
  readonly title: string
  /** Id of the folder that it stands in; undefined at the top. */
  readonly folder: string | undefined
  readonly description: string | undefined
  readonly tags: readonly string[]
  /** Milliseconds since the epoch. */
  readonly updatedAt: number
  readonly revision: string
  /** Who owns it, when not the people. */
  readonly managedBy: string | undefined
}
export type FolderRow = Omit<DashboardRow, 'tags' | 'description'>

export interface Library {
  readonly folders: readonly FolderRow[]
  readonly dashboards: readonly DashboardRow[]
  /** Ids of the dashboards that this person starred. */
  readonly stars: ReadonlySet<string>
}

export type SortOrder = 'title' | 'changed'

/** What of the dashboards is shown. */
export interface Wanted {
  /** Words that must all be found. */
  readonly search: string
  /** All of them must be there. */
  readonly tags: readonly string[]
  readonly isStarred: boolean
}

export const asksForSome = ({ search, tags, isStarred }: Wanted) => search.trim() !== '' || tags.length > 0 || isStarred

const byTitle = (a: { readonly title: string }, b: { readonly title: string }) => a.title.localeCompare(b.title)

/** Where folders stand. */
export interface FolderTree {
  /** The folder around a folder: none for one that stands in itself or in what is not there, so that all is found somewhere. */
  readonly around: (folder: FolderRow) => FolderRow | undefined
  /** Folders from the top down to this one; empty for one that is not there. */
  readonly path: (id: string | undefined) => readonly FolderRow[]
  /** Their titles. */
  readonly placeOf: (id: string | undefined) => string
}

export function createFolderTree(folders: readonly FolderRow[]): FolderTree {
  const byId = new Map(folders.map((folder) => [folder.id, folder]))
  const named = (id: string | undefined) => (id === undefined ? undefined : byId.get(id))
  const around = (folder: FolderRow) => {
    const seen = new Set<string>()
    for (let at = named(folder.folder); at && !seen.has(at.id); at = named(at.folder)) seen.add(at.id)
    return seen.has(folder.id) ? undefined : named(folder.folder)
  }
  const path = (id: string | undefined) => {
    const found: FolderRow[] = []
    for (let at = named(id); at; at = around(at)) found.unshift(at)
    return found
  }
  return {
    around,
    path,
    placeOf: (id) =>
      path(id)
        .map(({ title }) => title)
        .join(' / '),
  }
}

export const sortRows = <Row extends FolderRow>(rows: readonly Row[], order: SortOrder): readonly Row[] =>
  rows.toSorted(order === 'title' ? byTitle : (a, b) => b.updatedAt - a.updatedAt || byTitle(a, b))

/** What stands in a folder, or at the top. */
export function contentOf(
  { folders, dashboards }: Library,
  tree: FolderTree,
  folder: string | undefined,
): Pick<Library, 'folders' | 'dashboards'> {
  const known = new Set(folders.map(({ id }) => id))
  const placeOf = (row: DashboardRow) => (row.folder !== undefined && known.has(row.folder) ? row.folder : undefined)
  return {
    folders: folders.filter((row) => tree.around(row)?.id === folder),
    dashboards: dashboards.filter((row) => placeOf(row) === folder),
  }
}

/** Dashboards that hold every word in title, description, id, tags or folders, and have all tags. */
export function findDashboards(
  { dashboards, stars }: Library,
  tree: FolderTree,
  wanted: Wanted,
): readonly DashboardRow[] {
  const words = wanted.search.toLowerCase().split(/\s+/).filter(Boolean)
  return dashboards.filter((row) => {
    if (wanted.isStarred && !stars.has(row.id)) return false
    if (!wanted.tags.every((tag) => row.tags.includes(tag))) return false
    const text = [row.title, row.description, row.id, ...row.tags, tree.placeOf(row.folder)].join('\n').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** All tags with how many dashboards have them, the most frequent first. */
export function tagsOf(
  dashboards: readonly DashboardRow[],
): readonly { readonly tag: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const tag of dashboards.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .toSorted((a, b) => b.count - a.count || a.tag.localeCompare(b.tag))
}

/** The folders that a folder may be moved into: neither itself nor one inside it. */
export const foldersOutside = (
  folders: readonly FolderRow[],
  tree: FolderTree,
  moved: ReadonlySet<string>,
): readonly FolderRow[] => folders.filter(({ id }) => !tree.path(id).some((around) => moved.has(around.id)))
