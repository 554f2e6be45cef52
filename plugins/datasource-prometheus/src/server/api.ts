import { isCodedError, type HttpClient, type HttpResponse } from '@orrery/sdk'
import type { Options } from '../options.ts'
import { ByteSource } from './answer/byte-source.ts'
import { readEnvelope, type DataReader, type Envelope } from './answer/envelope.ts'
import { readBody } from './answer/steps.ts'
import { PrometheusError } from './errors.ts'

export interface Api {
  /** Reads the `data` of a successful answer into `data`; anything else is a coded error. */
  readonly get: (
    path: string,
    params: URLSearchParams,
    data: DataReader,
    signal: AbortSignal,
    method?: 'GET',
  ) => Promise<Remarks>
}

/** What Prometheus has to say beside the data. */
export type Remarks = Pick<Envelope, 'warnings' | 'infos'>

/** What errors name of an address: whatever else it has may be a credential. */
function placeOf(address: string): string {
  const url = URL.parse(address)
  return url ? url.origin + url.pathname : 'the address of the datasource'
}

export function createApi(options: Options, http: HttpClient): Api {
  const base = options.url.replace(/\/+$/, '')
  const headers = headersOf(options)
  return {
    async get(path, params, data, signal, method = undefined) {
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
      return readAnswer(place, response, data)
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

async function readAnswer(url: string, { status, body }: HttpResponse, data: DataReader): Promise<Remarks> {
  const invalid = (reason: string, cause?: unknown) =>
    new PrometheusError('PROMETHEUS_ANSWER_INVALID', { url, reason }, { cause })
  const source = new ByteSource(invalid)
  try {
    const envelope = await readBody(body, source, readEnvelope(source, data))
    if (envelope.status === 'error') throw backendError(String(envelope.errorType), String(envelope.error), url, status)
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
  throw new PrometheusError('PROMETHEUS_STATUS', { url, status })
}

const isInvalid = (error: unknown) => error instanceof PrometheusError && error.code === 'PROMETHEUS_ANSWER_INVALID'

/** Prometheus answers 400 bad_data for what it cannot parse, 422 execution for what it cannot evaluate, 503 timeout. */
function backendError(type: string, reason: string, url: string, status: number) {
  if (type === 'bad_data') return new PrometheusError('PROMETHEUS_QUERY_INVALID', { reason })
  if (type === 'timeout' || type === 'canceled') return new PrometheusError('PROMETHEUS_TIMEOUT', { reason })
  // VictoriaMetrics gives the HTTP status as the type.
  if (type === 'execution' || status === 422) return new PrometheusError('PROMETHEUS_EXECUTION_FAILED', { reason })
  return new PrometheusError('PROMETHEUS_STATUS', { url, status }, { cause: new Error(`${type}: ${reason}`) })
}
