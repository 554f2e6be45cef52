import { onScopeDispose, watch } from 'vue'
import { runBatch } from '../query/batch.ts'
import { createPanelQueries, type QueryContext } from '../query/panel-queries.ts'
import { startAutoRefresh } from './auto-refresh.ts'
import type { ViewedDashboard } from './viewed-dashboard.ts'
import type { useView } from './use-view.ts'

export interface UseQueriesOptions {
  readonly dashboard: () => ViewedDashboard
  readonly view: ReturnType<typeof useView>
  readonly onRevisionGone: () => void
}

/** The data of a dashboard's panels, asked for anew with whatever the viewer changes, and by the clock. */
export function useQueries({ dashboard, view: state, onRevisionGone }: UseQueriesOptions) {
  const { view, range, timeZone, advance } = state
  const queries = createPanelQueries({
    run: runBatch,
    refIdsOf: (panel) => (dashboard().spec.panels[panel]?.queries ?? []).map(({ refId }) => refId),
    onRevisionGone,
  })
  const context = (): QueryContext => ({
    dashboard: { id: dashboard().id, revision: dashboard().revision },
    range: range.value,
    timeZone: timeZone.value,
    variables: view.value.variables,
  })
  // The range itself moves with every refresh; what it was made from is what the viewer changes.
  const question = () => JSON.stringify([dashboard().revision, view.value.time, timeZone.value, view.value.variables])
  watch(question, () => queries.ask(context()), { immediate: true, flush: 'post' })

  const tick = () => {
    advance()
    queries.refresh(context())
  }
  watch(
    () => view.value.refreshMs,
    (ms, _, onCleanup) => {
      if (ms !== undefined) onCleanup(startAutoRefresh(ms, tick))
    },
    { immediate: true },
  )
  addEventListener('online', queries.retry)
  onScopeDispose(() => {
    removeEventListener('online', queries.retry)
    queries.stop()
  })

  return {
    data: queries.data,
    show: queries.show,
    hide: queries.hide,
    /** As the button asks: what is under way begins anew. */
    refresh: () => {
      advance()
      queries.ask(context())
    },
  }
}
