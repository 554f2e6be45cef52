import type { TimeRange } from '@orrery/sdk'

/** Prometheus refuses more: "exceeded maximum resolution of 11,000 points per timeseries". */
const MAX_POINTS = 11_000

export interface Grid {
  /** Milliseconds since the epoch, multiples of the step: a refresh asks for the same points again. */
  readonly from: number
  readonly to: number
  readonly stepMs: number
}

/** The points to ask for: a step of whole seconds that is not below `minStepMs`, aligned to the epoch in UTC. */
export function gridOf(range: TimeRange, intervalMs: number, minStepMs: number): Grid {
  const finest = Math.max(intervalMs, minStepMs, (range.to - range.from) / MAX_POINTS)
  // Below a second only where the settings ask for it.
  const stepMs = finest >= 1000 ? Math.ceil(finest / 1000) * 1000 : Math.ceil(finest)
  return { from: Math.floor(range.from / stepMs) * stepMs, to: Math.floor(range.to / stepMs) * stepMs, stepMs }
}

/** Range that a rate() needs at this step: https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/ */
export const rateIntervalMs = (stepMs: number, scrapeMs: number) => Math.max(stepMs + scrapeMs, 4 * scrapeMs)

export const promSeconds = (ms: number) => `${ms / 1000}`
/** A duration literal of PromQL. */
export const promDuration = (ms: number) => (ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`)
