import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { createGunzip } from 'node:zlib'
import { SpanKind } from '@opentelemetry/api'
import type { HttpClient, HttpRequest, HttpResponse } from '@orrery/kernel'
import { defaultBudget } from '@orrery/query'
import { isCodedError } from '@orrery/schema'
import { ServerError } from '../errors.ts'
import { failSpan, serverTracer } from '../telemetry/spans.ts'
import { toTraceHeaders } from '../telemetry/trace-context.ts'
import { failureOf } from './http-failure.ts'

export interface HttpLimits {
  /** From the first byte sent to the last byte read, in milliseconds. */
  readonly timeoutMs: number
  /** Bytes of an answer, after decompression. */
  readonly maxBytes: number
}

export const DEFAULT_HTTP_LIMITS: HttpLimits = { timeoutMs: 30_000, maxBytes: defaultBudget.maxBytes }

const CONNECT_TIMEOUT_MS = 10_000
const CONNECTIONS = 32
const CLOSE_GRACE_MS = 3000

export interface ClosableHttpClient extends HttpClient {
  /** Lets what runs end, for a few seconds, then cuts it off; closes the connections. */
  readonly close: () => Promise<void>
}

const parseUrl = (address: string) => {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url
  throw new ServerError('HTTP_URL_INVALID', { url: address.replace(/\/\/[^/@]*@/, '//').slice(0, 200) })
}

const toHeaders = (headers: Readonly<Record<string, string | string[] | undefined>>) =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')]],
    ),
  )

/** HTTP for one datasource: bounded in time and bytes, cancellable, and silent about credentials in its errors. */
export function createHttpClient({ timeoutMs, maxBytes }: HttpLimits = DEFAULT_HTTP_LIMITS): ClosableHttpClient {
  // Loaded for the first request: a host may have nothing to ask.
  const load = async () => {
    const { Agent, request: send } = await import('undici')
    // The timers of the agent are off where ours hold: one clock for the whole exchange.
    const agent = new Agent({
      connections: CONNECTIONS,
      connect: { timeout: Math.min(CONNECT_TIMEOUT_MS, timeoutMs) },
      headersTimeout: 0,
      bodyTimeout: 0,
    })
    return { agent, send }
  }
  let loading: ReturnType<typeof load> | undefined

  const request = async (
    address: string,
    { method = 'GET', headers = {}, body, signal }: HttpRequest = {},
  ): Promise<HttpResponse> => {
    const url = parseUrl(address)
    signal?.throwIfAborted()
    const timeout = AbortSignal.timeout(timeoutMs)
    // Its address is left out beyond the host: keys may stand in it.
    const attributes = {
      'http.request.method': method,
      'url.scheme': url.protocol.slice(0, -1),
      'server.address': url.hostname,
      ...(url.port && { 'server.port': Number(url.port) }),
    }
    const span = serverTracer().startSpan(method, { kind: SpanKind.CLIENT, attributes })
    const fail = (error: unknown) => {
      const failure = signal?.aborted
        ? (signal.reason as unknown)
        : failureOf(error, { origin: url.origin, timedOut: timeout.aborted, seconds: timeoutMs / 1000 })
      failSpan(span, isCodedError(failure) ? failure.code : 'cancelled')
      return failure
    }
    const both = signal ? AbortSignal.any([signal, timeout]) : timeout

    const { agent, send } = await (loading ??= load())
    const answer = await send(url, {
      dispatcher: agent,
      method,
      headers: { 'accept-encoding': 'gzip', ...toTraceHeaders(span.spanContext()), ...headers },
      ...(body === undefined ? {} : { body }),
      signal: both,
    }).catch((error: unknown) => {
      const failure = fail(error)
      span.end()
      throw failure
    })
    span.setAttribute('http.response.status_code', answer.statusCode)
    if (answer.statusCode >= 400) failSpan(span, String(answer.statusCode))
    answer.body.once('close', () => span.end())
    const answered = toHeaders(answer.headers)

    async function* read(): AsyncGenerator<Uint8Array> {
      const compressed = answered['content-encoding'] === 'gzip'
      const stream: Readable = compressed ? answer.body.pipe(createGunzip()) : answer.body
      // `pipe` does not carry an error on, and an error nobody hears ends the process.
      answer.body.on('error', (error) => stream.destroy(error))
      let bytes = 0
      try {
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          bytes += chunk.length
          if (bytes > maxBytes) throw new ServerError('HTTP_BODY_TOO_LARGE', { origin: url.origin, limit: maxBytes })
          yield chunk
        }
      } catch (error) {
        throw fail(error)
      } finally {
        answer.body.destroy()
      }
    }
    const chunks = read()
    return {
      status: answer.statusCode,
      headers: answered,
      body: chunks,
      text: () => text(chunks),
    }
  }
  return {
    request,
    close: async () => {
      if (!loading) return
      const { agent } = await loading
      const timer = setTimeout(() => void agent.destroy(), CLOSE_GRACE_MS)
      await agent.close()
      clearTimeout(timer)
    },
  }
}
