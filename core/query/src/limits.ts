import { isCodedError } from '@orrery/schema'

import { QueryError } from './errors.ts'
import { unlessAborted } from './single-flight.ts'

/** What one datasource may take up, so that a slow or broken one does not hold up the others. */
export interface LimitOptions {
  /** Queries that run at once; more wait in line. 10 when omitted. */
  readonly concurrency?: number
  /** Time for one query, from when it leaves the line; 30 seconds when omitted. */
  readonly timeoutMs?: number
  /** Failures in a row after which it is left alone; 5 when omitted. */
  readonly failures?: number
  /** How long it is left alone before one query may try again; 5 seconds when omitted. */
  readonly suspendMs?: number
  /** Milliseconds that only grow; the clock of the machine when omitted. */
  readonly now?: () => number
}

export interface Limiter {
  /** Runs the task within the limits. QUERY_TIMEOUT, QUERY_SUSPENDED, the signal's reason, or what the task throws. */
  readonly run: <T>(task: (signal: AbortSignal) => Promise<T>, signal: AbortSignal) => Promise<T>
}

/** The limits of one datasource. */
export function createLimiter(
  datasource: string,
  {
    concurrency = 10,
    timeoutMs = 30_000,
    failures = 5,
    suspendMs = 5000,
    now = () => performance.now(),
  }: LimitOptions = {},
): Limiter {
  const line = createLine(concurrency)
  const breaker = createBreaker(datasource, { failures, suspendMs, now })

  return {
    run: async (task, signal) => {
      await line.enter(signal)
      try {
        const settle = breaker.admit()
        const timeout = new AbortController()
        const timer = setTimeout(
          () => timeout.abort(new QueryError('QUERY_TIMEOUT', { datasource, seconds: timeoutMs / 1000 })),
          timeoutMs,
        )
        const either = AbortSignal.any([signal, timeout.signal])
        try {
          // A task that does not heed its signal is left behind.
          const result = await unlessAborted(task(either), either)
          settle(undefined)
          return result
        } catch (error) {
          // A task that heeds it throws an AbortError of its own.
          const reason: unknown = either.aborted ? either.reason : error
          settle(reason)
          throw reason
        } finally {
          clearTimeout(timer)
        }
      } finally {
        line.leave()
      }
    },
  }
}

/** Lets so many in at once, the others in the order in which they came. */
function createLine(places: number) {
  let free = places
  const waiting = new Set<() => void>()
  return {
    enter: async (signal: AbortSignal): Promise<void> => {
      signal.throwIfAborted()
      if (free > 0) {
        free--
        return
      }
      let call = () => {}
      const turn = new Promise<void>((resolve) => {
        call = resolve
      })
      waiting.add(call)
      try {
        await unlessAborted(turn, signal)
      } catch (reason) {
        // Called and aborted at the same moment: the place goes to the next.
        if (!waiting.delete(call)) pass()
        throw reason
      }
    },
    leave: () => pass(),
  }

  function pass() {
    const [next] = waiting
    if (!next) {
      free++
      return
    }
    waiting.delete(next)
    next()
  }
}

/** The datasource cannot be reached or does not answer; a query that it refuses says nothing about the next one. */
const isOutage = (error: unknown) =>
  isCodedError(error) && [502, 503, 504].includes(error.status) && error.code !== 'QUERY_BACKEND_FAILED'

interface BreakerOptions {
  readonly failures: number
  readonly suspendMs: number
  readonly now: () => number
}

function createBreaker(datasource: string, { failures, suspendMs, now }: BreakerOptions) {
  let inRow = 0
  let openUntil = -Infinity
  let lastReason = ''
  let probing = false

  return {
    /** Throws QUERY_SUSPENDED, or answers what must be told how it went: the error, or undefined. */
    admit: () => {
      const isOpen = inRow >= failures
      if (isOpen && (probing || now() < openUntil)) {
        const params = { datasource, failures: inRow, seconds: suspendMs / 1000, reason: lastReason }
        throw new QueryError('QUERY_SUSPENDED', params)
      }
      const isProbe = isOpen
      if (isProbe) probing = true
      return (error: unknown) => {
        if (isProbe) probing = false
        if (isOutage(error)) {
          inRow++
          lastReason = error instanceof Error ? error.message : String(error)
          openUntil = now() + suspendMs
        } else if (!isCancelled(error)) inRow = 0
      }
    },
  }
}

/** Says nothing about the datasource. */
const isCancelled = (error: unknown) =>
  error instanceof Error && (error.name === 'AbortError' || (isCodedError(error) && error.status === 499))
