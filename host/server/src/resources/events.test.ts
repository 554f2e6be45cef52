import { afterEach, beforeEach, expect, it } from 'vitest'
import { create, datasource, dashboard, startTestServer, type Person, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let admin: Person
const readers: AbortController[] = []
beforeEach(async () => {
  server = await startTestServer({ liveCheckMs: 20, graceMs: 100 })
  admin = await server.setUp()
})
afterEach(async () => {
  for (const reader of readers.splice(0)) reader.abort()
  await server.close()
})

/** Follows the events; `text` is what has come so far, `ended` whether the stream is over. */
async function follow(person: Person, headers: Record<string, string> = {}) {
  const reader = new AbortController()
  readers.push(reader)
  const response = await person.fetch('/api/v1/ns/default/events', { headers, signal: reader.signal })
  const state = { status: response.status, type: response.headers.get('content-type'), text: '', ended: false }
  void (async () => {
    try {
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) state.text += chunk
    } catch {
      // The reader left.
    }
    state.ended = true
  })()
  return state
}
const idsIn = (text: string) => Array.from(text.matchAll(/^id: (\d+)$/gm), ([, id]) => Number(id))
const changesIn = (text: string) =>
  Array.from(
    text.matchAll(/^data: (.*)$/gm),
    ([, json]) => JSON.parse(json!) as { action: string; key: { id: string } },
  )

it('tells changes as they are made', async () => {
  const events = await follow(admin)
  expect(events).toMatchObject({ status: 200, type: 'text/event-stream' })
  await create(admin, dashboard('home', []))
  await admin.send('/api/v1/ns/default/dashboards/home', { method: 'DELETE' })
  await expect
    .poll(() => changesIn(events.text))
    .toMatchObject([
      { action: 'create', key: { kind: 'dashboard', id: 'home' }, author: 'user:ada' },
      { action: 'delete', key: { id: 'home' } },
    ])
})

it('tells those that a reader missed, each once, when it comes back', async () => {
  const first = await follow(admin)
  await create(admin, dashboard('one', []))
  await expect.poll(() => idsIn(first.text)).toHaveLength(1)
  await create(admin, dashboard('two', []))
  const again = await follow(admin, { 'last-event-id': String(idsIn(first.text)[0]) })
  await create(admin, dashboard('three', []))
  await expect.poll(() => changesIn(again.text).map(({ key }) => key.id)).toEqual(['two', 'three'])
})

it('tells all of many that were missed, in their order', async () => {
  const first = await follow(admin)
  await create(admin, dashboard('first', []))
  await expect.poll(() => idsIn(first.text)).toHaveLength(1)
  const many = Array.from({ length: 1500 }, (_, i) => dashboard(`d${i}`, []))
  await admin.send('/api/v1/ns/default/apply', { method: 'POST', body: { resources: many } })
  const again = await follow(admin, { 'last-event-id': String(idsIn(first.text)[0]) })
  await expect.poll(() => changesIn(again.text).length, { timeout: 10_000 }).toBe(1500)
  expect(changesIn(again.text).map(({ key }) => key.id)).toEqual(many.map(({ id }) => id))
  expect(again.ended).toBe(false)
})

it('tells only what its reader may read, and nobody who is not signed in', async () => {
  const viewer = await server.join(admin, 'vi', 'viewer')
  const events = await follow(viewer)
  await create(admin, datasource('d'))
  await create(admin, dashboard('home', []))
  await expect.poll(() => changesIn(events.text).map(({ key }) => key.id)).toEqual(['home'])
  expect((await follow(server.nobody)).status).toBe(401)
})

it('ends when its reader signs out, and when the host stops', async () => {
  const viewer = await server.join(admin, 'vi', 'viewer')
  const signedOut = await follow(viewer)
  const stopped = await follow(admin)
  await viewer.send('/api/v1/session', { method: 'DELETE' })
  await expect.poll(() => signedOut.ended).toBe(true)
  expect(stopped.ended).toBe(false)
  await server.close()
  await expect.poll(() => stopped.ended).toBe(true)
  server = await startTestServer()
})
