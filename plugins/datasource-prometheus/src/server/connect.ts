import { parseDuration, type Connect, type QueryRequest } from '@orrery/sdk'
import type { Options, Query } from '../options.ts'
import { createApi, type Api } from './api.ts'
import { JsonData } from './answer/json-value.ts'
import { evaluate } from './evaluation.ts'
import { createFilterOptions } from './filters.ts'
import { detectKind, toSentence, type Flavour, type ServerKind } from './flavour.ts'
import { createMetrics } from './metrics.ts'
import { queryNames, valuesPath } from './names.ts'
import { interpolatePromql } from './promql.ts'
import { createKeptRanges } from './range/kept-ranges.ts'
import { queryAlerts, queryRules } from './rules.ts'

const DEFAULT_OVERLAP_MS = 600_000

type Request = QueryRequest<Query>

const connect: Connect<Options, Query> = (options, { http }) => {
  const api = createApi(options, http)
  const kept = options.incremental === false ? undefined : createKeptRanges(overlapOf(options))
  const metrics = createMetrics(api)
  const flavourOf = createFlavour(api, options)
  const filterOptions = createFilterOptions(api)
  return {
    filterOptions,
    async query(request) {
      const { query, signal } = request
      signal.throwIfAborted()
      switch (query.type) {
        case 'labels':
        case 'labelValues':
          return runNames(api, request, query)
        case 'metrics':
          return metrics({ ...query, match: matchOf(request, query) }, request)
        case 'rules':
          return queryRules(api, request)
        case 'alerts':
          return queryAlerts(api, request)
        default:
          return evaluate({ api, kept, options, flavour: await flavourOf(signal) }, request, query)
      }
    },
    async check(signal) {
      const one = new JsonData()
      await api.query('query', { query: '1' }, one, signal)
      return toSentence(await kindOf(api, options, signal))
    },
    close: () => kept?.clear(),
  }
}
export default connect

const overlapOf = ({ overlap = '' }: Options) => parseDuration(overlap) ?? DEFAULT_OVERLAP_MS

const matchOf = ({ variables }: Request, { match }: { match?: string }) => match && interpolatePromql(match, variables)

function runNames(api: Api, request: Request, query: Extract<Query, { type: 'labels' | 'labelValues' }>) {
  const path = query.type === 'labels' ? 'labels' : valuesPath(query.label)
  const { range, signal, refId, budget } = request
  return queryNames(api, { ...query, match: matchOf(request, query), path, range, signal }, refId, budget)
}

async function kindOf(api: Api, { flavour = 'auto' }: Options, signal: AbortSignal): Promise<ServerKind> {
  const found = await detectKind(api, signal)
  return flavour === 'auto' || flavour === found.flavour ? found : { flavour }
}

/** The kind of the server, asked for once. A request that leaves does not take the answer from the others. */
function createFlavour(api: Api, options: Options): (signal: AbortSignal) => Promise<Flavour> {
  let kind: Promise<ServerKind> | undefined
  return async (signal) => {
    if (options.flavour !== undefined && options.flavour !== 'auto') return options.flavour
    kind ??= detectKind(api, new AbortController().signal).catch((error: unknown) => {
      kind = undefined
      throw error
    })
    return (await untilAborted(kind, signal)).flavour
  }
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason as Error)
    if (signal.aborted) leave()
    signal.addEventListener('abort', leave, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
