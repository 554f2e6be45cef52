import { pipeline, Readable } from 'node:stream'
import cookie from '@fastify/cookie'
import { PROBLEM_MEDIA_TYPE } from '@orrery/api'
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { TrustedProxies } from '../auth/trusted-proxies.ts'
import type { HostLog } from '../log/log.ts'
import { traceRequests } from '../telemetry/request-spans.ts'
import { traceIdOf } from '../telemetry/trace-context.ts'
import { logRequests } from './access-log.ts'
import { chooseEncoding, compress, createCompressor, isCompressible } from './compression.ts'
import { acceptJson } from './json-body.ts'
import { assertLoopbackHost, assertOwnRequest } from './origin.ts'
import type { Redactor } from '../secrets/redactor.ts'
import { BODY_LIMIT, toCodedError, toProblem } from './problem.ts'
import { answerUnreadable } from './unreadable.ts'
import { compilersFactory } from './validation.ts'

export interface AppOptions {
  readonly log: HostLog
  /** Answers only requests for a loopback name at this port. */
  readonly loopbackOnly: boolean
  /** As people reach the host, when that is not the address it listens on. */
  readonly publicUrl?: string
  /** Believed whom they name as the client. */
  readonly proxies: TrustedProxies
  /** Requests get spans. */
  readonly traced: boolean
  /** An error as it may be told. */
  readonly redactError: Redactor['error']
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The code of the problem that answers it. */
    problem: string | undefined
  }
}

// For everything that is not a page: nothing in it may run or be framed.
const headers = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** The asker left while the answer was on its way. */
const isLeft = (thrown: unknown, { raw }: FastifyReply) =>
  raw.destroyed && (thrown as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE'

/** Fastify with what every route shares: limits, validation, problems, security headers, compression and the log. */
export async function createApp({
  log,
  loopbackOnly,
  publicUrl,
  proxies,
  traced,
  redactError,
}: AppOptions): Promise<FastifyInstance> {
  const answerError = (thrown: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const error = toCodedError(thrown, request.routeOptions.bodyLimit)
    request.problem = error.code
    // Whoever probes the host asks for that again and again.
    if (error.status >= 500 && error.code !== 'NOT_READY' && !isLeft(thrown, reply))
      log.error(error.message, { traceId: request.id, code: error.code, error: thrown })
    const { plugin } = (thrown ?? {}) as { plugin?: string }
    if (error.code === 'SIGN_IN_LIMITED' || error.code === 'RATE_LIMITED')
      reply.header('retry-after', String(error.params['seconds']))
    // Written by hand: the serializer of a route is for its own answers.
    return reply
      .code(error.status)
      .type(PROBLEM_MEDIA_TYPE)
      .serializer(String)
      .send(JSON.stringify(toProblem(redactError(error), request.id, plugin)))
  }
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).host

  const app = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    trustProxy: proxies.includes,
    routerOptions: { maxParamLength: 512 },
    schemaController: { compilersFactory },
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    genReqId: ({ headers }) => traceIdOf(headers['traceparent']),
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
  })
  if (traced) traceRequests(app)
  app.decorateRequest('problem')
  app.setErrorHandler<FastifyError>(answerError)
  acceptJson(app, ['application/json', 'application/merge-patch+json'])
  await app.register(cookie)

  const secure = publicUrl?.startsWith('https:')
    ? { ...headers, 'strict-transport-security': 'max-age=31536000' }
    : headers
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(secure)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    if (loopbackOnly) assertLoopbackHost(request)
    assertOwnRequest(request, publicHost)
  })
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.hasHeader('content-encoding') || reply.statusCode === 206 || request.method === 'HEAD') return payload
    if (!isCompressible(reply.getHeader('content-type'), payload)) return payload
    reply.header('vary', 'accept-encoding')
    const encoding = chooseEncoding(request.headers['accept-encoding'])
    if (!encoding) return payload
    reply.header('content-encoding', encoding).removeHeader('content-length')
    return payload instanceof Readable
      ? pipeline(payload, createCompressor(encoding), () => {})
      : compress(encoding, payload)
  })
  logRequests(app, log)
  return app
}
