import { parseDuration, type TimeRange, type VariableValues } from '@orrery/sdk'

/** Prometheus refuses more: "exceeded maximum resolution of 11,000 points per timeseries". */
const MAX_POINTS = 11_000
const DEFAULT_SCRAPE_MS = 15_000

export interface Grid {
  /** Milliseconds since the epoch, multiples of the step: a refresh asks for the same points again. */
  readonly from: number
  readonly to: number
  readonly stepMs: number
}

export interface StepOptions {
  /** Distance of two points that suits range and width. */
  readonly intervalMs: number
  /** How often Prometheus scrapes, by the settings. */
  readonly scrapeMs: number
  /** The query's own. */
  readonly minStep?: string | undefined
  /** The query's own: the step is so many intervals. */
  readonly resolution?: number | undefined
}

export const scrapeMsOf = (scrapeInterval = '') => parseDuration(scrapeInterval) || DEFAULT_SCRAPE_MS

/** How far two samples are apart: by the query's min step, which says it better, else by the scrape interval. */
const sampleMs = ({ minStep = '', scrapeMs }: StepOptions) => parseDuration(minStep) || scrapeMs

/**
 * The points to ask for: a step of whole seconds that is not below the min step, by default the scrape interval, both
 * ends aligned to it in UTC. The range is inclusive at both ends, `start + k * step` are its points:
 * https://prometheus.io/docs/prometheus/latest/querying/api/#range-queries
 */
export function gridOf(range: TimeRange, options: StepOptions): Grid {
  const { intervalMs, resolution = 1 } = options
  const finest = Math.max(intervalMs * resolution, sampleMs(options), (range.to - range.from) / MAX_POINTS)
  // Below a second only where the settings ask for it.
  const stepMs = finest >= 1000 ? Math.ceil(finest / 1000) * 1000 : Math.ceil(finest)
  return { from: Math.floor(range.from / stepMs) * stepMs, to: Math.floor(range.to / stepMs) * stepMs, stepMs }
}

/**
 * The variables of time that depend on the step that Prometheus is really asked for. A rate needs two samples at each
 * step: `$__rate_interval` is max(step + sample interval, 4 * sample interval), where the sample interval is the min step
 * of the query or the scrape interval of the datasource:
 * https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/#use-__rate_interval
 */
export function stepVariables({ from, to }: TimeRange, stepMs: number, options: StepOptions): VariableValues {
  const sample = sampleMs(options)
  const seconds = Math.max(1, Math.round((to - from) / 1000))
  const rateMs = Math.max(stepMs + sample, 4 * sample)
  return {
    __interval: promDuration(stepMs),
    __interval_ms: String(stepMs),
    __rate_interval: promDuration(rateMs),
    __rate_interval_ms: String(rateMs),
    __range: `${seconds}s`,
    __range_s: String(seconds),
    __range_ms: String(to - from),
  }
}

export const promSeconds = (ms: number) => `${ms / 1000}`
/** A duration literal of PromQL. */
const promDuration = (ms: number) => (ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`)
