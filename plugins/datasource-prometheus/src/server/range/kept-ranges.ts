import { createByteCache, frameBytes, type SeriesFrame } from '@orrery/sdk'
import type { Answer } from '../answer.ts'
import type { Grid } from '../step.ts'
import { mergeTail } from './merge.ts'

/** What panels of one datasource may keep. */
const MOST_BYTES = 32 * 1024 * 1024
/** So long the oldest part of an answer may be kept without being asked for again. */
const WHOLE_EVERY_MS = 3_600_000

interface Kept {
  readonly series: SeriesFrame
  readonly grid: Grid
  /** When its end was asked for: what lay behind that was not known. */
  readonly askedAt: number
  readonly wholeAt: number
}

export interface RangeQuestion {
  /** Equal for questions that differ in nothing but their range. */
  readonly key: string
  readonly grid: Grid
  readonly maxSeries: number
  readonly fetch: (grid: Grid) => Promise<Answer>
}

export interface KeptRanges {
  /**
   * The answer on a grid. What the same question was answered before is kept, and only the points from the overlap on are
   * asked for. An answer that lacks something is neither kept nor built upon.
   */
  readonly ask: (question: RangeQuestion) => Promise<Answer>
  readonly clear: () => void
}

/** `now` gives milliseconds since the epoch. */
export function createKeptRanges(overlapMs: number, now: () => number = Date.now): KeptRanges {
  const cache = createByteCache<Kept>({ maxBytes: MOST_BYTES, now })

  const keep = (key: string, kept: Kept) => {
    const ttlMs = kept.wholeAt + WHOLE_EVERY_MS - now()
    if (ttlMs > 0) cache.set(key, kept, frameBytes(kept.series), ttlMs)
  }

  const askWhole = async ({ key, grid, fetch }: RangeQuestion) => {
    const askedAt = now()
    const answer = await fetch(grid)
    const { series, isJoinable, isPartial } = answer
    if (isJoinable && !isPartial) keep(key, { series, grid, askedAt, wholeAt: askedAt })
    return answer
  }

  return {
    async ask(asked) {
      const question = { ...asked, key: `${slotOf(asked.grid, now())} ${asked.key}` }
      const { key, grid, maxSeries, fetch } = question
      const kept = cache.get(key)
      const tailFrom = kept ? tailOf(kept, grid, overlapMs) : undefined
      if (!kept || tailFrom === undefined) return askWhole(question)
      const askedAt = now()
      const tail = await fetch({ ...grid, from: tailFrom })
      if (!tail.isJoinable) return askWhole(question)
      const series = mergeTail(kept.series, tail.series, { from: grid.from, tailFrom })
      if (series.length > maxSeries) return askWhole(question)
      if (!tail.isPartial) keep(key, { series, grid, askedAt, wholeAt: kept.wholeAt })
      return { ...tail, series }
    },
    clear: cache.clear,
  }
}

/**
 * The same question is asked of several windows in turn: by panels of another range, or to compare with yesterday. Those of
 * about the same length, that lie equally far back, are the same one that slides.
 */
function slotOf({ from, to }: Grid, now: number): string {
  const length = Math.max(1, to - from)
  return `${Math.round(Math.log2(length) * 4)} ${Math.round((now - to) / length)}`
}

/** Where the part begins that must be asked for; undefined when that is all. */
function tailOf({ grid, askedAt }: Kept, { from, to, stepMs }: Grid, overlapMs: number): number | undefined {
  if (grid.from > from || grid.to < from || grid.to > to) return undefined
  const known = Math.min(grid.to, askedAt) - overlapMs
  const tailFrom = Math.floor(known / stepMs) * stepMs
  return tailFrom > from ? tailFrom : undefined
}
