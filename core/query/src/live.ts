import type { Frame, Labels } from '@orrery/frames'

/** One moment more of a query that is followed: numbers of some or all of its series. */
export interface LiveRows {
  /** Whole milliseconds since 1970, later than every time before. */
  readonly time: number
  /** The labels of series that are new: they get the next rows, in this order. None when omitted. */
  readonly added?: readonly Labels[]
  /** The rows that the values are of, counted from the first series of the frame; all rows in order when omitted. */
  readonly rows?: ArrayLike<number>
  /** NaN where a series misses this moment. */
  readonly values: ArrayLike<number>
}

/**
 * What a query that is followed gives: a frame replaces all that stood; rows are appended to a series frame whose only
 * field is `value`, a number. The first is a frame.
 */
export type LiveUpdate = Frame | LiveRows

export const isLiveRows = (update: LiveUpdate): update is LiveRows => !('kind' in update)

/** How far somebody has followed a stream. */
export interface LivePosition {
  /** Of one run of a stream: what another run counts is something else. */
  readonly stream: string
  /** The last update that is known. */
  readonly sequence: number
}
