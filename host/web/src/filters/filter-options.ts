import { FilterNames, type FilterOptionsQuery as FilterOptionsSchema } from '@orrery/api'
import type { Static } from '@orrery/sdk'
import type { SelectOption } from '@orrery/ui'
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { requestJson } from '../api/client.ts'
import { session } from '../api/session.ts'
import { toPageProblem, type PageProblem } from '../pages/use-load.ts'

type FilterNames = Static<typeof FilterNames>
type FilterOptionsQuery = Static<typeof FilterOptionsSchema>

/** What is asked for: keys, or values of a key, that hold what was typed. */
export interface OptionsWanted {
  readonly key?: string
  readonly search: string
}

/** Keys and values that filters of one datasource may have. */
export type LoadOptions = (wanted: OptionsWanted, signal: AbortSignal) => Promise<FilterNames>

export const listFilterOptions = (query: FilterOptionsQuery, signal: AbortSignal): Promise<FilterNames> =>
  requestJson(FilterNames, `/api/v1/ns/${encodeURIComponent(session.namespace)}/filter-options`, {
    method: 'POST',
    body: query,
    signal,
  })

/** So long somebody may pause while typing. */
const PAUSE_MS = 150

/** Options for a text that is typed: of the newest text only. Nothing is asked while `wanted` is undefined. */
export function useFilterOptions(load: () => LoadOptions, wanted: () => OptionsWanted | undefined) {
  const options: ShallowRef<readonly SelectOption<string>[]> = shallowRef([])
  const isCutOff = shallowRef(false)
  const problem = shallowRef<PageProblem>()
  let abort = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask(now: OptionsWanted) {
    const { signal } = (abort = new AbortController())
    try {
      const found = await load()(now, signal)
      if (signal.aborted) return
      options.value = found.names.map((value) => ({ value, label: value }))
      isCutOff.value = found.isCutOff
      problem.value = undefined
    } catch (error) {
      if (!signal.aborted) problem.value = toPageProblem(error)
    }
  }
  const stop = () => {
    clearTimeout(timer)
    abort.abort()
  }
  watch(
    () => JSON.stringify(wanted()),
    () => {
      stop()
      const now = wanted()
      if (now) timer = setTimeout(() => void ask(now), PAUSE_MS)
    },
    { immediate: true },
  )
  onScopeDispose(stop)
  return { options, isCutOff, problem }
}
