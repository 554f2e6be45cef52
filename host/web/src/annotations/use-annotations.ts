import type { DashboardSpec } from '@orrery/dashboard'
import type { Frame, TimeRange } from '@orrery/sdk'
import { computed, watch, type ComputedRef } from 'vue'
import { parseInstanceKey } from '../dashboard/layout/instance.ts'
import { toAnnotationsId } from '../query/annotations-id.ts'
import type { PanelProblem } from '../query/panel-data.ts'
import type { PanelQueries } from '../query/panel-queries.ts'
import { annotationEntries, isNamed, titleOf } from './annotation-entries.ts'
import { countTags, isDrawnIn, named, ownFrames, withTags } from './shown-annotations.ts'
import { useRecords, type Records } from './use-records.ts'

/** Annotations that the dashboard has, as a viewer switches them. */
export interface AnnotationsState {
  /** Its key: empty for those made by hand on a dashboard that does not name them. */
  readonly name: string
  readonly title: string
  readonly color: string | undefined
  readonly isShown: boolean
  /** Only the latest are shown. */
  readonly isCutOff: boolean
  readonly problems: readonly PanelProblem[]
}

export interface AnnotationsOptions {
  readonly queries: Pick<PanelQueries, 'data' | 'show' | 'hide' | 'changed'>
  readonly spec: () => DashboardSpec
  /** Its id; undefined for one that is not saved. */
  readonly dashboard: () => string | undefined
  readonly range: () => TimeRange
  /** Whether they are shown, by name. */
  readonly shown: () => Readonly<Record<string, boolean>>
  /** Only annotations that have one of these; all when there is none. */
  readonly tags: () => readonly string[]
}

export interface DashboardAnnotations {
  /** What a panel draws, by its key. The same array as long as they are the same. */
  readonly framesOf: (panel: string) => readonly Frame[]
  readonly states: ComputedRef<readonly AnnotationsState[]>
  /** The tags of all that is shown, and those that are chosen. */
  readonly tags: ComputedRef<readonly { readonly tag: string; readonly count: number }[]>
  /** Those made by hand. */
  readonly records: Records
}

const isSame = (a: readonly unknown[], b: readonly unknown[]) => a.length === b.length && a.every((x, i) => x === b[i])

/** Asks for the annotations of a dashboard that are shown, once for all panels. */
export function useAnnotations(options: AnnotationsOptions): DashboardAnnotations {
  const { queries, spec, dashboard, range, shown, tags } = options
  const entries = computed(() => annotationEntries(spec()))
  const isShown = (name: string) => shown()[name] === true
  const asked = computed(() =>
    entries.value.filter(({ type, name }) => type === 'query' && isShown(name)).map(({ name }) => name),
  )
  watch(
    asked,
    (now, before = []) => {
      for (const name of before) if (!now.includes(name)) queries.hide(toAnnotationsId(name))
      for (const name of now) queries.show(toAnnotationsId(name), innerWidth)
    },
    { immediate: true },
  )
  watch(entries, (now, before) => {
    const changed = now.filter((entry) => entry.type === 'query' && !before.includes(entry))
    const ids = changed.map(({ name }) => toAnnotationsId(name))
    if (ids.length > 0) queries.changed((id) => ids.includes(id))
  })
  const records = useRecords({
    dashboard,
    range,
    everywhere: () =>
      entries.value.some((entry) => entry.type === 'own' && entry.everyDashboard === true && isShown(entry.name)),
  })
  const dataOf = (name: string) => queries.data.get(toAnnotationsId(name))
  const frames = computed(() =>
    entries.value.flatMap((entry) => {
      if (!isShown(entry.name)) return []
      const name = titleOf(entry)
      if (entry.type === 'own') return ownFrames(records.list.value, entry, { name, dashboard: dashboard() ?? '' })
      const found = dataOf(entry.name)?.frames ?? []
      const marks = found.filter(({ kind, length }) => kind === 'annotations' && length > 0)
      return marks.map((frame) => ({ frame: named(frame, entry, name), scope: entry.panels, panel: undefined }))
    }),
  )
  const drawn = computed(() => withTags(frames.value, tags()))
  const kept = new Map<string, readonly Frame[]>()
  const states = computed(() =>
    entries.value
      // Nobody made one yet: there is nothing to switch.
      .filter((entry) => isNamed(entry) || records.list.value.length > 0 || !isShown(entry.name))
      .map((entry): AnnotationsState => {
        const { name, color, type } = entry
        const isOwn = type === 'own'
        const problems = isOwn ? [records.problem.value].filter((each) => each !== undefined) : dataOf(name)?.problems
        return {
          name,
          title: titleOf(entry),
          color,
          isShown: isShown(name),
          isCutOff: isOwn && records.isCutOff.value,
          problems: (isShown(name) && problems) || [],
        }
      }),
  )
  return {
    framesOf: (key) => {
      const { panel } = parseInstanceKey(key)
      const now = drawn.value.filter((each) => isDrawnIn(each, panel)).map(({ frame }) => frame)
      const before = kept.get(panel)
      if (before && isSame(now, before)) return before
      kept.set(panel, now)
      return now
    },
    states,
    tags: computed(() => {
      const found = countTags(frames.value)
      const others = tags().filter((tag) => !found.some((each) => each.tag === tag))
      return [...found, ...others.map((tag) => ({ tag, count: 0 }))]
    }),
    records,
  }
}
