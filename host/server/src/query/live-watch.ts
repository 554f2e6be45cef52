import type { FastifyInstance } from 'fastify'

export interface LiveWatch {
  /**
   * Looks again and again whether a batch may still be followed. Its signal is aborted when `check` throws, when the
   * asker left, or when the host begins to stop.
   */
  readonly watch: (check: () => Promise<void>, left: AbortSignal) => AbortSignal
  readonly everyMs: number
}

/** Watches those who follow queries: what they may see can change while they look at it. */
export function createLiveWatch(app: FastifyInstance, everyMs: number): LiveWatch {
  const closing = new AbortController()
  app.addHook('preClose', async () => closing.abort())
  return {
    everyMs,
    watch: (check, left) => {
      const lost = new AbortController()
      const timer = setInterval(() => void check().catch((reason: unknown) => lost.abort(reason)), everyMs)
      const signal = AbortSignal.any([lost.signal, left, closing.signal])
      signal.addEventListener('abort', () => clearInterval(timer))
      return signal
    },
  }
}
