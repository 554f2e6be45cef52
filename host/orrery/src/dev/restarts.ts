export interface Restarts {
  /** Stops what runs and starts it anew; calls that come while one is waiting share its restart. Never rejects. */
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Keeps one thing running, and starts it anew on demand, never two at once. A failed start is reported, and waits for the next. */
export function createRestarts(
  start: () => Promise<{ readonly close: () => Promise<void> }>,
  onError: (error: unknown) => void,
): Restarts {
  let running: { readonly close: () => Promise<void> } | undefined
  let last: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | undefined

  const stop = async () => {
    const old = running
    running = undefined
    await old?.close()
  }
  const again = async () => {
    waiting = undefined
    try {
      await stop()
      running = await start()
    } catch (error) {
      onError(error)
    }
  }
  return {
    restart: () => {
      waiting ??= last = last.then(again)
      return waiting
    },
    stop: () => last.then(stop),
  }
}
