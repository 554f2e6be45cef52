import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import { routes } from '@orrery/api'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ServerError } from '../errors.ts'

/** Requests a minute of one user or token, or of one address where nobody is signed in. */
export interface RateLimits {
  /** What only reads; 6000 when omitted. */
  readonly reads?: number
  /** What changes something; 600 when omitted. */
  readonly writes?: number
  /** Batches of queries, each of which may hold many; 3000 when omitted. */
  readonly queries?: number
}

const defaults = { reads: 6000, writes: 600, queries: 3000 } as const

const WINDOW_MS = 60_000
/** Who was counted longest ago is forgotten first: memory stays bounded, whoever asks. */
const REMEMBERED = 10_000

const queryPath = routes.runQueries.path.replaceAll(/\{(\w+)\}/g, ':$1')

const kindOf = ({ method, routeOptions }: FastifyRequest): keyof typeof defaults => {
  if (routeOptions.url === queryPath) return 'queries'
  return method === 'GET' || method === 'HEAD' ? 'reads' : 'writes'
}

/**
 * Refuses who asks the API too often with RATE_LIMITED, before anything else is looked at but who it is. Call it when
 * requests have their subjects.
 */
export async function limitRates(app: FastifyInstance, limits: RateLimits, remembered = REMEMBERED): Promise<void> {
  const most = { ...defaults, ...limits }
  await app.register(rateLimit, {
    global: false,
    timeWindow: WINDOW_MS,
    cache: remembered,
    max: (request) => most[kindOf(request)],
    keyGenerator: (request) => `${kindOf(request)} ${request.subject?.id ?? normalizeIP(request.ip)}`,
  })
  const count = app.createRateLimit()
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api/')) return
    const result = await count(request)
    if (result.isAllowed) return
    const { max, remaining, ttlInSeconds, isExceeded } = result
    reply.headers({
      'ratelimit-limit': String(max),
      'ratelimit-remaining': String(remaining),
      'ratelimit-reset': String(ttlInSeconds),
    })
    if (isExceeded)
      throw new ServerError('RATE_LIMITED', { what: kindOf(request), limit: max, seconds: Math.max(1, ttlInSeconds) })
  })
}
