import { parseDuration, type QueryRequest } from '@orrery/sdk'

type Asked = Pick<QueryRequest<unknown>, 'range' | 'intervalMs'>

/** Milliseconds between two points: the step of the query, else what suits the range. */
export const stepOf = ({ intervalMs }: Pick<Asked, 'intervalMs'>, step: string | undefined): number =>
  Math.max(1, (step && parseDuration(step)) || Math.round(intervalMs))

export interface Grid {
  readonly stepMs: number
  /** Milliseconds since 1970, ascending. */
  readonly times: Float64Array
  /** There would be more, before these. */
  readonly isCut: boolean
}

/** The points of a range, at most so many: at multiples of the step, so that ranges which overlap share them. */
export function gridOf({ range, intervalMs }: Asked, step: string | undefined, most: number): Grid {
  const stepMs = stepOf({ intervalMs }, step)
  const first = Math.ceil(range.from / stepMs)
  const last = Math.floor(range.to / stepMs)
  const length = Math.max(0, last - first + 1)
  const kept = Math.min(most, length)
  const times = Float64Array.from({ length: kept }, (_, k) => (last - kept + 1 + k) * stepMs)
  return { stepMs, times, isCut: kept < length }
}

export interface Moment {
  /** Of its stretch, counted from 1970. */
  readonly index: number
  /** Milliseconds since 1970, not whole. */
  readonly at: number
}

/** Something that happens once in each stretch of `every` milliseconds, where the dice say. */
export interface Happening {
  readonly every: number
  readonly unitAt: (index: number) => number
}

/** When it happens in a range: the newest moments first, at most so many. */
export function momentsOf({ from, to }: Asked['range'], { every, unitAt }: Happening, most: number): readonly Moment[] {
  const moments: Moment[] = []
  for (let index = Math.floor(to / every); (index + 1) * every > from && moments.length < most; index--) {
    const at = (index + unitAt(index)) * every
    if (at >= from && at <= to) moments.push({ index, at })
  }
  return moments
}
