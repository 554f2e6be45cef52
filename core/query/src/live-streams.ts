import type { LivePosition, LiveUpdate } from './live.ts'
import { LiveWindow, type LiveMessage, type LiveWindowOptions } from './live-window.ts'
import { unlessAborted } from './single-flight.ts'

/** A query that is followed. */
export interface LiveAnswer {
  /** Tells this run of the stream from others. */
  readonly stream: string
  /** Nothing is new after the position: the first message may take its time. */
  readonly isCurrent: boolean
  /**
   * What is new after the position, then what comes. Whoever reads slowly gets fewer and larger messages, or everything
   * anew; ends when the stream does, and throws what it fails with.
   */
  readonly messages: AsyncIterable<LiveMessage>
}

/** Opens a stream of updates whose first is there, and gives undefined when there is none. Ended by its signal. */
export type OpenStream = (signal: AbortSignal) => Promise<LiveSource | undefined>

export interface LiveSource {
  readonly updates: AsyncIterable<LiveUpdate>
  /** Called when nothing more is read. */
  readonly close: () => void
}

export interface FollowOptions extends LiveWindowOptions {
  /** Equal keys share one stream. */
  readonly key: string
  /** Streams that end together, and of which only so many are open: those of one datasource. */
  readonly group: string
  readonly open: OpenStream
  readonly position: LivePosition | undefined
  readonly signal: AbortSignal
}

export interface LiveStreams {
  /** Undefined when there is no stream, or when the group has as many as it may. */
  readonly follow: (options: FollowOptions) => Promise<LiveAnswer | undefined>
  /** Ends the streams of a group, or all; whoever follows them sees their end. */
  readonly end: (group?: string) => void
  /** Streams that are open now. */
  readonly count: () => number
}

export interface LiveStreamsOptions {
  /** Streams of one group; 100 when omitted. */
  readonly mostInGroup?: number
  /** How long a stream goes on that nobody follows, so that who was cut off finds it again; 10 seconds when omitted. */
  readonly lingerMs?: number
  /** The least time between two messages to one who follows; 40 ms when omitted. */
  readonly paceMs?: number
}

interface Stream {
  readonly id: string
  readonly group: string
  readonly window: LiveWindow
  readonly abort: AbortController
  readonly opened: Promise<boolean>
  readonly waiting: Set<() => void>
  followers: number
  linger?: ReturnType<typeof setTimeout>
  over?: { readonly error?: unknown }
}

export function createLiveStreams({
  mostInGroup = 100,
  lingerMs = 10_000,
  paceMs = 40,
}: LiveStreamsOptions = {}): LiveStreams {
  const streams = new Map<string, Stream>()

  const wake = ({ waiting }: Stream) => {
    for (const call of waiting) call()
    waiting.clear()
  }
  const finish = (key: string, stream: Stream, over: { error?: unknown }) => {
    clearTimeout(stream.linger)
    stream.over ??= over
    if (streams.get(key) === stream) streams.delete(key)
    stream.abort.abort()
    wake(stream)
  }

  /** Reads the stream into its window until it ends. */
  const pump = async (key: string, stream: Stream, { updates, close }: LiveSource) => {
    const { signal } = stream.abort
    const iterator = updates[Symbol.asyncIterator]()
    try {
      for (;;) {
        const next = await unlessAborted(iterator.next(), signal)
        if (next.done) break
        stream.window.take(next.value)
        wake(stream)
      }
      finish(key, stream, {})
    } catch (error) {
      finish(key, stream, signal.aborted ? {} : { error })
    } finally {
      // A source that does not heed its signal is left behind.
      void Promise.resolve(iterator.return?.()).catch(() => {})
      close()
    }
  }

  const begin = ({ key, group, open, ...window }: FollowOptions): Stream => {
    const abort = new AbortController()
    const start = async () => {
      try {
        const source = await open(abort.signal)
        if (source) void pump(key, stream, source)
        else finish(key, stream, {})
        return source !== undefined
      } catch (error) {
        finish(key, stream, { error })
        throw error
      }
    }
    const stream: Stream = {
      id: crypto.randomUUID(),
      group,
      window: new LiveWindow(window),
      abort,
      // Later, because it needs the stream.
      opened: Promise.resolve().then(start),
      waiting: new Set(),
      followers: 0,
    }
    streams.set(key, stream)
    return stream
  }

  const inGroup = (group: string) => [...streams.values()].filter((stream) => stream.group === group).length

  /** Counts a follower; returns what takes it off again, once. */
  const enter = (key: string, stream: Stream) => {
    let isIn = true
    clearTimeout(stream.linger)
    stream.followers++
    return () => {
      if (!isIn) return
      isIn = false
      if (--stream.followers > 0 || stream.over) return
      stream.linger = setTimeout(() => finish(key, stream, {}), lingerMs)
    }
  }

  const answerOf = (stream: Stream, leave: () => void, { position, signal }: FollowOptions): LiveAnswer => {
    const known = position?.stream === stream.id ? position.sequence : undefined
    const isCurrent = known !== undefined && stream.window.isCurrent(known)
    return { stream: stream.id, isCurrent, messages: messagesAfter(known, stream, leave, signal) }
  }

  async function* messagesAfter(known: number | undefined, stream: Stream, leave: () => void, signal: AbortSignal) {
    try {
      for (;;) {
        signal.throwIfAborted()
        const message = stream.window.since(known)
        if (message) {
          known = message.type === 'replace' ? message.sequence : message.sequence + message.moments - 1
          const next = performance.now() + paceMs
          yield message
          await pause(next - performance.now(), signal)
        } else if (stream.over) {
          if ('error' in stream.over) throw stream.over.error
          return
        } else await unlessAborted(new Promise<void>((resolve) => stream.waiting.add(resolve)), signal)
      }
    } finally {
      leave()
    }
  }

  return {
    follow: async (options) => {
      const { key, group, signal } = options
      signal.throwIfAborted()
      const known = streams.get(key)
      if (!known && inGroup(group) >= mostInGroup) return undefined
      const stream = known ?? begin(options)
      const leave = enter(key, stream)
      // Also of one who never reads the messages.
      signal.addEventListener('abort', leave, { once: true })
      try {
        if (await unlessAborted(stream.opened, signal)) return answerOf(stream, leave, options)
        leave()
        return undefined
      } catch (error) {
        leave()
        throw error
      }
    },
    end: (group) => {
      for (const [key, stream] of streams) if (group === undefined || stream.group === group) finish(key, stream, {})
    },
    count: () => streams.size,
  }
}

/** Waits, or throws the signal's reason as soon as it is aborted. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0) return
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    await unlessAborted(new Promise<void>((resolve) => (timer = setTimeout(resolve, ms))), signal)
  } finally {
    clearTimeout(timer)
  }
}
