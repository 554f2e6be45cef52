import { Dashboard } from '@orrery/dashboard'
import { computed, type Ref } from 'vue'
import { recentItems } from '../shell/recent.ts'
import {
  asksForSome,
  contentOf,
  findDashboards,
  sortRows,
  type DashboardRow,
  type FolderRow,
  type FolderTree,
  type Library,
} from './library.ts'
import type { useHomeView } from './use-home-view.ts'

type View = ReturnType<typeof useHomeView>

export interface HomeRowsOptions extends Readonly<{ [Name in keyof View]: Readonly<Ref<View[Name]['value']>> }> {
  readonly library: Readonly<Ref<Library | undefined>>
  readonly tree: Readonly<Ref<FolderTree>>
}

/** What the home page lists: what is in the open folder, or what was asked for wherever it stands. */
export function useHomeRows({ library, tree, view, search, sort, tags, folder }: HomeRowsOptions) {
  const wanted = computed(() => ({ search: search.value, tags: tags.value, isStarred: view.value === 'starred' }))
  const isFolderShown = computed(() => view.value === 'all' && !asksForSome(wanted.value))
  const content = computed(() =>
    library.value && isFolderShown.value ? contentOf(library.value, tree.value, folder.value) : undefined,
  )
  const recent = () =>
    recentItems()
      .filter(({ kind }) => kind === Dashboard.kind)
      .map(({ id }) => id)

  const dashboards = computed<readonly DashboardRow[]>(() => {
    if (!library.value) return []
    const found = content.value?.dashboards ?? findDashboards(library.value, tree.value, wanted.value)
    if (view.value !== 'recent') return sortRows(found, sort.value)
    return recent().flatMap((id) => found.filter((row) => row.id === id))
  })
  const folders = computed<readonly FolderRow[]>(() => sortRows(content.value?.folders ?? [], 'title'))
  return {
    folders,
    dashboards,
    /** The folder that is open, not what was found anywhere. */
    isFolderShown,
    isFiltered: computed(() => search.value.trim() !== '' || tags.value.length > 0),
    isNothing: computed(() => folders.value.length + dashboards.value.length === 0),
  }
}
