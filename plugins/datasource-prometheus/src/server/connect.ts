import {
  parseDuration,
  withNotice,
  type Connect,
  type Frame,
  type QueryRequest,
  type VariableValues,
} from '@orrery/sdk'
import type { Options, Query } from '../options.ts'
import { parseNames, parseQueryData } from './answer.ts'
import { createApi, placeOf, type Api } from './api.ts'
import { namesFrame, toFrame } from './frames.ts'
import { interpolatePromql } from './promql.ts'
import { gridOf, promDuration, promSeconds, rateIntervalMs } from './step.ts'

const DEFAULT_SCRAPE_MS = 15_000

const connect: Connect<Options, Query> = (options, { http }) => {
  const api = createApi(options, http)
  const scrapeMs = parseDuration(options.scrapeInterval ?? '') ?? DEFAULT_SCRAPE_MS
  return {
    query: (request) => run(api, request, scrapeMs, placeOf(options.url)),
    async check(signal) {
      await api.get('query', new URLSearchParams({ query: '1' }), signal)
      const version = await versionOf(api, signal)
      return version ? `Prometheus ${version} answers.` : 'The server answers as Prometheus does.'
    },
  }
}
export default connect

async function run(api: Api, request: QueryRequest<Query>, scrapeMs: number, place: string): Promise<readonly Frame[]> {
  const { query, refId, range, signal, variables } = request
  if (query.type === 'labels' || query.type === 'labelValues') {
    const params = new URLSearchParams({ start: promSeconds(range.from), end: promSeconds(range.to) })
    if (query.match) params.set('match[]', interpolatePromql(query.match, variables))
    // POST is not among the methods of the label values endpoint.
    const path = query.type === 'labels' ? 'labels' : `label/${encodeURIComponent(query.label)}/values`
    const { data } = await api.get(path, params, signal, 'GET')
    return [namesFrame(parseNames(data, place), refId)]
  }
  const minStepMs = query.type === 'range' && query.minStep ? parseDuration(query.minStep) : undefined
  const { from, to, stepMs } = gridOf(range, request.intervalMs, minStepMs ?? scrapeMs)
  const expr = interpolatePromql(query.expr, { ...variables, ...stepVariables(stepMs, scrapeMs) })
  const naming = { refId, legend: query.legend }
  if (query.type === 'instant') {
    const answer = await api.get('query', new URLSearchParams({ query: expr, time: promSeconds(range.to) }), signal)
    return [warned(toFrame(parseQueryData(answer.data, place), naming), answer.warnings)]
  }
  const params = { query: expr, start: promSeconds(from), end: promSeconds(to), step: promSeconds(stepMs) }
  const answer = await api.get('query_range', new URLSearchParams(params), signal)
  return [warned(toFrame(parseQueryData(answer.data, place), naming, stepMs), answer.warnings)]
}

const warned = (frame: Frame, warnings: readonly string[]) =>
  warnings.reduce<Frame>((noticed, text) => withNotice(noticed, { severity: 'warning', text }), frame)

/** The built-in variables that depend on the step that Prometheus is really asked for. */
const stepVariables = (stepMs: number, scrapeMs: number): VariableValues => ({
  __interval: promDuration(stepMs),
  __interval_ms: String(stepMs),
  __rate_interval: promDuration(rateIntervalMs(stepMs, scrapeMs)),
})

/** Prometheus' own version; servers that only speak its API answer without one. */
async function versionOf(api: Api, signal: AbortSignal): Promise<string | undefined> {
  const answer = await api.get('status/buildinfo', new URLSearchParams(), signal, 'GET').catch(() => undefined)
  const data = answer?.data
  return typeof data === 'object' && data !== null && 'version' in data ? String(data.version) : undefined
}
