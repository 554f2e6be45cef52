import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { ServerError } from '../errors.ts'

/** What is told that it must stop needs a moment to say so; then connections are cut. */
const FAREWELL_MS = 1000

export interface StopOptions {
  /** How long the host goes on to answer once it says that it will stop, so that a balancer sees it. */
  readonly drainMs: number
  /** How long requests have to end after that. */
  readonly graceMs: number
}

export interface Stop {
  /** Aborted as soon as the host is to stop: what would go on for long ends, and begins again elsewhere. */
  readonly draining: AbortSignal
  /** Aborted when the grace is over. */
  readonly signal: AbortSignal
  /** Drains, accepts nothing more, lets requests end within the grace, then aborts and at last cuts them off. */
  readonly stop: () => Promise<void>
}

/** The graceful end of an app. Call it before the app listens. */
export function createStop(app: FastifyInstance, { drainMs, graceMs }: StopOptions): Stop {
  const draining = new AbortController()
  const stopping = new AbortController()
  let closing = false
  app.addHook('onSend', async (_, reply) => {
    // The next request comes over a new connection, which a balancer gives to another host.
    if (draining.signal.aborted) reply.header('connection', 'close')
  })
  app.addHook('onResponse', async () => {
    // A connection that was in use when the server began to close becomes idle only now.
    if (closing) setImmediate(() => app.server.closeIdleConnections())
  })
  return {
    draining: draining.signal,
    signal: stopping.signal,
    stop: async () => {
      draining.abort()
      if (drainMs > 0) await delay(drainMs)
      closing = true
      const abort = setTimeout(() => stopping.abort(new ServerError('SERVER_STOPPING', undefined)), graceMs)
      const cut = setTimeout(() => app.server.closeAllConnections(), graceMs + FAREWELL_MS)
      await app.close()
      clearTimeout(abort)
      clearTimeout(cut)
    },
  }
}
