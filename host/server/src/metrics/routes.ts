import { createHash, timingSafeEqual } from 'node:crypto'
import { routes } from '@orrery/api'
import type { FastifyInstance } from 'fastify'
import { bearerOf } from '../auth/tokens.ts'
import { ServerError } from '../errors.ts'
import { whenAnswered } from '../http/answered.ts'
import type { Serve } from '../http/serve.ts'
import type { Metrics } from './metrics.ts'

export interface OperationRoutes {
  readonly metrics: Metrics
  /** Throws why the host takes no requests. */
  readonly assertReady: () => Promise<void>
  /** What is asked of who reads the metrics; everybody may when omitted. */
  readonly metricsToken?: string
}

const hashOf = (text: string) => createHash('sha256').update(text).digest()

/** For whoever operates the host: alive, ready, and its metrics. */
export function operationRoutes(
  app: FastifyInstance,
  serve: Serve,
  { metrics, assertReady, metricsToken }: OperationRoutes,
): void {
  whenAnswered(app, ({ method, routeOptions }, reply, status) => {
    // The pattern of the route, because each address would be a series of its own.
    metrics.onRequest({ method, route: routeOptions.url ?? 'other', status, seconds: reply.elapsedTime / 1000 })
  })
  serve(routes.getHealth, () => ({ status: 'alive' }) as const)
  serve(routes.getReadiness, async () => {
    await assertReady()
    return { status: 'ready' } as const
  })
  serve(routes.getMetrics, ({ request, reply }) => {
    const given = bearerOf(request.headers.authorization) ?? ''
    if (metricsToken !== undefined && !timingSafeEqual(hashOf(given), hashOf(metricsToken))) {
      reply.header('www-authenticate', 'Bearer')
      throw new ServerError('METRICS_TOKEN', undefined)
    }
    return metrics.text()
  })
}
