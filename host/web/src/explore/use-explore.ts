import { resolveRange, zoomOut, type TimeExpressions } from '@orrery/query'
import type { TimeRange } from '@orrery/sdk'
import { computed, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import { startAutoRefresh } from '../dashboard/auto-refresh.ts'
import type { EditedQuery } from '../query/edited-query.ts'
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
  const timeZone = computed(() => asked.value.zone ?? ownZone)
  const resolve = () => resolveRange(asked.value.time, Date.now(), timeZone.value)
  const range = shallowRef(resolve())
  const width = ref(0)
  const results = useResults()
  /** The queries that the page itself put into the address. */
  let written: string | undefined

  const addressOf = (patch: Partial<ExploreState>): LocationQueryRaw =>
    writeExplore({ ...asked.value, queries: queries.value, ...patch })
  const ask = () => {
    range.value = resolve()
    const shown = queries.value.filter(({ hidden, query }) => !hidden && Object.keys(query).length > 0)
    const { source } = asked.value
    void results.run({ queries: shown, range: range.value, timeZone: timeZone.value, source, width: width.value })
  }
  const open = async (address: LocationQueryRaw, how: 'push' | 'replace' = 'push') => {
    written = textOf(readExplore(address as Record<string, string>).queries)
    const before = route.fullPath
    await router[how]({ path: EXPLORE, query: address })
    if (route.fullPath === before) ask()
  }
  const set = (patch: Partial<ExploreState>) => void open(addressOf(patch))
  const setRange = ({ from, to }: TimeRange) =>
    set({ time: { from: String(Math.round(from)), to: String(Math.round(to)) } })

  if (Object.keys(kept).length > 0) void open(kept, 'replace')
  // The first answer waits for the width that it is for.
  watch(
    () => [textOf([asked.value.queries, asked.value.source, asked.value.time, timeZone.value]), width.value > 0],
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
      if (ms !== undefined) onCleanup(startAutoRefresh(ms, ask))
    },
    { immediate: true },
  )

  return {
    asked,
    queries,
    range,
    timeZone,
    width,
    data: results.data,
    /** Asks with the queries as they are edited now. */
    run: () => set({}),
    setQueries: (next: readonly EditedQuery[]) => {
      queries.value = next
    },
    setTime: (time: TimeExpressions) => set({ time }),
    setZone: (zone: string | undefined) => set({ zone }),
    setRefresh: (refresh: number | undefined) => set({ refresh }),
    setRange,
    zoomOut: () => setRange(zoomOut(range.value)),
    /** Without the variables of the dashboard that the queries came from. */
    leaveSource: () => set({ source: undefined }),
  }
}

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone
