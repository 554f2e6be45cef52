import type { Frame } from '@orrery/frames'
import { Type, type Static } from '@orrery/schema'

const Milliseconds = Type.Number({ minimum: 0 })
const Count = Type.Integer({ minimum: 0 })

/** One thing that a query waited for. Steps may overlap. */
export const QueryStep = Type.Object({
  name: Type.Union([
    /** Plugins that change queries before they run. */
    Type.Literal('requestHooks'),
    /** Another query that is equal and had begun. */
    Type.Literal('shared'),
    /** The line before its datasource, which answers only so many at once. */
    Type.Literal('queue'),
    /** Looking its datasource up, and opening it when nobody had. */
    Type.Literal('connect'),
    /** The datasource, until its last frame. */
    Type.Literal('datasource'),
    /** Plugins that change answers. */
    Type.Literal('resultHooks'),
    /** What it is made of: of an expression, or of frames that are shaped. */
    Type.Literal('inputs'),
    /** Calculating an expression, or shaping frames. */
    Type.Literal('shape'),
    /** Making the bytes that are sent. */
    Type.Literal('encode'),
  ]),
  /** Milliseconds since the query began. */
  start: Milliseconds,
  ms: Milliseconds,
})
export type QueryStep = Static<typeof QueryStep>

/** How one query was answered, an expression was calculated, or all frames of a panel were shaped. */
export const QueryStats = Type.Object({
  /** Absent of what was made of all queries by transformations. */
  refId: Type.Optional(Type.String({ maxLength: 64 })),
  /** It was asked so much earlier, in milliseconds, to compare with. */
  timeShiftMs: Type.Optional(Type.Number()),
  /**
   * Where its frames came from: its datasource, the cache, or an equal query that had begun; of what is made of frames, the
   * engine, or the cache where these are the same as before.
   */
  source: Type.Union([
    Type.Literal('datasource'),
    Type.Literal('cache'),
    Type.Literal('shared'),
    Type.Literal('engine'),
  ]),
  /** From its beginning until its frames were there, and encoded. */
  ms: Milliseconds,
  series: Count,
  /** Of all series: moments, also those without a value. */
  points: Count,
  /** Of tables. */
  rows: Count,
  /** As they are sent, before compression. */
  bytes: Count,
  /** In the order in which they ended. */
  steps: Type.Array(QueryStep, { maxItems: 20 }),
})
export type QueryStats = Static<typeof QueryStats>

/** What frames hold. */
export function countFrames(frames: readonly Frame[]): Pick<QueryStats, 'series' | 'points' | 'rows'> {
  const counts = { series: 0, points: 0, rows: 0 }
  for (const frame of frames) {
    if (frame.kind === 'series') {
      counts.series += frame.length
      counts.points += frame.offsets.at(-1) ?? 0
    } else counts.rows += frame.length
  }
  return counts
}

/** The stats of an answer whose frames were encoded, which took this long and gave so many bytes. */
export const withEncoding = (
  stats: Omit<QueryStats, 'bytes'>,
  { ms, bytes }: { readonly ms: number; readonly bytes: number },
): QueryStats => ({
  ...stats,
  ms: toHundredths(stats.ms + ms),
  bytes,
  steps: [...stats.steps, { name: 'encode', start: stats.ms, ms: toHundredths(ms) }],
})

/** What a clock tells beyond that is noise. */
export const toHundredths = (ms: number): number => Math.round(ms * 100) / 100
