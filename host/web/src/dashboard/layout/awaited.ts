import { onScopeDispose, watch } from 'vue'
import type { DashboardQueries } from '../use-queries.ts'

/** Asks for panels that are not shown, because their data decide whether they are. Width in CSS pixels, 0 while unknown. */
export function useAwaited(
  queries: Pick<DashboardQueries, 'show' | 'hide'>,
  keys: () => readonly string[],
  width: () => number,
): void {
  let asked: readonly string[] = []
  const ask = (now: readonly string[]) => {
    for (const key of asked) if (!now.includes(key)) queries.hide(key)
    for (const key of now) if (!asked.includes(key)) queries.show(key, width())
    asked = now
  }
  // After the page is drawn: a panel that has just been shown, and left again, has said so before.
  watch(() => (width() > 0 ? keys() : []), ask, { immediate: true, flush: 'post' })
  onScopeDispose(() => ask([]))
}
