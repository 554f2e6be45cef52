import { momentOf, panelRange, type PanelSpec } from '@orrery/dashboard'
import { isCodedError } from '@orrery/sdk'
import { computed, onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { runBatch } from '../query/batch.ts'
import { toProblem } from '../query/failures.ts'
import { createCollector, emptyData, settle, type PanelData } from '../query/panel-data.ts'
import { plainValues } from '../variables/variable-options.ts'
import type { PanelEditorContext } from './context.ts'
import { toPreviewBatch } from './preview-batch.ts'

export interface AnswerOptions {
  /** What is asked for; undefined for nothing. */
  readonly panel: () => PanelSpec | undefined
  readonly context: () => PanelEditorContext
  /** Whether a query asks something yet. */
  readonly isBegun: (query: PanelSpec['queries'][number]) => boolean
  /** Pixels that it has to show it; nothing is asked before they are known. */
  readonly width: Readonly<Ref<number>>
}

/** Typing goes on for less than this between two letters. */
const PAUSE_MS = 600

/** What the host answers to a panel as it is edited, asked for anew some time after what asks for it was changed. */
export function useAnswer({ panel, context, isBegun, width }: AnswerOptions) {
  const data = shallowRef(emptyData(context().range))
  let abort = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  const rangeOf = (asked: PanelSpec) => {
    const { range, timeZone, reading } = context()
    try {
      return panelRange(asked, { range, ...momentOf(reading, timeZone, Date.now()) })
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
    const asked = panel()
    const range = asked ? rangeOf(asked) : context().range
    const batch = asked && toPreviewBatch(asked, context(), { width: width.value, isBegun })
    if (!batch) {
      data.value = emptyData(range)
      return
    }
    const refIds = asked.queries.map(({ refId }) => refId)
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
  const question = computed(() => {
    const asked = panel()
    return asked && JSON.stringify(toPreviewBatch(asked, context(), { width: 1, isBegun }))
  })
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
  return { data: data as Readonly<Ref<PanelData>>, run }
}
