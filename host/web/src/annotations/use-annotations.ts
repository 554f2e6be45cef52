import type { DashboardSpec } from '@orrery/dashboard'
import type { Frame } from '@orrery/sdk'
import { computed, watch, type ComputedRef } from 'vue'
import { toAnnotationsId } from '../query/annotations-id.ts'
import type { PanelProblem } from '../query/panel-data.ts'
import type { PanelQueries } from '../query/panel-queries.ts'

/** Annotations that the dashboard has, as a viewer switches them. */
export interface AnnotationsState {
  readonly name: string
  readonly color: string | undefined
  readonly isShown: boolean
  readonly problems: readonly PanelProblem[]
}

export interface AnnotationsOptions {
  readonly queries: Pick<PanelQueries, 'data' | 'show' | 'hide'>
  readonly spec: () => DashboardSpec
  /** Whether they are shown, by name. */
  readonly shown: () => Readonly<Record<string, boolean>>
}

export interface DashboardAnnotations {
  /** All that are shown, for all panels. The same array as long as they are the same. */
  readonly frames: ComputedRef<readonly Frame[]>
  readonly states: ComputedRef<readonly AnnotationsState[]>
}

/** Asks for the annotations of a dashboard that are shown, once for all panels. */
export function useAnnotations({ queries, spec, shown }: AnnotationsOptions): DashboardAnnotations {
  const names = computed(() =>
    (spec().annotations ?? []).filter(({ type }) => type === 'query').map(({ name }) => name),
  )
  const visible = computed(() => names.value.filter((name) => shown()[name]))
  watch(
    visible,
    (now, before = []) => {
      for (const name of before) if (!now.includes(name)) queries.hide(toAnnotationsId(name))
      for (const name of now) queries.show(toAnnotationsId(name), innerWidth)
    },
    { immediate: true },
  )
  const dataOf = (name: string) => queries.data.get(toAnnotationsId(name))
  const frames = computed((before: readonly Frame[] = []) => {
    const now = visible.value
      .flatMap((name) => dataOf(name)?.frames ?? [])
      .filter(({ kind, length }) => kind === 'annotations' && length > 0)
    return now.length === before.length && now.every((frame, i) => frame === before[i]) ? before : now
  })
  const states = computed(() =>
    (spec().annotations ?? []).map(({ name, color }) => {
      const isShown = shown()[name] === true
      return { name, color, isShown, problems: (isShown && dataOf(name)?.problems) || [] }
    }),
  )
  return { frames, states }
}
