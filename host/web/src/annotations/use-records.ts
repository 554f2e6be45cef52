import type { AnnotationRecord } from '@orrery/api'
import type { TimeRange } from '@orrery/sdk'
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { listAnnotations } from '../api/annotations.ts'
import { useAnnotationChanges } from '../api/changes.ts'
import { toProblem } from '../query/failures.ts'
import type { PanelProblem } from '../query/panel-data.ts'

export interface RecordsOptions {
  /** Undefined for one that is not saved, which has none. */
  readonly dashboard: () => string | undefined
  readonly range: () => TimeRange
  /** Whether those of every dashboard are wanted. */
  readonly everywhere: () => boolean
}

/** Annotations made by hand, as the host has them. */
export interface Records {
  /** Of the range, the latest first; the same array as long as they are the same. */
  readonly list: Readonly<ShallowRef<readonly AnnotationRecord[]>>
  /** There are more than the host gives at once. */
  readonly isCutOff: Readonly<ShallowRef<boolean>>
  readonly problem: Readonly<ShallowRef<PanelProblem | undefined>>
  /** Asks anew. */
  readonly load: () => void
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Asks for the annotations of a range, and again whenever somebody changes one. */
export function useRecords({ dashboard, range, everywhere }: RecordsOptions): Records {
  const list = shallowRef<readonly AnnotationRecord[]>([])
  const isCutOff = shallowRef(false)
  const problem = shallowRef<PanelProblem>()
  let asking = new AbortController()

  async function ask(signal: AbortSignal) {
    const id = dashboard()
    if (id === undefined) return
    try {
      const { items, next } = await listAnnotations(range(), everywhere() ? undefined : id, signal)
      if (signal.aborted) return
      if (!isSame(items, list.value)) list.value = items
      isCutOff.value = next !== undefined
      problem.value = undefined
    } catch (error) {
      if (!signal.aborted) problem.value = toProblem(error)
    }
  }
  function load() {
    asking.abort()
    asking = new AbortController()
    void ask(asking.signal)
  }
  watch([dashboard, () => range().from, () => range().to, everywhere], load, { immediate: true })
  useAnnotationChanges(load)
  onScopeDispose(() => asking.abort())
  return { list, isCutOff, problem, load }
}
