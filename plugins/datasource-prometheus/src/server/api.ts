import type { HttpClient, HttpResponse } from '@orrery/sdk'
import type { Options } from '../options.ts'
import { PrometheusError } from './errors.ts'

export interface Api {
  /** The `data` of a successful answer; anything else is a coded error. `warnings` are Prometheus' own. */
  readonly get: (path: string, params: URLSearchParams, signal: AbortSignal, method?: 'GET') => Promise<Answer>
}
export interface Answer {
  readonly data: unknown
  readonly warnings: readonly string[]
}

/** What errors name of an address: whatever else it has may be a credential. */
export function placeOf(address: string): string {
  const url = URL.parse(address)
  return url ? url.origin + url.pathname : 'the address of the datasource'
}

export function createApi(options: Options, http: HttpClient): Api {
  const base = options.url.replace(/\/+$/, '')
  const headers = headersOf(options)
  return {
    async get(path, params, signal, method = undefined) {
      const url = `${base}/api/v1/${path}`
      const place = placeOf(url)
      const response =
        (method ?? options.method ?? 'POST') === 'POST'
          ? await http.request(url, {
              method: 'POST',
              headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
              body: params.toString(),
              signal,
            })
          : await http.request(params.size ? `${url}?${params}` : url, { headers, signal })
      return readAnswer(place, response)
    },
  }
}

function headersOf({ auth, headers = [] }: Options): Record<string, string> {
  const own = Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value]))
  if (auth?.type === 'basic') own['authorization'] = `Basic ${toBase64(`${auth.user}:${auth.password}`)}`
  if (auth?.type === 'bearer') own['authorization'] = `Bearer ${auth.token}`
  return { accept: 'application/json', ...own }
}

// RFC 7617 leaves the charset open; UTF-8 is what Prometheus and the common proxies read.
const toBase64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')

async function readAnswer(url: string, response: HttpResponse): Promise<Answer> {
  const text = await response.text()
  const answer = parseObject(text)
  const { status } = response
  if (answer?.['status'] === 'success' && status < 300)
    return { data: answer['data'], warnings: Array.isArray(answer['warnings']) ? answer['warnings'].map(String) : [] }
  if (answer?.['status'] === 'error')
    throw backendError(String(answer['errorType']), String(answer['error']), url, status)
  if (status === 401 || status === 403) throw new PrometheusError('PROMETHEUS_DENIED', { url, status })
  if (status >= 300) throw new PrometheusError('PROMETHEUS_STATUS', { url, status })
  throw new PrometheusError('PROMETHEUS_ANSWER_INVALID', {
    url,
    reason: answer ? 'it has no status "success"' : 'it is no JSON object',
  })
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    // Any object literal of JSON has string keys.
    return value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** Prometheus answers 400 bad_data for what it cannot parse, 422 execution for what it cannot evaluate, 503 timeout. */
function backendError(type: string, reason: string, url: string, status: number) {
  if (type === 'bad_data') return new PrometheusError('PROMETHEUS_QUERY_INVALID', { reason })
  if (type === 'timeout' || type === 'canceled') return new PrometheusError('PROMETHEUS_TIMEOUT', { reason })
  // VictoriaMetrics gives the HTTP status as the type.
  if (type === 'execution' || status === 422) return new PrometheusError('PROMETHEUS_EXECUTION_FAILED', { reason })
  return new PrometheusError('PROMETHEUS_STATUS', { url, status }, { cause: new Error(`${type}: ${reason}`) })
}
