import { routes } from '@orrery/api'
import { sql, type Kysely } from 'kysely'
import type { FastifyInstance } from 'fastify'
import type { Serve } from '../http/serve.ts'
import type { Tables } from '../store/tables.ts'
import type { Metrics } from './metrics.ts'

/** For whoever operates the host: alive, ready, and its metrics. */
export function operationRoutes(app: FastifyInstance, serve: Serve, metrics: Metrics, db: Kysely<Tables>): void {
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    // The pattern of the route, because each address would be a series of its own.
    metrics.onRequest({
      method,
      route: routeOptions.url ?? 'other',
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    })
  })
  serve(routes.getHealth, () => ({ status: 'alive' }) as const)
  serve(routes.getReadiness, async () => {
    await sql`select 1`.execute(db)
    return { status: 'ready' } as const
  })
  serve(routes.getMetrics, () => metrics.text())
}
