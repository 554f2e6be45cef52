import { resolveRange, zoomOut, type TimeExpressions } from '@orrery/query'
import type { AdhocFilter, TimeRange, VariableValue } from '@orrery/sdk'
import { computed, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Kiosk } from '../viewing/kiosk.ts'
import type { Refresh } from './auto-refresh.ts'
import type { SectionsView } from './layout/sections-view.ts'
import { readView, writeView, type EditState, type ViewState } from './url-state.ts'
import type { ViewedDashboard } from './viewed-dashboard.ts'

/** What the viewer set, kept in the address: each change is a step that the browser's Back undoes. */
export function useView(dashboard: () => ViewedDashboard) {
  const route = useRoute()
  const router = useRouter()
  const view = computed(() => readView(route.query, dashboard().spec))
  /** Where the viewer has not chosen one. */
  const ownZone = computed(() => dashboard().spec.time.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone)
  const timeZone = computed(() => view.value.zone ?? ownZone.value)

  const resolve = () => resolveRange(view.value.time, Date.now(), timeZone.value)
  const range = shallowRef(resolve())
  /** Moves a relative range up to now. */
  const advance = () => {
    range.value = resolve()
  }
  watch(() => JSON.stringify([view.value.time, timeZone.value]), advance)

  const set = (patch: Partial<ViewState>, replace = false) =>
    void router.push({ query: writeView({ ...view.value, ...patch }, dashboard().spec), hash: route.hash, replace })
  const setRange = ({ from, to }: TimeRange) =>
    set({ time: { from: String(Math.round(from)), to: String(Math.round(to)) } })

  return {
    view,
    range,
    timeZone,
    ownZone,
    advance,
    setTime: (time: TimeExpressions) => set({ time }),
    setRange,
    setZone: (zone: string | undefined) => set({ zone }),
    zoomOut: () => setRange(zoomOut(range.value)),
    setRefresh: (refresh: Refresh) => set({ refresh }),
    setVariable: (name: string, value: VariableValue) => set({ variables: { ...view.value.variables, [name]: value } }),
    setFilters: (name: string, filters: readonly AdhocFilter[]) =>
      set({ filters: { ...view.value.filters, [name]: filters } }),
    showAnnotations: (name: string, isShown: boolean) =>
      set({ annotations: { ...view.value.annotations, [name]: isShown } }),
    /** Opens what is edited, or leaves the editor. */
    setEdit: (edit: EditState | undefined) => set({ edit, fullScreen: undefined, kiosk: undefined }),
    /** Another tab is a step back for the browser, an open row is none. */
    setSections: (sections: SectionsView) => set({ sections }, sections.tabs === view.value.sections.tabs),
    setFullScreen: (fullScreen: string | undefined) => set({ fullScreen }),
    setKiosk: (kiosk: Kiosk | undefined) => set({ kiosk }),
  }
}
