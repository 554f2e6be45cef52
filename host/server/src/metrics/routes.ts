import { sql, type Kysely } from 'kysely'
import type { FastifyInstance } from 'fastify'
import type { Tables } from '../store/tables.ts'
import type { Metrics } from './metrics.ts'

/** For whoever operates the host: alive, ready, and its metrics. */
export function operationRoutes(app: FastifyInstance, metrics: Metrics, db: Kysely<Tables>): void {
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    // The pattern of the route, because each address would be a series of its own.
    metrics.onRequest({
      method,
      route: routeOptions.url ?? 'other',
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    })
  })
  app.get('/healthz', () => ({ status: 'alive' }))
  app.get('/readyz', async () => {
    await sql`select 1`.execute(db)
    return { status: 'ready' }
  })
  app.get('/metrics', async (_, reply) => reply.type(metrics.contentType).send(await metrics.text()))
}
