import { computed, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import { startAutoRefresh } from '../dashboard/auto-refresh.ts'
import type { EditedQuery } from '../query/edited-query.ts'
import { useTimes } from '../time/use-times.ts'
import { browserZone } from '../time/zones.ts'
import { keepDrafts, keptDrafts } from './drafts.ts'
import { EXPLORE, readExplore, writeExplore, type ExploreState } from './explore-state.ts'
import { useResults } from './use-results.ts'

const textOf = (value: unknown) => JSON.stringify(value)

/**
 * What is explored. The address has what was last run, so that a link shows the same; what is edited and not run yet is a
 * draft, which is kept when the page is left.
 */
export function useExplore() {
  const route = useRoute()
  const router = useRouter()
  const asked = computed(() => readExplore(route.query))
  const kept = Object.keys(route.query).length === 0 ? keptDrafts() : {}
  const queries = shallowRef<readonly EditedQuery[]>(readExplore({ ...route.query, ...kept }).queries)
  const width = ref(0)
  const results = useResults()
  /** The queries that the page itself put into the address. */
  let written: string | undefined

  const addressOf = (patch: Partial<ExploreState>): LocationQueryRaw =>
    writeExplore({ ...asked.value, queries: queries.value, ...patch })
  const ask = () => {
    times.advance()
    const shown = queries.value.filter(({ hidden, query }) => !hidden && Object.keys(query).length > 0)
    const { source } = asked.value
    void results.run({
      queries: shown,
      range: times.range.value,
      timeZone: times.timeZone.value,
      source,
      width: width.value,
    })
  }
  const open = async (address: LocationQueryRaw, how: 'push' | 'replace' = 'push') => {
    written = textOf(readExplore(address as Record<string, string>).queries)
    const before = route.fullPath
    await router[how]({ path: EXPLORE, query: address })
    if (route.fullPath === before) ask()
  }
  const set = (patch: Partial<ExploreState>) => void open(addressOf(patch))
  const times = useTimes({
    time: () => asked.value.time,
    zone: () => asked.value.zone,
    ownZone: () => browserZone,
    refresh: () => asked.value.refresh,
    settings: () => ({}),
    follows: false,
    set,
  })

  if (Object.keys(kept).length > 0) void open(kept, 'replace')
  // The first answer waits for the width that it is for.
  watch(
    () => [textOf([asked.value.queries, asked.value.source, asked.value.time, times.timeZone.value]), width.value > 0],
    () => {
      if (route.path !== EXPLORE || width.value === 0) return
      const now = textOf(asked.value.queries)
      // Somebody went back, or opened a link.
      if (now !== written && asked.value.queries.length > 0) queries.value = asked.value.queries
      written = now
      if (asked.value.queries.length > 0) ask()
    },
    { immediate: true },
  )
  watch([queries, asked], () => route.path === EXPLORE && keepDrafts(addressOf({})))
  watch(
    () => asked.value.refresh,
    (ms, _, onCleanup) => {
      if (typeof ms === 'number') onCleanup(startAutoRefresh(ms, ask))
    },
    { immediate: true },
  )

  return {
    ...times,
    asked,
    queries,
    width,
    data: results.data,
    /** Asks with the queries as they are edited now. */
    run: () => set({}),
    setQueries: (next: readonly EditedQuery[]) => {
      queries.value = next
    },
    /** Without the variables of the dashboard that the queries came from. */
    leaveSource: () => set({ source: undefined }),
  }
}
