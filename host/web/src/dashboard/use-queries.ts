import type { QueryBatch } from '@orrery/api'
import { filtersFor, shownPanels, toReading, variablesOfPanel } from '@orrery/dashboard'
import { onScopeDispose, watch } from 'vue'
import { draftAnnotations } from '../annotations/draft-annotations.ts'
import { ANNOTATIONS, annotationsName } from '../query/annotations-id.ts'
import { runBatch } from '../query/batch.ts'
import type { DraftAnnotations, DraftPanel } from '../query/panel-batch.ts'
import { emptyData, type PanelData } from '../query/panel-data.ts'
import { createPanelQueries, type PanelQueries, type QueryContext } from '../query/panel-queries.ts'
import { isSameQuestion } from './same-question.ts'
import { parseInstanceKey } from './layout/instance.ts'
import { intervalOf, startAutoRefresh, watchHidden } from './auto-refresh.ts'
import { useAnnotations, type DashboardAnnotations } from '../annotations/use-annotations.ts'
import type { DashboardVariables } from '../variables/use-variables.ts'
import type { ViewedDashboard } from './viewed-dashboard.ts'
import type { useView } from './use-view.ts'

export interface UseQueriesOptions {
  readonly dashboard: () => ViewedDashboard
  readonly view: ReturnType<typeof useView>
  readonly variables: DashboardVariables
  readonly onRevisionGone: () => void
}

/** What the panels of a dashboard show, and how they ask for it. */
export interface DashboardQueries extends Pick<PanelQueries, 'data' | 'show' | 'hide'> {
  /** The data of a panel; empty before it is asked for. */
  readonly dataOf: (panel: string) => PanelData
  /** Of the whole dashboard. */
  readonly annotations: DashboardAnnotations
  /** As the button asks: what is under way begins anew. */
  readonly refresh: () => void
}

const isSame = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b)

/** The data of a dashboard's panels, asked for anew with whatever the viewer changes, and by the clock. */
export function useQueries({ dashboard, view: state, variables, onRevisionGone }: UseQueriesOptions): DashboardQueries {
  const { view, range, timeZone, advance } = state
  // Browsers tell of panels on the screen in no order, and what is asked first is mostly answered first.
  const inReadingOrder = (batch: QueryBatch): QueryBatch => {
    const places = new Map(shownPanels(dashboard().spec.layout).map((panel, i) => [panel, i]))
    // Annotations have no place: they come last.
    const placeOf = ({ id }: { id: string }) => places.get(parseInstanceKey(id).panel) ?? places.size
    return { ...batch, items: batch.items.toSorted((a, b) => placeOf(a) - placeOf(b)) }
  }
  const specOf = (key: string) => dashboard().spec.panels[parseInstanceKey(key).panel]
  const panelRefIds = (key: string) => (specOf(key)?.queries ?? []).map(({ refId }) => refId)
  /** A panel that the host does not have as it is: the viewer edits it, the variables that it may use, or how times are read. */
  const draftOf = (panel: string): DraftPanel | DraftAnnotations | undefined => {
    const { spec, saved = spec } = dashboard()
    const name = annotationsName(panel)
    if (name !== undefined)
      return draftAnnotations(name, { spec, saved, filters: view.value.filters, scope: variables.scopeOf(panel) })
    const { panel: id } = parseInstanceKey(panel)
    const now = spec.panels[id]
    const isAround = isSame(spec.variables, saved.variables) && isSame(toReading(spec.time), toReading(saved.time))
    if (!now || (isAround && isSameQuestion(now, saved.panels[id]))) return undefined
    return {
      ...now,
      filtersOf: (datasource) =>
        filtersFor(variablesOfPanel(spec, id).values(), view.value.filters, datasource, variables.scopeOf(panel)),
    }
  }
  const queries = createPanelQueries({
    run: (batch, signal) => runBatch(inReadingOrder(batch), signal),
    refIdsOf: (panel) => (annotationsName(panel) !== undefined ? [ANNOTATIONS] : panelRefIds(panel)),
    draftOf,
    onRevisionGone,
  })
  const context = (): QueryContext => ({
    dashboard: { id: dashboard().id, revision: dashboard().revision },
    range: range.value,
    timeZone: timeZone.value,
    reading: toReading(dashboard().spec.time),
    valuesOf: variables.valuesOf,
    scopeOf: variables.scopeOf,
    filters: view.value.filters,
    live: view.value.refresh === 'live',
  })
  // The range itself moves with every refresh; what it was made from is what the viewer changes.
  const question = () => {
    const { time, filters, refresh } = view.value
    const reading = toReading(dashboard().spec.time)
    return JSON.stringify([dashboard().revision, time, timeZone.value, reading, filters, refresh === 'live'])
  }
  watch(question, () => queries.ask(context()), { immediate: true, flush: 'post' })
  watch(variables.changes, queries.valuesChanged, { flush: 'post' })
  watch(
    () => dashboard().spec.panels,
    (now, before) => {
      for (const [panel, spec] of Object.entries(now))
        if (spec !== before[panel] && !isSameQuestion(spec, before[panel]))
          queries.changed((key) => parseInstanceKey(key).panel === panel)
    },
  )

  const tick = () => {
    advance()
    queries.refresh(context())
  }
  watch(
    () => intervalOf(view.value.refresh, dashboard().spec.refresh),
    (ms, _, onCleanup) => {
      if (ms !== undefined) onCleanup(startAutoRefresh(ms, tick))
    },
    { immediate: true },
  )
  addEventListener('online', queries.retry)
  const stopWatching = watchHidden((hidden) => (hidden ? queries.pause() : queries.resume()))
  onScopeDispose(() => {
    stopWatching()
    removeEventListener('online', queries.retry)
    queries.stop()
  })

  const annotations = useAnnotations({
    queries,
    spec: () => dashboard().spec,
    dashboard: () => (dashboard().revision === undefined ? undefined : dashboard().id),
    range: () => range.value,
    shown: () => view.value.annotations,
    tags: () => view.value.annotationTags,
  })

  return {
    annotations,
    data: queries.data,
    show: queries.show,
    hide: queries.hide,
    dataOf: (panel) => queries.data.get(panel) ?? emptyData(range.value),
    refresh: () => {
      tick()
      queries.retry()
    },
  }
}
