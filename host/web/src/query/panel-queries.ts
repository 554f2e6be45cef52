import type { QueryBatch } from '@orrery/api'
import { CodedError, isCodedError, type TimeRange, type VariableValues } from '@orrery/sdk'
import type { WireMessage } from '@orrery/query'
import { shallowReactive } from 'vue'
import { t } from '../text.ts'
import { backoffMs } from './backoff.ts'
import { createCollector, emptyData, settle, type PanelData, type PanelProblem } from './panel-data.ts'

/** What all panels of a dashboard are asked with. */
export interface QueryContext {
  readonly dashboard: { readonly id: string; readonly revision: string }
  readonly range: TimeRange
  readonly timeZone: string
  readonly variables: VariableValues
}

export interface PanelQueriesOptions {
  readonly run: (batch: QueryBatch, signal: AbortSignal) => AsyncIterable<WireMessage>
  /** The names of a panel's queries, in their order. */
  readonly refIdsOf: (panel: string) => readonly string[]
  /** The host no longer has the revision that the viewer sees. */
  readonly onRevisionGone: () => void
  /** For tests; {@link backoffMs} otherwise. */
  readonly retryAfterMs?: (failures: number) => number
  /** How long an answer may bring nothing before it counts as cut off; 60 000 when omitted. */
  readonly silenceMs?: number
}

/** Runs the queries of the panels that are on the screen. */
export interface PanelQueries {
  /** Reactive, by panel. */
  readonly data: ReadonlyMap<string, PanelData>
  /** The panel is on the screen, this many pixels wide: it is asked for unless it has the newest data, or grew much wider since. */
  readonly show: (panel: string, width: number) => void
  /** The panel left the screen; what is under way still ends. */
  readonly hide: (panel: string) => void
  /** New data for everything: what is under way is aborted, old frames stay until new ones come. */
  readonly ask: (context: QueryContext) => void
  /** As {@link ask}, for the same question again: panels that still wait for their answer go on waiting. */
  readonly refresh: (context: QueryContext) => void
  /** Tries again now what could not be reached, and begins anew what is under way. */
  readonly retry: () => void
  readonly stop: () => void
}

/** What a panel was last asked. */
interface Asked {
  readonly question: number
  /** In pixels. */
  readonly width: number
}

interface Run {
  readonly abort: AbortController
  readonly panels: Set<string>
}

/** A panel that grew by more than this has room for more points than it was given. */
const muchWider = 1.25

const silent = (seconds: number) => {
  const message = t('The host has sent nothing for {seconds} s. It is asked again; if it stays so, check the host.', {
    seconds,
  })
  return new CodedError('HostError', 'HOST_SILENT', 504, message, { seconds })
}

/** Failures of the way to the host, which may pass by themselves. */
const isPassing = (error: unknown) =>
  isCodedError(error) &&
  (error.code === 'HOST_UNREACHABLE' || error.code === 'WIRE_TRUNCATED' || error.status === 429 || error.status >= 500)

const toProblem = (error: unknown): PanelProblem =>
  isCodedError(error)
    ? { code: error.code, detail: error.message }
    : {
        code: 'ANSWER_UNREADABLE',
        detail: t('The answer could not be read: {reason}. Refresh; if it stays so, report it.', {
          reason: String(error),
        }),
      }

export function createPanelQueries(options: PanelQueriesOptions): PanelQueries {
  const { run, refIdsOf, onRevisionGone, retryAfterMs = backoffMs, silenceMs = 60_000 } = options
  const data = shallowReactive(new Map<string, PanelData>())
  const visible = new Map<string, number>()
  const asked = new Map<string, Asked>()
  const runs = new Set<Run>()
  let question = 0
  let context: QueryContext | undefined
  let scheduled: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let retryTimer: ReturnType<typeof setTimeout> | undefined

  const update = (panel: string, patch: Partial<PanelData>) =>
    data.set(panel, { ...(data.get(panel) ?? emptyData(context!.range)), ...patch })

  const abortAll = () => {
    clearTimeout(retryTimer)
    for (const { abort } of runs) abort.abort()
    runs.clear()
  }

  // Panels that come on the screen in one frame are one batch; each is told of by itself, with microtasks between.
  const schedule = () => {
    scheduled ??= setTimeout(() => {
      scheduled = undefined
      const panels = [...visible.keys()].filter((panel) => asked.get(panel)?.question !== question)
      if (context && panels.length) void answer(context, panels)
    })
  }

  async function answer({ dashboard, range, timeZone, variables }: QueryContext, panels: readonly string[]) {
    const current: Run = { abort: new AbortController(), panels: new Set(panels) }
    const { signal } = current.abort
    // Whoever is asked again, as a panel that grew, no longer waits for the older answer.
    for (const { panels: older } of runs) for (const panel of panels) older.delete(panel)
    runs.add(current)
    const collectors = new Map(panels.map((panel) => [panel, createCollector(refIdsOf(panel))]))
    for (const panel of panels) {
      asked.set(panel, { question, width: visible.get(panel)! })
      update(panel, { loading: true })
    }
    const values = Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
    )
    const items = panels.map((panel) => ({ type: 'panel' as const, id: panel, panel, width: visible.get(panel)! }))
    const end = (panel: string) => {
      current.panels.delete(panel)
      data.set(panel, settle(data.get(panel)!, collectors.get(panel)!, range))
    }
    let watchdog: ReturnType<typeof setTimeout> | undefined
    const watch = () => {
      clearTimeout(watchdog)
      watchdog = setTimeout(() => {
        current.abort.abort()
        fail(current, silent(silenceMs / 1000))
      }, silenceMs)
    }
    signal.addEventListener('abort', () => clearTimeout(watchdog))
    watch()
    try {
      for await (const message of run({ dashboard, range, timeZone, variables: values, items }, signal)) {
        if (signal.aborted) return
        watch()
        const panel = message.header.id
        const collector = current.panels.has(panel) ? collectors.get(panel) : undefined
        if (!collector) continue
        collector.take(message)
        if (message.header.end) end(panel)
        // The first data of a panel is shown as it comes; later data replaces it whole.
        else if (message.frame && !data.get(panel)!.answered) update(panel, { frames: collector.frames(), range })
      }
      failures = 0
      for (const panel of current.panels) end(panel)
    } catch (error) {
      if (!signal.aborted) fail(current, error)
    } finally {
      clearTimeout(watchdog)
      runs.delete(current)
    }
  }

  function fail({ panels }: Run, error: unknown) {
    const problems = [toProblem(error)]
    for (const panel of panels) {
      const { frames } = data.get(panel)!
      update(panel, { problems, loading: false, answered: true, stale: frames.length > 0 })
    }
    if (isCodedError(error) && error.status === 409) return onRevisionGone()
    if (!isPassing(error)) return
    for (const panel of panels) asked.delete(panel)
    failures++
    clearTimeout(retryTimer)
    retryTimer = setTimeout(schedule, retryAfterMs(failures))
  }

  return {
    data,
    show(panel, width) {
      const pixels = Math.max(1, Math.round(width))
      visible.set(panel, pixels)
      const before = asked.get(panel)
      if (before && pixels > before.width * muchWider) asked.delete(panel)
      schedule()
    },
    hide: (panel) => void visible.delete(panel),
    ask(next) {
      abortAll()
      context = next
      question++
      // Old frames are drawn in the new range at once: a zoom answers to the hand.
      for (const panel of data.keys()) update(panel, { loading: false, range: next.range })
      schedule()
    },
    refresh(next) {
      context = next
      question++
      for (const { panels } of runs)
        for (const panel of panels) {
          const before = asked.get(panel)
          if (before) asked.set(panel, { ...before, question })
        }
      schedule()
    },
    retry() {
      for (const { panels } of runs)
        for (const panel of panels) {
          asked.delete(panel)
          update(panel, { loading: false })
        }
      abortAll()
      schedule()
    },
    stop() {
      clearTimeout(scheduled)
      abortAll()
      visible.clear()
    },
  }
}
