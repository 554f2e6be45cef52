import { momentOf, panelRange, type PanelSpec } from '@orrery/dashboard'
import { isCodedError } from '@orrery/sdk'
import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { runBatch } from '../query/batch.ts'
import { toProblem } from '../query/failures.ts'
import { createCollector, emptyData, settle, type PanelData } from '../query/panel-data.ts'
import type { PanelEditorContext } from './context.ts'
import { plainValues } from '../variables/variable-options.ts'
import { toPreviewBatch } from './preview-batch.ts'

export interface Preview {
  /** What all queries gave. */
  readonly data: Readonly<Ref<PanelData>>
  /** What one query gave. */
  readonly ofQuery: (refId: string) => PanelData
  /** Asks now; what is under way is cancelled, and what stands stays until its answer comes. */
  readonly run: () => void
  /** Pixels that the preview has; nothing is asked before they are known. */
  readonly width: Ref<number>
}

/** Typing goes on for less than this between two letters. */
const PAUSE_MS = 600

/** The frames of a panel that is edited, asked for anew some time after what asks for them was changed. */
export function usePreview(
  panel: () => PanelSpec,
  context: () => PanelEditorContext,
  /** Whether a query asks something yet. */
  isBegun: (query: PanelSpec['queries'][number]) => boolean,
): Preview {
  const data = shallowRef(emptyData(context().range))
  const width = ref(0)
  let abort = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  const rangeOf = () => {
    const { range, timeZone, reading } = context()
    try {
      return panelRange(panel(), { range, ...momentOf(reading, timeZone, Date.now()) })
    } catch (error) {
      // The host says what is wrong with it.
      if (isCodedError(error)) return range
      throw error
    }
  }
  async function ask() {
    abort.abort()
    abort = new AbortController()
    const { signal } = abort
    const range = rangeOf()
    const batch = toPreviewBatch(panel(), context(), { width: width.value, isBegun })
    if (!batch) {
      data.value = emptyData(range)
      return
    }
    const refIds = panel().queries.map(({ refId }) => refId)
    const { timeZone, values } = context()
    const collector = createCollector(refIds, { range, timeZone, variables: plainValues(values), width: width.value })
    data.value = { ...data.value, loading: true }
    try {
      for await (const message of runBatch(batch, signal)) {
        if (signal.aborted) return
        if (message.header.id) collector.take(message)
      }
      if (!signal.aborted) data.value = settle(data.value, collector, range)
    } catch (error) {
      if (signal.aborted) return
      const isStale = data.value.frames.length > 0
      data.value = { ...data.value, problems: [toProblem(error)], loading: false, answered: true, stale: isStale }
    }
  }
  const run = () => {
    clearTimeout(timer)
    if (width.value > 0) void ask()
  }
  const runSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(run, PAUSE_MS)
  }

  /** What the answer depends on, but for the width. */
  const question = computed(() => JSON.stringify(toPreviewBatch(panel(), context(), { width: 1, isBegun })))
  watch(question, runSoon)
  watch(
    () => width.value > 0,
    (isKnown) => isKnown && run(),
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(timer)
    abort.abort()
  })

  const ofQuery = (refId: string): PanelData => {
    const { frames, problems, ...rest } = data.value
    return {
      ...rest,
      frames: frames.filter(({ meta }) => meta.refId === refId),
      problems: problems.filter((problem) => problem.refId === refId),
    }
  }
  return { data, ofQuery, run, width }
}
