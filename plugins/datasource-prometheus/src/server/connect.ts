import { parseDuration, type Connect, type Frame, type QueryRequest, type VariableValues } from '@orrery/sdk'
import type { Options, Query } from '../options.ts'
import { BuildInfo } from './answer/build-info.ts'
import { Names } from './answer/names.ts'
import { createApi, type Api } from './api.ts'
import { namesFrame, QueryResult, withRemarks } from './frames.ts'
import { interpolatePromql } from './promql.ts'
import { gridOf, promDuration, promSeconds, rateIntervalMs } from './step.ts'

const DEFAULT_SCRAPE_MS = 15_000

const connect: Connect<Options, Query> = (options, { http }) => {
  const api = createApi(options, http)
  const scrapeMs = parseDuration(options.scrapeInterval ?? '') ?? DEFAULT_SCRAPE_MS
  return {
    query: (request) => run(api, request, scrapeMs),
    async check(signal) {
      await api.get('query', new URLSearchParams({ query: '1' }), new BuildInfo(), signal)
      const version = await versionOf(api, signal)
      return version ? `Prometheus ${version} answers.` : 'The server answers as Prometheus does.'
    },
  }
}
export default connect

async function run(api: Api, request: QueryRequest<Query>, scrapeMs: number): Promise<readonly Frame[]> {
  const { query, refId, range, signal, variables, budget } = request
  if (query.type === 'labels' || query.type === 'labelValues') {
    const params = new URLSearchParams({ start: promSeconds(range.from), end: promSeconds(range.to) })
    if (query.match) params.set('match[]', interpolatePromql(query.match, variables))
    // POST is not among the methods of the label values endpoint.
    const path = query.type === 'labels' ? 'labels' : `label/${encodeURIComponent(query.label)}/values`
    const names = new Names(budget.maxRows)
    const remarks = await api.get(path, params, names, signal, 'GET')
    return [withRemarks(namesFrame(names, refId, budget), remarks)]
  }
  if (query.type !== 'range' && query.type !== 'instant') return []
  const minStepMs = query.type === 'range' && query.minStep ? parseDuration(query.minStep) : undefined
  const { from, to, stepMs } = gridOf(range, request.intervalMs, minStepMs ?? scrapeMs)
  const expr = interpolatePromql(query.expr, { ...variables, ...stepVariables(stepMs, scrapeMs) })
  const isRange = query.type === 'range'
  const result = new QueryResult({ refId, budget, legend: query.legend, ...(isRange && { stepMs }) })
  const params = isRange
    ? { query: expr, start: promSeconds(from), end: promSeconds(to), step: promSeconds(stepMs) }
    : { query: expr, time: promSeconds(range.to) }
  const remarks = await api.get(isRange ? 'query_range' : 'query', new URLSearchParams(params), result.data, signal)
  return [withRemarks(result.toFrame(), remarks)]
}

/** The built-in variables that depend on the step that Prometheus is really asked for. */
const stepVariables = (stepMs: number, scrapeMs: number): VariableValues => ({
  __interval: promDuration(stepMs),
  __interval_ms: String(stepMs),
  __rate_interval: promDuration(rateIntervalMs(stepMs, scrapeMs)),
})

/** Prometheus' own version; servers that only speak its API answer without one. */
async function versionOf(api: Api, signal: AbortSignal): Promise<string | undefined> {
  const info = new BuildInfo()
  await api.get('status/buildinfo', new URLSearchParams(), info, signal, 'GET').catch(() => undefined)
  return info.version
}
