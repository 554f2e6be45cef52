import type { QueryReport } from '@orrery/query'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What the host counts of itself: labelled for `/metrics`, and as plain sums for plugins. */
export interface Metrics {
  readonly onRequest: (request: { route: string; method: string; status: number; seconds: number }) => void
  readonly onQuery: (report: QueryReport) => void
  /** Frames were shaped, or an expression calculated: known from before, or anew. */
  readonly onShape: (isKnown: boolean) => void
  readonly totals: () => { requests: number; requestErrors: number; queries: number; queryErrors: number }
  /** The text that Prometheus reads, and its media type. */
  readonly text: () => Promise<string>
  readonly contentType: string
}

/** `running` gives the queries that run now, `streaming` the streams that are followed. */
export function createMetrics(running: () => number, streaming: () => number): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'orrery_http_request_duration_seconds',
    help: 'Time to answer HTTP requests, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.025, 0.1, 0.5, 1, 5, 30],
    registers,
  })
  const queries = new Histogram({
    name: 'orrery_query_duration_seconds',
    help: 'Time to answer datasource queries, by type of datasource and outcome.',
    labelNames: ['type', 'outcome'],
    buckets: [0.005, 0.025, 0.1, 0.5, 1, 5, 30],
    registers,
  })
  const failures = new Counter({
    name: 'orrery_query_failures_total',
    help: 'Failed queries, by error code.',
    labelNames: ['type', 'code'],
    registers,
  })
  const shapes = new Counter({
    name: 'orrery_shapes_total',
    help: 'Runs of transformations and expressions, by whether the result was known from before.',
    labelNames: ['source'],
    registers,
  })
  const runningNow: Gauge = new Gauge({
    name: 'orrery_queries_running',
    help: 'Datasource queries that run now.',
    registers,
    collect: () => runningNow.set(running()),
  })
  const streamingNow: Gauge = new Gauge({
    name: 'orrery_live_streams',
    help: 'Datasource queries that are followed now, each once however many follow it.',
    registers,
    collect: () => streamingNow.set(streaming()),
  })
  const totals = { requests: 0, requestErrors: 0, queries: 0, queryErrors: 0 }

  return {
    onRequest: ({ route, method, status, seconds }) => {
      totals.requests++
      if (status >= 500) totals.requestErrors++
      requests.observe({ route, method, status }, seconds)
    },
    onQuery: ({ datasource: { type }, outcome, code, milliseconds }) => {
      totals.queries++
      if (outcome === 'failed') totals.queryErrors++
      queries.observe({ type, outcome }, milliseconds / 1000)
      if (outcome === 'failed') failures.inc({ type, code: code ?? 'unknown' })
    },
    onShape: (isKnown) => shapes.inc({ source: isKnown ? 'cache' : 'engine' }),
    totals: () => ({ ...totals }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
