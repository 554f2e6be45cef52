import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { searchResources, type SearchResult } from '../api/search.ts'
import { toPageProblem, type PageProblem } from '../pages/use-load.ts'
import { t } from '../text.ts'
import {
  commandEntries,
  filterEntries,
  orderGroups,
  pageEntries,
  resourceEntries,
  type PaletteEntry,
  type PaletteGroup,
} from './palette.ts'
import { recentItems } from './recent.ts'

const DEBOUNCE_MS = 120
const FOUND = 30
/** Of what was not opened here before, when nothing is typed. */
const SUGGESTED = 5

/** What the palette shows for what is typed. The host is asked while somebody types; what is here is found at once. */
export function usePalette(open: () => boolean) {
  const search = ref('')
  const found = shallowRef<readonly SearchResult[]>([])
  const recent = shallowRef(recentItems())
  const problem = shallowRef<PageProblem>()
  const isLoading = ref(false)
  /** The entry that is chosen; undefined as long as nobody moved: then it is the first. */
  const chosen = ref<string>()
  let asking = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask() {
    asking.abort()
    asking = new AbortController()
    const { signal } = asking
    isLoading.value = true
    problem.value = undefined
    try {
      const items = await searchResources(search.value.trim(), FOUND, signal)
      if (signal.aborted) return
      found.value = items
    } catch (error) {
      if (signal.aborted) return
      found.value = []
      problem.value = toPageProblem(error)
    }
    isLoading.value = false
  }
  function askSoon() {
    stop()
    chosen.value = undefined
    isLoading.value = true
    timer = setTimeout(() => void ask(), DEBOUNCE_MS)
  }
  function stop() {
    clearTimeout(timer)
    asking.abort()
    isLoading.value = false
  }
  watch(search, () => open() && askSoon())
  watch(
    open,
    (isOpen) => {
      stop()
      search.value = ''
      chosen.value = undefined
      if (!isOpen) return
      recent.value = recentItems()
      found.value = []
      void ask()
    },
    { immediate: true },
  )
  onScopeDispose(stop)

  const groups = computed((): readonly PaletteGroup[] => {
    if (!open()) return []
    const typed = search.value
    const isEmpty = typed.trim() === ''
    const visited = isEmpty ? resourceEntries(recent.value) : []
    const known = new Set(visited.map(({ key }) => key))
    const resources = resourceEntries(found.value).filter(({ key }) => !known.has(key))
    return orderGroups(
      [
        { title: t('Opened last'), entries: visited },
        { title: t('Dashboards and data sources'), entries: isEmpty ? resources.slice(0, SUGGESTED) : resources },
        { title: t('Pages'), entries: filterEntries(pageEntries(), typed) },
        { title: t('Commands'), entries: filterEntries(commandEntries(), typed) },
      ],
      typed,
    )
  })
  const entries = computed((): readonly PaletteEntry[] => groups.value.flatMap((group) => group.entries))
  const at = computed(() =>
    Math.max(
      0,
      entries.value.findIndex(({ key }) => key === chosen.value),
    ),
  )
  const current = computed(() => entries.value[at.value])

  return {
    search,
    groups,
    entries,
    current,
    problem,
    isLoading,
    ask: () => void ask(),
    choose: (key: string) => void (chosen.value = key),
    move(step: number) {
      const next = entries.value[Math.max(0, Math.min(entries.value.length - 1, at.value + step))]
      chosen.value = next?.key
    },
    /** The entry to open now: what the host may still find goes before it when nobody has chosen. */
    isSettled: () => !isLoading.value || chosen.value !== undefined,
  }
}
