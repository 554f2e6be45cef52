import { SpanKind } from '@opentelemetry/api'
import type { Frame } from '@orrery/frames'
import type { HookFault, HookHost } from '@orrery/kernel'
import { isCodedError } from '@orrery/schema'

import { defaultBudget } from './budget.ts'
import type { Limiter } from './limits.ts'
import { isLiveRows, type LivePosition, type LiveUpdate } from './live.ts'
import type { LiveAnswer, LiveSource, LiveStreams, OpenStream } from './live-streams.ts'
import { LiveWindow, type LiveWindowOptions } from './live-window.ts'
import { attributesOf } from './observe.ts'
import type { PipelineRequest, QueryOutcome } from './pipeline.ts'
import { toEvent, withFaults, type QueryRequestEvent } from './query-hooks.ts'
import { queryKey, usedValues } from './query-key.ts'
import { toHundredths, type QueryStats, type QueryStep } from './query-stats.ts'
import { unlessAborted } from './single-flight.ts'
import type { Steps } from './steps.ts'
import { toCoded } from './to-coded.ts'

export interface FollowContext {
  readonly streams: LiveStreams
  readonly limiterOf: (request: PipelineRequest) => Limiter
  readonly hooks?: Pick<HookHost, 'run'>
}

/** How a query that is followed came by its stream. */
export interface FollowedAnswer extends LiveAnswer {
  readonly opening: Pick<QueryStats, 'source' | 'ms' | 'steps'>
}

/** Runs what opens a stream, as any query is run. */
type Observe = (
  task: (steps: Steps) => Promise<readonly [QueryOutcome | undefined, LiveSource | undefined]>,
) => Promise<LiveSource | undefined>

/** All streams of a datasource; also what its limits are known by. */
export const groupOf = ({ namespace, id }: { readonly namespace: string; readonly id: string }) =>
  JSON.stringify([namespace, id])

/** Something that a stream gives and a window cannot hold: the query is answered as any other. */
class NotLive extends Error {}

export function createFollow({ streams, limiterOf, hooks }: FollowContext) {
  const changed = async (event: QueryRequestEvent, found: Frame): Promise<Frame> => {
    const faults: HookFault[] = []
    const asFound = { request: event, frames: [found] }
    const { frames } = (await hooks?.run('queryResult', asFound, (fault) => faults.push(fault))) ?? asFound
    const [frame] = withFaults(frames, faults)
    // Rows are appended as the datasource gives them; a tap that changes numbers would not see them.
    if (!frame || frames.length > 1 || frame.fields !== found.fields) throw new NotLive()
    return frame
  }

  /** Opens the stream and waits for its first frame, for which alone it holds a place of its datasource. */
  const openWith =
    (request: PipelineRequest, event: QueryRequestEvent, window: LiveWindowOptions, steps: Steps): OpenStream =>
    (signal) => {
      const { query, range, intervalMs, timeZone, purpose, refId, filters } = event
      const { budget } = window
      const variables = usedValues(request.variables, event)
      const asked = { query, refId, range, intervalMs, timeZone, purpose, budget, variables, filters, signal }
      const attributes = attributesOf(request)
      return new Promise((resolve, reject) => {
        const connecting = steps.begin('connect')
        const whileOpen = request.withClient(async (client) => {
          connecting.end()
          const iterator = client.stream?.(asked)?.[Symbol.asyncIterator]()
          if (!iterator) return resolve(undefined)
          try {
            const queued = steps.begin('queue')
            const ask = () => {
              queued.end()
              return steps.run('datasource', () => iterator.next(), { kind: SpanKind.CLIENT, attributes })
            }
            const first = await limiterOf(request).run(ask, signal)
            const frame = await firstFrame(first, event, window)
            await new Promise<void>((close) => resolve({ updates: rest(frame, iterator, event, signal), close }))
          } finally {
            // A source that does not heed its signal is left behind.
            void Promise.resolve(iterator.return?.()).catch(() => {})
          }
        })
        whileOpen.catch((error: unknown) => {
          steps.abandon(toCoded(error, request))
          return error instanceof NotLive ? resolve(undefined) : reject(error)
        })
      })
    }

  const firstFrame = async (first: IteratorResult<LiveUpdate>, event: QueryRequestEvent, window: LiveWindowOptions) => {
    if (first.done || isLiveRows(first.value)) throw new NotLive()
    const frame = await changed(event, first.value)
    try {
      new LiveWindow(window).take(frame)
    } catch (error) {
      throw isCodedError(error) && error.code === 'QUERY_LIVE_LARGE' ? new NotLive() : error
    }
    return frame
  }

  async function* rest(
    first: Frame,
    iterator: AsyncIterator<LiveUpdate>,
    event: QueryRequestEvent,
    signal: AbortSignal,
  ): AsyncGenerator<LiveUpdate, void> {
    yield first
    for (;;) {
      const next = await unlessAborted(iterator.next(), signal)
      if (next.done) return
      try {
        yield isLiveRows(next.value) ? next.value : await changed(event, next.value)
      } catch (error) {
        if (error instanceof NotLive) return
        throw error
      }
    }
  }

  return async (
    request: PipelineRequest,
    position: LivePosition | undefined,
    observe: Observe,
  ): Promise<FollowedAnswer | undefined> => {
    const {
      namespace,
      datasource: { id },
      refId,
    } = request
    const asked = toEvent(request)
    const event = (await hooks?.run('queryRequest', asked, () => {})) ?? asked
    const { budget = defaultBudget, signal } = request
    const span = event.range.to - event.range.from
    // It goes on from now, so equal lengths of time are equal ranges.
    const lasting = { ...event, range: { from: 0, to: span } }
    const moments = Math.min(budget.maxPoints, Math.max(2, Math.ceil(span / event.intervalMs) + 1))
    const window = { refId, moments, budget }
    const began = performance.now()
    let opened: QueryStep[] | undefined
    const coded = (error: unknown) => toCoded(error, request)
    try {
      const answer = await streams.follow({
        ...window,
        key: queryKey(request, lasting, usedValues(request.variables, lasting)),
        group: groupOf({ namespace, id }),
        open: (lasts) =>
          observe(async (steps) => {
            const source = await openWith(request, event, window, steps)(lasts)
            opened = steps.ended()
            return [source && 'ok', source]
          }),
        position,
        signal,
      })
      const opening = {
        source: opened ? ('datasource' as const) : ('shared' as const),
        ms: toHundredths(performance.now() - began),
        steps: opened ?? [],
      }
      return answer && { ...answer, opening, messages: withCodes(answer.messages, coded) }
    } catch (error) {
      throw coded(error)
    }
  }
}

async function* withCodes<T>(messages: AsyncIterable<T>, coded: (error: unknown) => Error): AsyncGenerator<T, void> {
  try {
    yield* messages
  } catch (error) {
    throw coded(error)
  }
}
