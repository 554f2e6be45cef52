/** Callers that want the same thing at the same time share one run of it. */
export interface SingleFlight<T> {
  /**
   * Joins the run of this key, or starts it. A caller whose signal is aborted leaves at once with the signal's reason;
   * the run goes on for the others, and its own signal is aborted when the last one has left.
   */
  readonly join: (key: string, signal: AbortSignal, start: (signal: AbortSignal) => Promise<T>) => Promise<T>
}

interface Flight<T> {
  readonly result: Promise<T>
  readonly controller: AbortController
  callers: number
}

export function createSingleFlight<T>(): SingleFlight<T> {
  const flights = new Map<string, Flight<T>>()

  const begin = (key: string, start: (signal: AbortSignal) => Promise<T>): Flight<T> => {
    const controller = new AbortController()
    const flight: Flight<T> = { result: start(controller.signal), controller, callers: 0 }
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key)
    }
    flight.result.then(land, land)
    flights.set(key, flight)
    return flight
  }

  return {
    join: async (key, signal, start) => {
      signal.throwIfAborted()
      const flight = flights.get(key) ?? begin(key, start)
      flight.callers++
      try {
        return await unlessAborted(flight.result, signal)
      } finally {
        if (--flight.callers === 0) {
          // A run that nobody waits for is over for newcomers too: they start afresh.
          if (flights.get(key) === flight) flights.delete(key)
          flight.controller.abort(signal.reason)
        }
      }
    },
  }
}

/** The result, or a rejection with the signal's reason as soon as it is aborted. */
export const unlessAborted = <T>(result: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    if (signal.aborted) leave()
    signal.addEventListener('abort', leave, { once: true })
    const settled = () => signal.removeEventListener('abort', leave)
    result.then(resolve, reject).then(settled, settled)
  })
