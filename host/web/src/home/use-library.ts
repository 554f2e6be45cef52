import { Dashboard, Folder } from '@orrery/dashboard'
import type { ResourceSummary } from '@orrery/api'
import { computed, shallowRef, watch } from 'vue'
import { useListChanges } from '../api/changes.ts'
import { listStars, listSummaries, setStar } from '../api/library.ts'
import { session } from '../api/session.ts'
import { useLoad } from '../pages/use-load.ts'
import { reporting } from '../shell/report.ts'
import { createFolderTree, type DashboardRow, type FolderRow, type Library } from './library.ts'

const toFolder = ({ id, title, folder, updatedAt, revision, managedBy }: ResourceSummary): FolderRow => ({
  id,
  title,
  folder,
  updatedAt: Date.parse(updatedAt),
  revision,
  managedBy,
})
const toDashboard = (summary: ResourceSummary): DashboardRow => ({
  ...toFolder(summary),
  description: summary.description,
  tags: summary.tags ?? [],
})

/** The dashboards and folders of the host, with this person's stars. */
export function useLibrary() {
  const stars = shallowRef<ReadonlySet<string>>(new Set())
  const loaded = useLoad(
    () => session.namespace,
    async (_, signal) => {
      const [folders, dashboards, starred] = await Promise.all([
        listSummaries(Folder.plural, signal),
        listSummaries(Dashboard.plural, signal),
        listStars(signal),
      ])
      return { folders: folders.map(toFolder), dashboards: dashboards.map(toDashboard), starred }
    },
  )
  watch(loaded.data, (now) => {
    if (now) stars.value = new Set(now.starred.filter(({ kind }) => kind === Dashboard.kind).map(({ id }) => id))
  })
  useListChanges([Dashboard.kind, Folder.kind], loaded.refresh)

  const library = computed<Library | undefined>(() => {
    const now = loaded.data.value
    return now && { folders: now.folders, dashboards: now.dashboards, stars: stars.value }
  })

  // Shown at once; taken back where the host refuses.
  const star = reporting(async (id: string, isStarred: boolean) => {
    const before = stars.value
    stars.value = new Set(isStarred ? [...before, id] : [...before].filter((each) => each !== id))
    await setStar(Dashboard.plural, id, isStarred).catch((error: unknown) => {
      stars.value = before
      throw error
    })
  })

  return {
    /** Undefined while it is loaded. */
    library,
    tree: computed(() => createFolderTree(library.value?.folders ?? [])),
    problem: loaded.problem,
    reload: loaded.reload,
    refresh: loaded.refresh,
    star,
  }
}
