import type { QueryBatch } from '@orrery/api'
import type { FilterValues, TimeReading } from '@orrery/dashboard'
import { isCodedError, type TimeRange, type VariableScope, type VariableValues } from '@orrery/sdk'
import type { WireMessage } from '@orrery/query'
import { shallowReactive } from 'vue'
import { parseInstanceKey } from '../dashboard/layout/instance.ts'
import { backoffMs } from './backoff.ts'
import { isPassing, silent, toProblem } from './failures.ts'
import { createLivePanels } from './live-panels.ts'
import { toBatch, type DraftAnnotations, type DraftPanel } from './panel-batch.ts'
import { createCollector, emptyData, settle, type Collector, type PanelData } from './panel-data.ts'

/** What all panels of a dashboard are asked with. */
export interface QueryContext {
  /** `revision` is absent for one that is not saved yet, all of whose panels are drafts. */
  readonly dashboard: { readonly id: string; readonly revision?: string | undefined }
  readonly range: TimeRange
  readonly timeZone: string
  /** How ranges of drafts are read. */
  readonly reading?: TimeReading
  /** By key, what a panel is asked with; undefined while it has to wait for a variable. */
  readonly valuesOf: (panel: string) => VariableValues | undefined
  /** What the variables of a draft hold. */
  readonly scopeOf?: (panel: string) => VariableScope
  readonly filters: FilterValues
  /** The range ends now: what can be followed is followed. */
  readonly live: boolean
}

export interface PanelQueriesOptions {
  readonly run: (batch: QueryBatch, signal: AbortSignal) => AsyncIterable<WireMessage>
  /** The names of a panel's queries, in their order. */
  readonly refIdsOf: (panel: string) => readonly string[]
  /** A panel that is not saved as it is; undefined for one that the host knows. None is when omitted. */
  readonly draftOf?: (panel: string) => DraftPanel | DraftAnnotations | undefined
  /** The host no longer has the revision that the viewer sees. */
  readonly onRevisionGone: () => void
  /** For tests; {@link backoffMs} otherwise. */
  readonly retryAfterMs?: (failures: number) => number
  /** How long an answer may bring nothing before it counts as cut off; 60 000 when omitted. */
  readonly silenceMs?: number
  /** Calls back when the page draws next; `requestAnimationFrame` when omitted. */
  readonly onNextFrame?: (draw: () => void) => void
}

/** Runs the queries of the panels that are on the screen, and of annotations under ids of their own. */
export interface PanelQueries {
  /** Reactive, by panel. */
  readonly data: ReadonlyMap<string, PanelData>
  /** The panel is on the screen, this many pixels wide: it is asked for unless it has the newest data, or grew much wider since. */
  readonly show: (panel: string, width: number) => void
  /** The panel left the screen; an answer that is under way still ends, and nothing is followed for it any more. */
  readonly hide: (panel: string) => void
  /** New data for everything: what is under way is aborted, old frames stay until new ones come. */
  readonly ask: (context: QueryContext) => void
  /** As {@link ask}, for the same question again: panels that still wait for their answer go on waiting. */
  readonly refresh: (context: QueryContext) => void
  /** Tries again now what could not be reached, and begins anew what is under way. */
  readonly retry: () => void
  /** Values of variables changed: panels that use them are asked for anew, when these are settled, and no others. */
  readonly valuesChanged: () => void
  /** Panels are asked for anew when they are on the screen: their queries were changed. */
  readonly changed: (isChanged: (panel: string) => boolean) => void
  /** Follows nothing until {@link resume}: the page is not on the screen. */
  readonly pause: () => void
  readonly resume: () => void
  readonly stop: () => void
}

/** What a panel was last asked. */
interface Asked {
  readonly question: number
  /** What its variables held, as JSON. */
  readonly values: string
  /** In pixels. */
  readonly width: number
}

interface Run {
  readonly abort: AbortController
  /** Those that still wait for something. */
  readonly panels: Set<string>
  /** Those of them that are followed. */
  readonly followed: Set<string>
}

/** A panel that grew by more than this has room for more points than it was given. */
const muchWider = 1.25

/** Streams that are open at a time: a browser opens few connections to a host, and other tabs need some. */
const mostStreams = 2

/** A panel that leaves the screen for less than this goes on. */
const leaveMs = 500

/**
 * Panels that are asked in one batch: those that use the same variables, so that a change of one leaves no half of a batch
 * behind. Streams are few, so all that is followed is one. What `apart` tells differently is asked apart.
 */
function grouped(
  panels: readonly string[],
  { valuesOf, live }: QueryContext,
  apart: (panel: string) => string = () => '',
): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>()
  for (const panel of panels) {
    const used = `${live ? '' : Object.keys(valuesOf(panel) ?? {}).join()} ${apart(panel)}`
    groups.set(used, [...(groups.get(used) ?? []), panel])
  }
  return [...groups.values()]
}

/** The values of a draft's variables are those of its batch. */
const valuesOfInstance = (panel: string) => JSON.stringify(parseInstanceKey(panel).instance)

export function createPanelQueries(options: PanelQueriesOptions): PanelQueries {
  const { run, refIdsOf, onRevisionGone, retryAfterMs = backoffMs, silenceMs = 60_000 } = options
  const data = shallowReactive(new Map<string, PanelData>())
  const visible = new Map<string, number>()
  const asked = new Map<string, Asked>()
  const runs = new Set<Run>()
  let isPaused = false
  let leaving: ReturnType<typeof setTimeout> | undefined
  let question = 0
  let context: QueryContext | undefined
  let scheduled: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let retryTimer: ReturnType<typeof setTimeout> | undefined

  const update = (panel: string, patch: Partial<PanelData>) =>
    data.set(panel, { ...(data.get(panel) ?? emptyData(context!.range)), ...patch })

  const live = createLivePanels({
    onNextFrame: options.onNextFrame ?? ((draw) => void requestAnimationFrame(draw)),
    draw: (panel, followed) =>
      update(panel, {
        frames: followed.frames(refIdsOf(panel)),
        range: followed.rangeAt(Date.now(), context!.range),
      }),
    onGap: (panel) => {
      for (const { panels, followed } of runs) {
        panels.delete(panel)
        followed.delete(panel)
      }
      asked.delete(panel)
      schedule()
    },
  })

  const end = (run: Run) => {
    run.abort.abort()
    runs.delete(run)
  }
  const abortAll = () => {
    clearTimeout(retryTimer)
    for (const each of runs) end(each)
  }
  const streams = () => [...runs].filter(({ followed }) => followed.size > 0)
  /** Ends streams so that their panels, if they are still on the screen, are asked for anew: from where they are. */
  const endStreams = (ended: readonly Run[]) => {
    for (const each of ended) {
      for (const panel of each.panels) asked.delete(panel)
      end(each)
    }
  }

  // Panels that come on the screen in one frame are one batch; each is told of by itself, with microtasks between.
  const schedule = () => {
    scheduled ??= setTimeout(() => {
      scheduled = undefined
      if (!context || isPaused) return
      const { valuesOf } = context
      const isDue = (panel: string) => asked.get(panel)?.question !== question
      for (const panel of visible.keys())
        if (isDue(panel) && !valuesOf(panel) && !live.has(panel)) update(panel, { loading: true })
      const due = () => [...visible.keys()].filter((panel) => isDue(panel) && valuesOf(panel) !== undefined)
      if (due().length === 0) return
      // One more stream takes over those that are open.
      if (context.live && streams().length >= mostStreams) endStreams(streams())
      const isDraft = (panel: string) => options.draftOf?.(panel) !== undefined
      const drafts = due().filter(isDraft)
      const sealed = due().filter((panel) => !isDraft(panel))
      for (const group of [...grouped(sealed, context), ...grouped(drafts, context, valuesOfInstance)])
        void answer(context, group)
    })
  }

  async function answer(context: QueryContext, panels: readonly string[]) {
    const { range, timeZone, valuesOf } = context
    const current: Run = { abort: new AbortController(), panels: new Set(panels), followed: new Set() }
    const { signal } = current.abort
    // Whoever is asked again, as a panel that grew, no longer waits for the older answer.
    for (const older of runs)
      for (const panel of panels) {
        older.panels.delete(panel)
        older.followed.delete(panel)
      }
    runs.add(current)
    const toCollector = (panel: string) =>
      createCollector(refIdsOf(panel), {
        range,
        timeZone,
        variables: valuesOf(panel) ?? {},
        width: visible.get(panel)!,
      })
    const collectors = new Map(panels.map((panel) => [panel, toCollector(panel)]))
    for (const panel of panels) {
      asked.set(panel, { question, values: JSON.stringify(valuesOf(panel)), width: visible.get(panel)! })
      // A panel that is followed on looks as if nothing had been between.
      if (!live.has(panel)) update(panel, { loading: true })
    }
    const batch = toBatch(panels, {
      context,
      widthOf: (panel) => visible.get(panel)!,
      since: live.positions,
      draftOf: options.draftOf,
    })
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
      for await (const message of batch ? run(batch, signal) : []) {
        if (signal.aborted) return
        watch()
        const panel = message.header.id
        const collector = current.panels.has(panel) ? collectors.get(panel) : undefined
        if (collector) take(current, panel, message, collector, range)
      }
      failures = 0
      for (const panel of current.panels) settlePanel(current, panel, collectors.get(panel)!, range)
    } catch (error) {
      if (!signal.aborted) fail(current, error)
    } finally {
      clearTimeout(watchdog)
      runs.delete(current)
    }
  }

  function take(current: Run, panel: string, message: WireMessage, collector: Collector, range: TimeRange) {
    const { header, frame } = message
    if (header.live) return live.push(panel, message)
    collector.take(message)
    if (header.end) return settlePanel(current, panel, collector, range)
    if (header.current) return follow(current, panel, collector)
    // The first data of a panel is shown as it comes; later data replaces it whole.
    if (frame && !data.get(panel)!.answered) update(panel, { frames: collector.frames(), range })
  }

  /** The panel shows all that is known, and is followed. */
  function follow({ followed }: Run, panel: string, collector: Collector) {
    if (followed.has(panel)) return
    followed.add(panel)
    failures = 0
    live.take(panel)
    update(panel, { problems: [], loading: false, answered: true, stale: false, run: collector.run() })
    if (!visible.has(panel)) leave()
  }

  function settlePanel({ panels, followed }: Run, panel: string, collector: Collector, range: TimeRange) {
    panels.delete(panel)
    followed.delete(panel)
    live.take(panel)
    const before = data.get(panel)!
    const isPlain = collector.frames().length > 0 || !live.has(panel)
    if (isPlain) live.forget(panel)
    if (isPlain) data.set(panel, settle(before, collector, range))
    else {
      const problems = collector.problems()
      update(panel, { problems, loading: false, stale: problems.length > 0, run: collector.run() })
    }
  }

  /** What a panel was asked holds no longer; a run that nobody else waits for is aborted. */
  function drop(panel: string) {
    asked.delete(panel)
    for (const each of runs) {
      each.followed.delete(panel)
      if (each.panels.delete(panel) && each.panels.size === 0) end(each)
    }
  }

  /** Streams go on without the panels that have left the screen. */
  function leave() {
    clearTimeout(leaving)
    leaving = setTimeout(() => {
      endStreams(streams().filter(({ followed }) => [...followed].some((panel) => !visible.has(panel))))
      schedule()
    }, leaveMs)
  }

  function fail({ panels, followed }: Run, error: unknown) {
    const problems = [toProblem(error)]
    for (const panel of panels) {
      // A stream that breaks is mended before anybody is told.
      if (followed.has(panel) && failures === 0 && isPassing(error)) continue
      const { frames } = data.get(panel)!
      update(panel, { problems, loading: false, answered: true, stale: frames.length > 0, run: undefined })
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
    hide(panel) {
      visible.delete(panel)
      if (streams().some(({ followed }) => followed.has(panel))) leave()
    },
    ask(next) {
      abortAll()
      live.forget()
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
    valuesChanged() {
      for (const [panel, { values }] of asked)
        if (JSON.stringify(context?.valuesOf(panel)) !== values) {
          live.forget(panel)
          drop(panel)
        }
      schedule()
    },
    changed(isChanged) {
      for (const panel of asked.keys()) if (isChanged(panel)) drop(panel)
      schedule()
    },
    pause() {
      isPaused = true
      endStreams(streams())
    },
    resume() {
      isPaused = false
      schedule()
    },
    stop() {
      clearTimeout(scheduled)
      clearTimeout(leaving)
      abortAll()
      visible.clear()
    },
  }
}
