import { parseDuration, type QueryRequest } from '@orrery/sdk'

export interface Grid {
  /** Milliseconds since 1970, a multiple of the step. */
  readonly from: number
  readonly stepMs: number
  /** Points from `from` on; the last is at the end of the range or less than a step before it. */
  readonly length: number
}

/** The points of a range: at multiples of the step, so that ranges which overlap share them. */
export function gridOf(
  { range, intervalMs }: Pick<QueryRequest<unknown>, 'range' | 'intervalMs'>,
  step: string | undefined,
): Grid {
  const stepMs = Math.max(1, (step && parseDuration(step)) || Math.round(intervalMs))
  const from = Math.ceil(range.from / stepMs) * stepMs
  return { from, stepMs, length: Math.max(0, Math.floor((range.to - from) / stepMs) + 1) }
}
