import { Dashboard, Folder } from '@orrery/dashboard'
import { computed, ref, shallowRef, watch } from 'vue'
import { useListChanges } from '../api/changes.ts'
import { listPage, listResources, type Stored } from '../api/resources.ts'
import { session } from '../api/session.ts'
import { reporting } from '../shell/report.ts'
import { groupDashboards } from './dashboard-groups.ts'
import { useLoad } from './use-load.ts'

const PAGE = 200
const DEBOUNCE_MS = 200

/**
 * The dashboards that match a search, by folder. As long as one page holds all of them they are searched here, while
 * somebody types; where there are more, the host is asked.
 */
export function useDashboards(search: () => string) {
  /** What the host is asked for. */
  const asked = ref('')
  /** There are more than one page of them. */
  const isLarge = ref(false)
  const isLoadingMore = ref(false)
  /** Stays while another search is under way. */
  const list = shallowRef<{
    readonly items: readonly Stored[]
    readonly next: string | undefined
    readonly folders: readonly Stored[]
  }>()

  const loaded = useLoad(
    () => JSON.stringify([session.namespace, asked.value]),
    async (_, signal) => {
      const [page, folders] = await Promise.all([
        listPage(Dashboard.plural, { search: asked.value, limit: PAGE }, signal),
        listResources(Folder.plural, signal),
      ])
      if (asked.value === '') isLarge.value = page.next !== undefined
      return { items: page.items, next: page.next, folders }
    },
  )
  watch(loaded.data, (now) => now && (list.value = now))
  watch(
    () => (isLarge.value ? search().trim() : ''),
    (now, _, onCleanup) => {
      const timer = setTimeout(() => (asked.value = now), DEBOUNCE_MS)
      onCleanup(() => clearTimeout(timer))
    },
  )

  useListChanges([Dashboard.kind, Folder.kind], loaded.refresh)

  const groups = computed(
    () => list.value && groupDashboards(list.value.items, list.value.folders, isLarge.value ? '' : search()),
  )
  const loadMore = reporting(async () => {
    const before = list.value
    if (before?.next === undefined || isLoadingMore.value) return
    isLoadingMore.value = true
    try {
      const page = await listPage(Dashboard.plural, { search: asked.value, limit: PAGE, after: before.next })
      // Another search may have come between.
      if (list.value === before) list.value = { ...before, items: [...before.items, ...page.items], next: page.next }
    } finally {
      isLoadingMore.value = false
    }
  })

  return {
    /** Undefined while they are loaded. */
    groups,
    problem: loaded.problem,
    reload: loaded.reload,
    isLarge,
    isEmpty: computed(() => list.value?.items.length === 0 && asked.value === ''),
    hasMore: computed(() => list.value?.next !== undefined),
    loadMore,
    isLoadingMore,
  }
}
