import type { Frame, Notice, TimeRange } from '@orrery/sdk'
import { problemText } from '../locales/problem-text.ts'
import type { QueryStats, VariableValues, WireMessage, WireProblem } from '@orrery/query'

/** Why a panel, or one query of it, has no data. */
export interface PanelProblem extends Pick<WireProblem, 'code' | 'detail' | 'params'> {
  /** The query that failed; the whole panel when absent. */
  readonly refId?: string
  readonly plugin?: string
  readonly traceId?: string
}

/** What a panel was asked with. */
export interface Asked {
  readonly range: TimeRange
  readonly timeZone: string
  readonly variables: VariableValues
  /** CSS pixels: the host answers about as many points. */
  readonly width: number
}

/** How the last run of a panel went. */
export interface PanelRun {
  readonly asked: Asked
  /** Of each query that was answered. */
  readonly stats: readonly QueryStats[]
  /** From asking until all was there. */
  readonly ms: number
  /** Of that, reading frames from bytes. */
  readonly decodeMs: number
}

/** What a panel draws now. */
export interface PanelData {
  /** The same objects as long as the data is the same. */
  readonly frames: readonly Frame[]
  /** The range that the frames were asked for. */
  readonly range: TimeRange
  /** Of the last run. */
  readonly problems: readonly PanelProblem[]
  /** New data is under way. */
  readonly loading: boolean
  /** A run has ended: empty frames mean that there is no data. */
  readonly answered: boolean
  /** The frames are older than the last run, which failed. */
  readonly stale: boolean
  /** Undefined until a run has ended, and after one that failed on its way. */
  readonly run?: PanelRun | undefined
}

export const emptyData = (range: TimeRange): PanelData => ({
  frames: [],
  range,
  problems: [],
  loading: false,
  answered: false,
  stale: false,
})

/** Collects what one run answers for one panel. */
export interface Collector {
  readonly take: (message: WireMessage) => void
  /** The frames so far, in the order of the panel's queries; what was shaped of all, in the order in which it came. */
  readonly frames: () => readonly Frame[]
  readonly problems: () => readonly PanelProblem[]
  readonly run: () => PanelRun
}

/** Queries answer in any order; their frames stand in that of the panel. */
export function createCollector(refIds: readonly string[], asked: Asked): Collector {
  const began = performance.now()
  let stats: readonly QueryStats[] = []
  let decodeMs = 0
  const parts: { readonly query: number; readonly shift: number; readonly part: number; readonly frame: Frame }[] = []
  const problems: PanelProblem[] = []
  return {
    take({ header, frame, decodeMs: ms = 0 }) {
      decodeMs += ms
      stats = header.stats ?? stats
      const { refId, part = 0, problem } = header
      if (frame)
        parts.push(
          refId === undefined
            ? { query: -1, shift: 0, part, frame }
            : { query: refIds.indexOf(refId), shift: shiftOf(frame), part, frame },
        )
      // A query that runs again for a comparison most often fails as it did before.
      const isKnown = problems.some((known) => known.refId === refId && known.code === problem?.code)
      if (problem && !isKnown)
        problems.push({ ...problem, detail: problemText(problem), ...(refId !== undefined && { refId }) })
    },
    frames: () =>
      parts.toSorted((a, b) => a.query - b.query || a.shift - b.shift || a.part - b.part).map(({ frame }) => frame),
    problems: () => problems,
    run: () => ({ asked, stats, ms: performance.now() - began, decodeMs }),
  }
}

/** How much later a frame is shown than it was, in ms: what is compared with stands after what is now. */
const shiftOf = ({ meta }: Frame) => Number(meta.meta?.['timeShiftMs'] ?? 0)

/** What a run leaves: old frames stay, marked, where it brought only problems. */
export function settle(before: PanelData, collector: Collector, range: TimeRange): PanelData {
  const frames = collector.frames()
  const problems = collector.problems()
  const kept = problems.length > 0 && frames.length === 0 && before.frames.length > 0
  return {
    frames: kept ? before.frames : frames,
    range: kept ? before.range : range,
    problems,
    loading: false,
    answered: true,
    stale: kept,
    run: collector.run(),
  }
}

/** The notices of all frames, each text once. */
export function noticesOf(frames: readonly Frame[]): readonly Notice[] {
  const found = new Map<string, Notice>()
  for (const { meta } of frames)
    for (const notice of meta.notices ?? []) if (!found.has(notice.text)) found.set(notice.text, notice)
  return [...found.values()]
}

/** Whether there is anything to draw. */
export const hasData = (frames: readonly Frame[]) => frames.some(({ length }) => length > 0)
