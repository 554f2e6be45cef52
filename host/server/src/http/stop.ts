import type { FastifyInstance } from 'fastify'
import { ServerError } from '../errors.ts'

/** What is told that it must stop needs a moment to say so; then connections are cut. */
const FAREWELL_MS = 1000

export interface Stop {
  /** Aborted when the grace is over. */
  readonly signal: AbortSignal
  /** Accepts nothing more, lets requests end within the grace, then aborts and at last cuts them off. */
  readonly stop: () => Promise<void>
}

/** The graceful end of an app. Call it before the app listens. */
export function createStop(app: FastifyInstance, graceMs: number): Stop {
  const stopping = new AbortController()
  let closing = false
  app.addHook('onResponse', async () => {
    // A connection that was in use when the server began to close becomes idle only now.
    if (closing) setImmediate(() => app.server.closeIdleConnections())
  })
  return {
    signal: stopping.signal,
    stop: async () => {
      closing = true
      const abort = setTimeout(() => stopping.abort(new ServerError('SERVER_STOPPING', undefined)), graceMs)
      const cut = setTimeout(() => app.server.closeAllConnections(), graceMs + FAREWELL_MS)
      await app.close()
      clearTimeout(abort)
      clearTimeout(cut)
    },
  }
}
