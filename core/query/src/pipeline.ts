import { SpanKind, type Span } from '@opentelemetry/api'
import type { VariableScope } from '@orrery/format'
import { withMeta, type Frame } from '@orrery/frames'
import type { HookFault, HookHost } from '@orrery/kernel'

import type { AdhocFilter } from './adhoc-filter.ts'
import { budgetFor, createBudgetGate, withinBudget } from './budget.ts'
import type { ByteCache } from './cache.ts'
import type { Budget, DatasourceClient, Purpose } from './datasource.ts'
import { frameBytes } from './frame-bytes.ts'
import { createLimiter, type Limiter, type LimitOptions } from './limits.ts'
import { toEvent, withFaults, type QueryRequestEvent } from './query-hooks.ts'
import { createFollow, groupOf, type FollowedAnswer } from './follow.ts'
import type { LivePosition } from './live.ts'
import { createLiveStreams, type LiveStreamsOptions } from './live-streams.ts'
import { attributesOf, createObserve } from './observe.ts'
import { queryKey, usedValues } from './query-key.ts'
import { countFrames, type QueryStats } from './query-stats.ts'
import { createSingleFlight } from './single-flight.ts'
import type { Steps } from './steps.ts'
import { toCoded } from './to-coded.ts'
import type { TimeRange } from './time-range.ts'

/** One query to run. Its variables are checked, and its subject may run it. */
export interface PipelineRequest {
  readonly namespace: string
  readonly datasource: {
    readonly id: string
    /** Of the stored datasource: a changed one shares nothing with what it was. */
    readonly revision: string
    /** Id of the contribution: `prometheus`. */
    readonly type: string
  }
  /** Runs the task with the open datasource; called only when the answer is not known yet. */
  readonly withClient: <T>(task: (client: DatasourceClient<unknown>) => Promise<T>) => Promise<T>
  readonly query: unknown
  readonly refId: string
  readonly range: TimeRange
  readonly intervalMs: number
  readonly timeZone: string
  readonly variables: VariableScope
  /** Conditions to add to the query; none when omitted. */
  readonly filters?: readonly AdhocFilter[]
  /** `data` when omitted. */
  readonly purpose?: Purpose
  /** {@link budgetFor} its purpose when omitted. */
  readonly budget?: Budget
  /** Takes no answer from the cache: for rules, and for a person who asks again. */
  readonly fresh?: boolean
  readonly signal: AbortSignal
}

export type QueryOutcome = 'ok' | 'cached' | 'failed' | 'cancelled'

/** How one call of `run` went. */
export interface QueryReport {
  readonly datasource: { readonly id: string; readonly type: string }
  readonly outcome: QueryOutcome
  /** Of a failure: its code. */
  readonly code?: string
  readonly milliseconds: number
}

export interface PipelineOptions {
  /** They declare {@link queryHooks}. */
  readonly hooks?: Pick<HookHost, 'run'>
  /** Nothing is kept when omitted; equal queries at the same time still share one run. */
  readonly cache?: ByteCache<readonly Frame[]>
  /** Limits of each datasource. */
  readonly limits?: LimitOptions
  /** Of queries that are followed. */
  readonly live?: LiveStreamsOptions
  /** Called after each query. */
  readonly onQuery?: (report: QueryReport) => void
  /** Spans of queries hold their text, which may be confidential. No when omitted. */
  readonly tracesText?: boolean
}

/** The frames of one query, and how it came by them; what is encoded is not known yet. */
export interface QueryAnswer {
  readonly frames: readonly Frame[]
  readonly stats: Omit<QueryStats, 'bytes'>
}

/** Runs queries: hooks, cache, one run for equal queries, limits, the datasource, budget. */
export interface Pipeline {
  /**
   * The frames of one query, each with its `refId`. Throws coded errors: what the datasource throws, QUERY_FAILED for
   * what it throws without a code, QUERY_TIMEOUT, QUERY_SUSPENDED, and QUERY_CANCELLED when the signal is aborted.
   */
  readonly run: (request: PipelineRequest) => Promise<QueryAnswer>
  /**
   * Follows one query whose range ends now. Undefined when it cannot be: then {@link run} answers it. It holds no place
   * among the queries of its datasource once its first frame is there. Throws as `run` does; so do the messages.
   */
  readonly follow: (request: PipelineRequest, position?: LivePosition) => Promise<FollowedAnswer | undefined>
  /** Ends what follows this datasource, or all; whoever follows sees the end and may ask again. */
  readonly endLive: (datasource?: { readonly namespace: string; readonly id: string }) => void
  /** Queries that run now; those that are followed do not count. */
  readonly running: () => number
  /** Streams that are followed now, each once. */
  readonly streaming: () => number
}

/** Answers stay for an interval, in which a newer one would hardly differ, within these bounds. */
const MIN_TTL = 1000
const MAX_TTL = 60_000

export function createPipeline({
  hooks,
  cache,
  limits,
  live,
  onQuery,
  tracesText = false,
}: PipelineOptions = {}): Pipeline {
  const flights = createSingleFlight<readonly Frame[]>()
  const streams = createLiveStreams(live)
  const limiters = new Map<string, { readonly revision: string; readonly limiter: Limiter }>()
  const { observe, running } = createObserve(onQuery)

  // An edited datasource starts anew: its old failures may be just what was corrected.
  const limiterOf = ({ namespace, datasource: { id, revision } }: PipelineRequest) => {
    const key = groupOf({ namespace, id })
    const known = limiters.get(key)
    if (known?.revision === revision) return known.limiter
    const limiter = createLimiter(id, limits)
    limiters.set(key, { revision, limiter })
    return limiter
  }

  /** Asks the datasource; what it answers is what all that wait for it get. */
  const ask = async (
    request: PipelineRequest,
    event: QueryRequestEvent,
    variables: VariableScope,
    signal: AbortSignal,
    steps: Steps,
  ): Promise<readonly Frame[]> => {
    const { query, range, intervalMs, timeZone, purpose, filters } = event
    const { budget = budgetFor(purpose), refId } = request
    const asked = { query, refId, range, intervalMs, timeZone, purpose, budget, variables, filters }
    const attributes = { ...attributesOf(request), ...(tracesText && { 'db.query.text': JSON.stringify(query) }) }
    const queued = steps.begin('queue')
    const askClient = async (limited: AbortSignal) => {
      queued.end()
      const connecting = steps.begin('connect')
      return request.withClient((client) => {
        connecting.end()
        return steps.run(
          'datasource',
          async (span) => {
            const frames = await collect(await client.query({ ...asked, signal: limited }), budget, limited)
            describeFrames(span, frames)
            return frames
          },
          { kind: SpanKind.CLIENT, attributes },
        )
      })
    }
    const found = await limiterOf(request)
      .run(askClient, signal)
      .catch((error: unknown) => {
        // A datasource that does not heed its signal is not waited for.
        steps.abandon(toCoded(error, request))
        throw error
      })
    const faults: HookFault[] = []
    const asFound = { request: event, frames: found }
    const changed = () =>
      steps.run('resultHooks', () => hooks!.run('queryResult', asFound, (fault) => faults.push(fault)))
    const { frames } = hooks ? await changed() : asFound
    const named = withinBudget(frames, budget).map((frame) => withMeta(frame, { refId }))
    return withFaults(named, faults)
  }

  const answer = async (
    request: PipelineRequest,
    steps: Steps,
  ): Promise<readonly [QueryStats['source'], readonly Frame[]]> => {
    const asked = toEvent(request)
    const faults: HookFault[] = []
    const changed = () =>
      steps.run('requestHooks', () => hooks!.run('queryRequest', asked, (fault) => faults.push(fault)))
    const event = hooks ? await changed() : asked
    const variables = usedValues(request.variables, event)
    const key = queryKey(request, event, variables)

    const known = request.fresh ? undefined : cache?.get(key)
    if (known) return ['cache', withFaults(known, faults)]
    let isFirst = false
    const askAndKeep = async (signal: AbortSignal) => {
      isFirst = true
      const frames = await ask(request, event, variables, signal, steps)
      const bytes = frames.reduce((sum, frame) => sum + frameBytes(frame), 0)
      cache?.set(key, frames, bytes, Math.min(MAX_TTL, Math.max(MIN_TTL, event.intervalMs)))
      return frames
    }
    // A fresh answer must not be one that was asked for earlier, so it shares a run only with other fresh ones.
    const joined = flights.join(request.fresh ? `fresh ${key}` : key, request.signal, askAndKeep)
    if (isFirst) return ['datasource', withFaults(await joined, faults)]
    return ['shared', withFaults(await steps.run('shared', () => joined), faults)]
  }

  const follow = createFollow({ streams, limiterOf, ...(hooks && { hooks }) })
  return {
    run: (request) =>
      observe(request, async (steps, span) => {
        const [source, frames] = await answer(request, steps)
        const counts = describeFrames(span, frames)
        span.setAttribute('orrery.query.source', source)
        const stats = { refId: request.refId, source, ms: steps.now(), ...counts, steps: steps.ended() }
        return [source === 'cache' ? 'cached' : 'ok', { frames, stats }]
      }),
    follow: (request, position) => follow(request, position, (task) => observe(request, task)),
    endLive: (datasource) => streams.end(datasource && groupOf(datasource)),
    running,
    streaming: streams.count,
  }
}

/** Says on a span what the frames hold. */
function describeFrames(span: Span, frames: readonly Frame[]) {
  const counts = countFrames(frames)
  span.setAttributes({
    'orrery.query.series': counts.series,
    'orrery.query.points': counts.points,
    'orrery.query.rows': counts.rows,
  })
  return counts
}

/** All frames of an answer, until the budget is used up or nobody waits any more: an iterable is then told to stop. */
async function collect(answer: AsyncIterable<Frame> | readonly Frame[], budget: Budget, signal: AbortSignal) {
  const gate = createBudgetGate(budget)
  const frames: Frame[] = []
  for await (const frame of answer) {
    signal.throwIfAborted()
    frames.push(gate.admit(frame))
    if (gate.isFull()) break
  }
  return frames
}
