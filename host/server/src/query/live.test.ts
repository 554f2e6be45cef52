import { once } from 'node:events'
import { number, SeriesBuilder } from '@orrery/frames'
import { LiveReader, type LiveUpdate, type WireMessage } from '@orrery/query'
import { CodedError } from '@orrery/schema'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { create, dashboard, datasource, startTestServer, type Person, type TestServer } from '../testing/test-server.ts'
import { wireMessages } from '../testing/wire-messages.ts'

let server: TestServer
let admin: Person
let viewer: Person
let revision: string
let feed: ReturnType<typeof createFeed>

/** A source that the test feeds. */
function createFeed() {
  const waiting: LiveUpdate[] = []
  const changed = new EventTarget()
  let error: Error | undefined
  const wake = () => changed.dispatchEvent(new Event('change'))
  return {
    opened: 0,
    push: (...updates: LiveUpdate[]) => (waiting.push(...updates), wake()),
    fail: (reason: Error) => ((error = reason), wake()),
    async *stream(this: void, { signal }: { signal: AbortSignal }): AsyncGenerator<LiveUpdate, void> {
      feed.opened++
      yield new SeriesBuilder({ fields: { value: number() } }).add({ i: '0' }, [0], [0]).build()
      while (!signal.aborted) {
        while (waiting.length) yield waiting.shift()!
        if (error) throw error
        await once(changed, 'change', { signal })
      }
    },
  }
}

beforeEach(async () => {
  server = await startTestServer({ liveCheckMs: 50 })
  admin = await server.setUp()
  viewer = await server.join(admin, 'vi', 'viewer')
  await create(admin, datasource('d'))
  const saved = await create(admin, dashboard('home', [{ expr: 'up' }]))
  ;({ revision } = saved.body as { revision: string })
  feed = createFeed()
  server.fake.stream = feed.stream
})
afterEach(() => server.close())

const range = { from: 0, to: 60_000 }
const panel = (extra: object = {}) => ({ type: 'panel', id: '1', panel: 'p', width: 600, ...extra })
interface FollowOptions {
  signal?: AbortSignal
  dashboard?: string
}
async function follow(person: Person, item = panel(), { dashboard: id = 'home', ...init }: FollowOptions = {}) {
  const body = { dashboard: { id, revision }, range, timeZone: 'UTC', live: true, items: [item] }
  const response = await person.fetch('/api/v1/ns/default/query', { method: 'POST', body, ...init })
  const messages = wireMessages(response)
  /** The next that is no word that somebody is still there. */
  const next = async (): Promise<WireMessage | undefined> => {
    for (;;) {
      const { value, done } = await messages.next()
      if (done) return undefined
      if (!value.header.current) return value
    }
  }
  const rest = async () => {
    const headers = []
    for (let message = await next(); message; message = await next()) headers.push(message.header)
    return headers
  }
  return { status: response.status, messages, next, rest }
}
const value = (k: number): LiveUpdate => ({ time: k, values: [k] })
const streams = async () =>
  Number(/^orrery_live_streams (\d+)$/m.exec((await server.nobody.send('/metrics')).body as string)?.[1])

it('gives what is known, says so, and goes on with what comes', async () => {
  const { messages } = await follow(viewer)
  const [replaced, current] = [(await messages.next()).value!, (await messages.next()).value!]
  expect(replaced.header).toEqual({
    id: '1',
    refId: 'A',
    live: { type: 'replace', stream: expect.any(String), sequence: 1, window: 601 },
  })
  const stats = [expect.objectContaining({ refId: 'A', source: 'datasource', series: 1, points: 1 })]
  expect(current).toEqual({ header: { id: '1', stats, current: true } })
  feed.push(value(1), value(2))
  const reader = new LiveReader()
  reader.take(replaced.header.live!, replaced.frame!)
  while (reader.last !== 2) {
    const { header, frame } = (await messages.next()).value!
    if (header.live) expect(reader.take(header.live, frame!)).toBe(true)
  }
  expect(await streams()).toBe(1)
})

it('goes on from where somebody was', async () => {
  const leaving = new AbortController()
  const first = await follow(viewer, panel(), { signal: leaving.signal })
  const { live } = (await first.next())!.header
  leaving.abort()
  await expect(first.rest()).rejects.toThrow('aborted')
  const stream = live?.type === 'replace' ? live.stream : ''
  const again = await follow(viewer, panel({ since: { A: { stream, sequence: 1 } } }))
  expect((await again.messages.next()).value!.header).toEqual({ id: '1', current: true })
  feed.push(value(5))
  expect((await again.next())!.header.live).toEqual({ type: 'append', sequence: 2 })
  expect(feed.opened).toBe(1)
})

it('answers a dashboard once whose now is delayed', async () => {
  const time = { from: 'now-1h', to: 'now', nowDelay: '1m' }
  const saved = await create(admin, dashboard('late', [{ expr: 'up' }], { time }))
  ;({ revision } = saved.body as { revision: string })
  const { rest } = await follow(viewer, panel(), { dashboard: 'late' })
  expect((await rest()).some(({ live }) => live)).toBe(false)
  expect(feed.opened).toBe(0)
})

it('answers once what cannot be followed', async () => {
  server.fake.stream = () => undefined
  const { rest } = await follow(viewer)
  expect(await rest()).toEqual([
    { id: '1', refId: 'A', part: 0 },
    { id: '1', stats: [expect.objectContaining({ refId: 'A', rows: 1 })], end: true },
  ])
})

it('says why a source fails, and ends', async () => {
  const { next, rest } = await follow(viewer)
  await next()
  feed.fail(new CodedError('FakeError', 'FAKE_GONE', 502, 'It is gone.', {}))
  expect(await rest()).toMatchObject([
    { id: '1', refId: 'A', problem: { code: 'FAKE_GONE', plugin: '@test/datasource-fake' } },
    { id: '1', end: true },
  ])
})

it('ends when the session does, and when the dashboard is gone', async () => {
  const signedOut = await follow(viewer)
  await signedOut.next()
  const other = await follow(admin)
  await other.next()
  await viewer.send('/api/v1/session', { method: 'DELETE' })
  expect(await signedOut.rest()).toEqual([{ id: '1', end: true }])
  feed.push(value(1))
  expect((await other.next())?.header.live).toEqual({ type: 'append', sequence: 2 })
  await admin.send('/api/v1/ns/default/dashboards/home', { method: 'DELETE', headers: { 'if-match': '*' } })
  expect(await other.rest()).toEqual([{ id: '1', end: true }])
})

it('ends when the datasource changes: whoever asks again gets the new one', async () => {
  const { next, rest } = await follow(viewer)
  await next()
  const changed = datasource('d', { url: 'http://other' })
  await admin.send('/api/v1/ns/default/datasources/d', {
    method: 'PUT',
    body: changed,
    headers: { 'if-match': '*' },
  })
  expect(await rest()).toEqual([{ id: '1', end: true }])
  await (await follow(viewer)).next()
  expect(server.fake.opened.map(({ url }) => url)).toEqual(['http://backend', 'http://other'])
})

it('ends at once, and in order, when the host stops', async () => {
  const { next, rest } = await follow(viewer)
  await next()
  const closed = server.close()
  expect(await rest()).toEqual([{ id: '1', end: true }])
  await closed
  server = await startTestServer()
})

it('sends little to somebody who does not read, and nothing is missing when they do', async () => {
  const { next, messages } = await follow(viewer)
  const first = (await next())!
  const reader = new LiveReader()
  reader.take(first.header.live!, first.frame!)
  const many = 20_000
  for (let k = 1; k <= many; k++) feed.push(value(k))
  let count = 0
  while (reader.last !== many) {
    const { header, frame } = (await messages.next()).value!
    if (!header.live) continue
    count++
    if (!reader.take(header.live, frame!)) throw new Error('something is missing')
  }
  expect(count).toBeLessThan(100)
  const view = reader.view()
  expect(view?.kind === 'series' && view.at(0).values.length).toBe(601)
})

it('refuses who may not', async () => {
  expect((await follow(server.nobody)).status).toBe(401)
})
