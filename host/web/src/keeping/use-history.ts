import { Dashboard, diffDashboards, type DashboardChange } from '@orrery/dashboard'
import { ref, shallowRef, watch } from 'vue'
import { useListChanges, type Change } from '../api/changes.ts'
import { getRevision, listHistory } from '../api/history.ts'
import { getResource } from '../api/resources.ts'
import { toDraft, toText } from '../edit/draft.ts'
import { toPageProblem, useLoad, type PageProblem } from '../pages/use-load.ts'

const PAGE = 20

/** The versions of a dashboard, the latest first, as far as they were asked for. */
export function useHistory(id: () => string) {
  const { data, problem, reload, refresh } = useLoad(id, async (of, signal) => {
    const [stored, page] = await Promise.all([
      getResource(Dashboard.plural, of, signal),
      listHistory(Dashboard.plural, of, { limit: PAGE }, signal),
    ])
    return { stored, page }
  })
  useListChanges([Dashboard.kind], refresh)
  const items = shallowRef<readonly Change[]>([])
  const next = ref<number>()
  const isLoadingMore = ref(false)
  const moreProblem = shallowRef<PageProblem>()
  watch(data, (now) => {
    items.value = now?.page.items ?? []
    next.value = now?.page.next
  })

  async function loadMore() {
    const before = next.value
    if (before === undefined || isLoadingMore.value) return
    isLoadingMore.value = true
    moreProblem.value = undefined
    try {
      const page = await listHistory(Dashboard.plural, id(), { limit: PAGE, before })
      // What came meanwhile has begun the list anew.
      if (next.value !== before) return
      items.value = [...items.value, ...page.items]
      next.value = page.next
    } catch (error) {
      moreProblem.value = toPageProblem(error)
    } finally {
      isLoadingMore.value = false
    }
  }
  return { data, items, next, problem, reload, refresh, loadMore, isLoadingMore, moreProblem }
}

const textAt = async (id: string, revision: string, signal?: AbortSignal) =>
  toText(toDraft(await getRevision(Dashboard.plural, id, revision, signal)))

/** What makes one version of another. */
export async function compareVersions(
  id: string,
  before: string,
  after: string,
  signal?: AbortSignal,
): Promise<readonly DashboardChange[]> {
  const [from, to] = await Promise.all([textAt(id, before, signal), textAt(id, after, signal)])
  return diffDashboards(from, to)
}

/** What a change did to the version before it; undefined for the first, which has none. */
export async function compareWithEarlier(
  id: string,
  change: Change,
  signal?: AbortSignal,
): Promise<readonly DashboardChange[] | undefined> {
  const { items } = await listHistory(Dashboard.plural, id, { limit: 1, before: change.change }, signal)
  const [earlier] = items
  return earlier && compareVersions(id, earlier.revision, change.revision, signal)
}
