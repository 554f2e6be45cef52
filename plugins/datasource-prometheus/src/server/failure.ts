import { PrometheusError } from './errors.ts'

const PLACE = /^(?:invalid parameter "?\w+"?: )?(\d+):(\d+): (?:parse error: )?/

/** What is wrong with a query, and where: `1:10: parse error: unexpected ...`. */
function queryError(words: string) {
  const place = PLACE.exec(words)
  const reason = words.slice(place?.[0].length ?? 0)
  return new PrometheusError('PROMETHEUS_QUERY_INVALID', {
    reason,
    ...(place && { line: Number(place[1]), column: Number(place[2]) }),
  })
}

/** Limits and ambiguities have one type with all else that fails, and are told apart by their words. */
const kinds = [
  [
    /exceeded maximum resolution|too many points|exceeds the limit.*points|would result in more than/i,
    'POINTS_EXCEEDED',
  ],
  [/too many samples|samples.*limit|max-(?:fetched|samples)|maxSamplesPerQuery/i, 'SAMPLES_EXCEEDED'],
  [/many-to-many|many-to-one|one-to-many|duplicate (?:time )?series|duplicate timestamps/i, 'MATCH_AMBIGUOUS'],
  [/cannot parse|parse error|unparsed data|unexpected token/i, 'QUERY_INVALID'],
] as const

/**
 * The error for an answer with `status: "error"`. Prometheus says `bad_data` with 400 for what it cannot parse,
 * `execution` with 422 for what it cannot evaluate, `timeout` with 503; VictoriaMetrics gives the HTTP status as the type.
 */
export function toFailure(type: string, reason: string, url: string, status: number) {
  if (type === 'timeout' || type === 'canceled' || /query timed out|deadline exceeded/i.test(reason))
    return new PrometheusError('PROMETHEUS_TIMEOUT', { reason })
  const isOfQuery = type === 'bad_data' || type === 'execution' || status === 422 || status === 400
  const kind = isOfQuery ? kinds.find(([words]) => words.test(reason))?.[1] : undefined
  if (kind === 'QUERY_INVALID' || (kind === undefined && type === 'bad_data')) return queryError(reason)
  if (kind) return new PrometheusError(`PROMETHEUS_${kind}`, { reason })
  if (isOfQuery) return new PrometheusError('PROMETHEUS_EXECUTION_FAILED', { reason })
  return new PrometheusError('PROMETHEUS_STATUS', { url, status }, { cause: new Error(`${type}: ${reason}`) })
}
