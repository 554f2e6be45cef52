import { isCodedError, parseDuration, type HttpClient, type HttpResponse } from '@orrery/sdk'
import type { Options } from '../options.ts'
import { ByteSource } from './answer/byte-source.ts'
import { readEnvelope, type DataReader, type Envelope } from './answer/envelope.ts'
import { readBody } from './answer/steps.ts'
import { PrometheusError } from './errors.ts'
import { toFailure } from './failure.ts'
import { promSeconds } from './step.ts'

/** What Prometheus has to say beside the data. */
export type Remarks = Pick<Envelope, 'warnings' | 'infos'>

export interface Api {
  /** Evaluates PromQL, with what the settings add to each query. Reads as {@link Api.get}. */
  readonly query: (
    path: 'query' | 'query_range' | 'query_exemplars',
    params: Readonly<Record<string, string>>,
    data: DataReader,
    signal: AbortSignal,
  ) => Promise<Remarks>
  /** Reads the `data` of a successful answer into `data`; anything else is a coded error. */
  readonly get: (path: string, params: URLSearchParams, data: DataReader, signal: AbortSignal) => Promise<Remarks>
}

/** What errors name of an address: whatever else it has may be a credential. */
function placeOf(address: string): string {
  const url = URL.parse(address)
  return url ? url.origin + url.pathname : 'the address of the datasource'
}

export function createApi(options: Options, http: HttpClient): Api {
  const base = options.url.replace(/\/+$/, '')
  const headers = headersOf(options)
  const timeoutMs = parseDuration(options.queryTimeout ?? '')

  const send = async (method: 'GET' | 'POST', path: string, params: URLSearchParams, signal: AbortSignal) => {
    const url = `${base}/api/v1/${path}`
    if (method === 'GET') return http.request(params.size ? `${url}?${params}` : url, { headers, signal })
    const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
    return http.request(url, { method, headers: form, body: params.toString(), signal })
  }
  const place = (path: string) => placeOf(`${base}/api/v1/${path}`)

  return {
    async query(path, given, data, signal) {
      const params = new URLSearchParams(given)
      if (timeoutMs !== undefined) params.set('timeout', promSeconds(timeoutMs))
      for (const { name, value } of options.parameters ?? []) params.append(name, value)
      return readAnswer(place(path), await send(options.method ?? 'POST', path, params, signal), data)
    },
    // Not all of these paths take POST.
    get: async (path, params, data, signal) => readAnswer(place(path), await send('GET', path, params, signal), data),
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

async function readAnswer(url: string, { status, body }: HttpResponse, data: DataReader): Promise<Remarks> {
  const invalid = (reason: string, cause?: unknown) =>
    new PrometheusError('PROMETHEUS_ANSWER_INVALID', { url, reason }, { cause })
  const source = new ByteSource(invalid)
  try {
    const envelope = await readBody(body, source, readEnvelope(source, data))
    if (envelope.status === 'error') throw toFailure(String(envelope.errorType), String(envelope.error), url, status)
    if (envelope.status !== 'success') throw invalid('it has no status "success"')
    if (status < 300) data.finish(source)
    if (status < 300) return envelope
  } catch (error) {
    // What a frame refuses is the fault of the answer, too; a page of a proxy is no answer at all.
    const problem =
      isCodedError(error) && error.code === 'FRAME_TIMES' ? invalid('its times do not ascend', error) : error
    if (status < 300 || !isInvalid(problem)) throw problem
  }
  if (status === 401 || status === 403) throw new PrometheusError('PROMETHEUS_DENIED', { url, status })
  if (status === 503) throw new PrometheusError('PROMETHEUS_NOT_READY', { url })
  throw new PrometheusError('PROMETHEUS_STATUS', { url, status })
}

const isInvalid = (error: unknown) => error instanceof PrometheusError && error.code === 'PROMETHEUS_ANSWER_INVALID'
