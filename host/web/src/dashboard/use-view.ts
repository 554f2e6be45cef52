import type { AdhocFilter, VariableValue } from '@orrery/sdk'
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Kiosk } from '../viewing/kiosk.ts'
import { useTimes } from '../time/use-times.ts'
import { browserZone } from '../time/zones.ts'
import type { SectionsView } from './layout/sections-view.ts'
import { readView, writeView, type EditState, type ViewState } from './url-state.ts'
import type { ViewedDashboard } from './viewed-dashboard.ts'

/** What the viewer set, kept in the address: each change is a step that the browser's Back undoes. */
export function useView(dashboard: () => ViewedDashboard) {
  const route = useRoute()
  const router = useRouter()
  const view = computed(() => readView(route.query, dashboard().spec))

  const set = (patch: Partial<ViewState>, replace = false) => {
    // Where a playlist is belongs to no dashboard.
    const place = route.query['at'] === undefined ? {} : { at: route.query['at'] }
    const query = { ...place, ...writeView({ ...view.value, ...patch }, dashboard().spec) }
    void router.push({ query, hash: route.hash, replace })
  }
  const times = useTimes({
    time: () => view.value.time,
    zone: () => view.value.zone,
    ownZone: () => dashboard().spec.time.zone ?? browserZone,
    refresh: () => view.value.refresh,
    settings: () => dashboard().spec.time,
    follows: true,
    set,
  })

  return {
    ...times,
    view,
    setVariable: (name: string, value: VariableValue) => set({ variables: { ...view.value.variables, [name]: value } }),
    setFilters: (name: string, filters: readonly AdhocFilter[]) =>
      set({ filters: { ...view.value.filters, [name]: filters } }),
    showAnnotations: (name: string, isShown: boolean) =>
      set({ annotations: { ...view.value.annotations, [name]: isShown } }),
    setAnnotationTags: (annotationTags: readonly string[]) => set({ annotationTags }),
    /** Opens what is edited, or leaves the editor. */
    setEdit: (edit: EditState | undefined) => set({ edit, fullScreen: undefined, kiosk: undefined }),
    /** Another tab is a step back for the browser, an open row is none. */
    setSections: (sections: SectionsView) => set({ sections }, sections.tabs === view.value.sections.tabs),
    setFullScreen: (fullScreen: string | undefined) => set({ fullScreen }),
    setKiosk: (kiosk: Kiosk | undefined) => set({ kiosk }),
  }
}
