export interface LiveWatch {
  /**
   * Looks again and again whether a batch may still be followed. Its signal is aborted when `check` throws, when the
   * asker left, or when the host is about to stop.
   */
  readonly watch: (check: () => Promise<void>, left: AbortSignal) => AbortSignal
  readonly everyMs: number
}

/** Watches those who follow queries: what they may see can change while they look at it. */
export function createLiveWatch(draining: AbortSignal, everyMs: number): LiveWatch {
  return {
    everyMs,
    watch: (check, left) => {
      const lost = new AbortController()
      const timer = setInterval(() => void check().catch((reason: unknown) => lost.abort(reason)), everyMs)
      const signal = AbortSignal.any([lost.signal, left, draining])
      signal.addEventListener('abort', () => clearInterval(timer))
      return signal
    },
  }
}
