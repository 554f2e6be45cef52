import { number, SeriesBuilder, withNotice, type Frame } from '@orrery/frames'
import { createHooks } from '@orrery/kernel'
import { CodedError } from '@orrery/schema'
import { afterEach, describe, expect, it } from 'vitest'

import type { QueryRequest } from './datasource.ts'
import type { LiveMessage } from './live-window.ts'
import type { LivePosition, LiveUpdate } from './live.ts'
import { createPipeline, type PipelineOptions, type PipelineRequest } from './pipeline.ts'
import { queryHooks } from './query-hooks.ts'

const frameOf = (...values: number[]): Frame =>
  new SeriesBuilder({ fields: { value: number() } })
    .add(
      { i: '0' },
      values.map((_, k) => k),
      values,
    )
    .build()

/** A source that the test feeds. */
function createFeed() {
  const waiting: LiveUpdate[] = []
  let wake = () => {}
  let state: 'open' | 'ended' | Error = 'open'
  const feed = {
    asked: [] as QueryRequest<unknown>[],
    open: 0,
    push: (...updates: LiveUpdate[]) => (waiting.push(...updates), wake()),
    end: (how: 'ended' | Error = 'ended') => ((state = how), wake()),
    async *stream(request: QueryRequest<unknown>): AsyncGenerator<LiveUpdate, void> {
      feed.asked.push(request)
      feed.open++
      try {
        for (;;) {
          while (waiting.length) yield waiting.shift()!
          if (state instanceof Error) throw state
          if (state === 'ended' || request.signal.aborted) return
          request.signal.addEventListener('abort', () => wake())
          await new Promise<void>((resolve) => (wake = resolve))
        }
      } finally {
        feed.open--
      }
    },
  }
  return feed
}

const leavers: AbortController[] = []
afterEach(() => {
  for (const leaver of leavers.splice(0)) leaver.abort()
})

function setup(options: PipelineOptions = {}, follows = true) {
  const feed = createFeed()
  const clients = { held: 0 }
  const pipeline = createPipeline({ live: { paceMs: 0, lingerMs: 30 }, ...options })
  const leaving = new AbortController()
  leavers.push(leaving)
  const request = (patch: Partial<PipelineRequest> = {}): PipelineRequest => ({
    namespace: 'main',
    datasource: { id: 'd', revision: 'r1', type: 'fake' },
    withClient: async (task) => {
      clients.held++
      try {
        return await task({ query: async () => [], stream: (asked) => (follows ? feed.stream(asked) : undefined) })
      } finally {
        clients.held--
      }
    },
    query: { expr: 'up' },
    refId: 'A',
    range: { from: 0, to: 60_000 },
    intervalMs: 1000,
    timeZone: 'UTC',
    variables: {},
    signal: leaving.signal,
    ...patch,
  })
  const follow = async (patch: Partial<PipelineRequest> = {}, position?: LivePosition) => {
    const answer = (await pipeline.follow(request(patch), position))!
    const messages = answer.messages[Symbol.asyncIterator]()
    return { ...answer, next: async () => (await messages.next()).value as LiveMessage | undefined }
  }
  return { pipeline, feed, follow, request, clients, leaving }
}
const told = (message: LiveMessage | undefined) =>
  message && [message.type, message.sequence, message.type === 'append' ? message.moments : message.frame.length]
const until = async (isTrue: () => boolean) => {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 1))
}

describe('a query that is followed', () => {
  it('is asked for the range and interval, and gives what comes', async () => {
    const { feed, follow } = setup()
    feed.push(frameOf(1, 2))
    const { next, isCurrent } = await follow()
    expect(feed.asked).toMatchObject([{ query: { expr: 'up' }, range: { from: 0, to: 60_000 }, intervalMs: 1000 }])
    const first = await next()
    expect([isCurrent, told(first), first?.frame.meta.refId]).toEqual([false, ['replace', 1, 1], 'A'])
    expect(first).toMatchObject({ window: 61 })
    feed.push({ time: 10, values: [3] })
    expect(told(await next())).toEqual(['append', 2, 1])
  })

  it('is given in fewer and larger messages to whoever reads slowly, and anew when that is less', async () => {
    const { feed, follow } = setup()
    feed.push(frameOf(1))
    const { next } = await follow()
    await next()
    for (let k = 0; k < 20; k++) feed.push({ time: 10 + k, values: [k] })
    await next()
    await new Promise((resolve) => setImmediate(resolve))
    expect(told(await next())?.[0]).toBe('append')
    for (let k = 0; k < 60; k++) feed.push({ time: 100 + k, values: [k] })
    const other = await follow()
    await until(() => feed.asked.length === 1)
    expect(told(await other.next())?.[0]).toBe('replace')
  })

  it('is opened once for all that follow the same length of time, and closed when the last has left for a while', async () => {
    const { feed, follow, pipeline, clients } = setup()
    feed.push(frameOf(1))
    const [first, second] = [new AbortController(), new AbortController()]
    const a = await follow({ signal: first.signal })
    const b = await follow({ signal: second.signal, range: { from: 5, to: 60_005 } })
    expect([a.stream === b.stream, pipeline.streaming(), clients.held]).toEqual([true, 1, 1])
    await Promise.all([a.next(), b.next()])
    first.abort()
    await expect(a.next()).rejects.toMatchObject({ code: 'QUERY_CANCELLED' })
    feed.push({ time: 10, values: [3] })
    expect(told(await b.next())).toEqual(['append', 2, 1])
    second.abort()
    expect(pipeline.streaming()).toBe(1)
    await until(() => pipeline.streaming() === 0 && feed.open === 0 && clients.held === 0)
    expect(feed.asked[0]!.signal.aborted).toBe(true)
  })

  it('goes on for whoever comes back, from where they were', async () => {
    const { feed, follow } = setup()
    feed.push(frameOf(1))
    const leaving = new AbortController()
    const before = await follow({ signal: leaving.signal })
    await before.next()
    leaving.abort()
    const same = await follow({}, { stream: before.stream, sequence: 1 })
    expect(same.isCurrent).toBe(true)
    feed.push({ time: 10, values: [3] })
    expect(told(await same.next())).toEqual(['append', 2, 1])
    const stranger = await follow({}, { stream: 'other', sequence: 1 })
    expect([stranger.isCurrent, told(await stranger.next())]).toEqual([false, ['replace', 2, 1]])
  })

  it('ends with its source, and fails with it', async () => {
    const ended = setup()
    ended.feed.push(frameOf(1))
    const { next } = await ended.follow()
    await next()
    ended.feed.push({ time: 10, values: [3] })
    ended.feed.end()
    expect([told(await next()), await next(), ended.pipeline.streaming()]).toEqual([['append', 2, 1], undefined, 0])

    const failed = setup()
    failed.feed.push(frameOf(1))
    const other = await failed.follow()
    await other.next()
    failed.feed.end(new Error('password is wrong'))
    await expect(other.next()).rejects.toMatchObject({
      code: 'QUERY_FAILED',
      message: expect.not.stringMatching('pass'),
    })
  })

  it('fails when it sends what nothing can take', async () => {
    const { feed, follow } = setup()
    feed.push(frameOf(1))
    const { next } = await follow()
    await next()
    feed.push({ time: -1, values: [3] })
    await expect(next()).rejects.toMatchObject({ code: 'FRAME_TIMES' })
    expect(feed.open).toBe(0)
  })

  it('ends when its datasource has changed, and all do at the end', async () => {
    const { feed, follow, pipeline } = setup()
    feed.push(frameOf(1))
    const { next } = await follow()
    await next()
    pipeline.endLive({ namespace: 'main', id: 'other' })
    feed.push({ time: 10, values: [3] })
    expect(told(await next())).toEqual(['append', 2, 1])
    pipeline.endLive({ namespace: 'main', id: 'd' })
    expect([await next(), pipeline.streaming()]).toEqual([undefined, 0])
    await until(() => feed.open === 0)
  })

  it('fails as any query does before its first frame', async () => {
    const { feed, follow } = setup()
    feed.end(new CodedError('HttpError', 'HTTP_UNREACHABLE', 502, 'Nothing listens there.', {}))
    await expect(follow()).rejects.toMatchObject({ code: 'HTTP_UNREACHABLE' })
    // A source that does not heed its signal is left behind.
    const late = setup({ limits: { timeoutMs: 5 } })
    await expect(late.follow()).rejects.toMatchObject({ code: 'QUERY_TIMEOUT' })
    await until(() => late.clients.held === 0)
  })
})

describe('a query that cannot be followed', () => {
  it('is one whose source says so, or sends no frame first', async () => {
    const { pipeline, request } = setup({}, false)
    expect([await pipeline.follow(request()), pipeline.streaming()]).toEqual([undefined, 0])
    const rows = setup()
    rows.feed.push({ time: 1, values: [1] })
    expect(await rows.pipeline.follow(rows.request())).toBeUndefined()
  })

  it('is one too large, and one too many of its datasource', async () => {
    const large = setup()
    large.feed.push(frameOf(1))
    const budget = { maxPoints: 100, maxSeries: 10, maxRows: 10, maxBytes: 10 }
    expect(await large.pipeline.follow(large.request({ budget }))).toBeUndefined()

    const many = setup({ live: { mostInGroup: 1, paceMs: 0 } })
    many.feed.push(frameOf(1))
    await many.follow()
    expect(await many.pipeline.follow(many.request({ query: { expr: 'down' } }))).toBeUndefined()
    await many.follow()
  })

  it('is one whose numbers a plugin changes; notices it may add', async () => {
    const hooks = createHooks(queryHooks, { onFault: () => {} })
    const said = setup({ hooks })
    said.feed.push(frameOf(1))
    const stop = hooks.facadeFor('p').hooks.queryResult.tap(({ frames, ...event }) => ({
      ...event,
      frames: frames.map((frame) => withNotice(frame, { severity: 'info', text: 'Seen.' })),
    }))
    const first = await (await said.follow()).next()
    expect(first?.frame.meta.notices).toEqual([{ severity: 'info', text: 'Seen.' }])
    stop()
    hooks.facadeFor('p').hooks.queryResult.tap((event) => ({ ...event, frames: [frameOf(9)] }))
    const changed = setup({ hooks })
    changed.feed.push(frameOf(1))
    expect(await changed.pipeline.follow(changed.request())).toBeUndefined()
  })
})

it('holds no place among the queries of its datasource', async () => {
  const { feed, follow, pipeline, request } = setup({ limits: { concurrency: 1 } })
  feed.push(frameOf(1))
  await (await follow()).next()
  expect(pipeline.running()).toBe(0)
  expect((await pipeline.run(request())).frames).toEqual([])
})
