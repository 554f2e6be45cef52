import { isCodedError } from '@orrery/sdk'
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'

/** What went wrong, as an alert shows it. */
export interface PageProblem {
  readonly message: string
  readonly code: string | undefined
}

export const toPageProblem = (error: unknown): PageProblem => ({
  message: error instanceof Error ? error.message : String(error),
  code: isCodedError(error) ? error.code : undefined,
})

export interface Loaded<T> {
  /** Undefined while it is loaded for the first time, or for another key. */
  readonly data: Readonly<ShallowRef<T | undefined>>
  readonly problem: Readonly<ShallowRef<PageProblem | undefined>>
  readonly reload: () => void
  /** Loads it again while what is there stays; a failure leaves it as it is. */
  readonly refresh: () => void
}

/** Loads what a page shows: at once, and anew whenever the key changes. An answer that comes too late is dropped. */
export function useLoad<K, T>(key: () => K, load: (key: K, signal: AbortSignal) => Promise<T>): Loaded<T> {
  const data = shallowRef<T>()
  const problem = shallowRef<PageProblem>()
  let controller = new AbortController()

  async function run(now: K, { keeps }: { readonly keeps: boolean }) {
    controller.abort()
    controller = new AbortController()
    const { signal } = controller
    if (!keeps) data.value = undefined
    if (!keeps) problem.value = undefined
    try {
      const loaded = await load(now, signal)
      if (signal.aborted) return
      data.value = loaded
      problem.value = undefined
    } catch (error) {
      if (!signal.aborted && data.value === undefined) problem.value = toPageProblem(error)
    }
  }

  watch(key, (now) => void run(now, { keeps: false }), { immediate: true })
  onScopeDispose(() => controller.abort())
  return {
    data,
    problem,
    reload: () => void run(key(), { keeps: false }),
    refresh: () => void run(key(), { keeps: true }),
  }
}
