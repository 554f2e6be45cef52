import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { SortOrder } from './library.ts'

export type HomeView = 'all' | 'starred' | 'recent' | 'panels' | 'deleted'

const views: readonly HomeView[] = ['all', 'starred', 'recent', 'panels', 'deleted']

/** What the address says of the page, so that links and the way back keep it. */
export function useHomeView() {
  const route = useRoute()
  const router = useRouter()
  const text = (name: string) => {
    const value = route.query[name]
    return typeof value === 'string' ? value : ''
  }
  const set = (changed: Readonly<Record<string, string | readonly string[] | undefined>>) => {
    const query = Object.fromEntries(
      Object.entries({ ...route.query, ...changed }).filter(([, value]) => (value?.length ?? 0) > 0),
    )
    // Vue Router's own type has mutable lists.
    void router.replace({ query: query as Record<string, string | string[]> })
  }
  return {
    view: computed<HomeView>({
      get: () => views.find((view) => view === text('view')) ?? 'all',
      set: (view) => set({ view: view === 'all' ? undefined : view, folder: undefined }),
    }),
    search: computed({ get: () => text('search'), set: (search) => set({ search }) }),
    sort: computed<SortOrder>({
      get: () => (text('sort') === 'changed' ? 'changed' : 'title'),
      set: (sort) => set({ sort: sort === 'title' ? undefined : sort }),
    }),
    tags: computed<readonly string[]>({
      get: () => [route.query['tag']].flat().filter((tag) => typeof tag === 'string'),
      set: (tag) => set({ tag }),
    }),
    /** Id of the folder that is open. */
    folder: computed(() => text('folder') || undefined),
  }
}
