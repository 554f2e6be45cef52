import { afterEach, beforeEach, expect, it } from 'vitest'
import { create, dashboard, startTestServer, type Person, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let admin: Person
beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
})
afterEach(() => server.close())

const HOME = '/api/v1/ns/default/dashboards/home'
const titled = (title: string) => ({ ...dashboard('home', []), metadata: { title } })
const put = (title: string, etag: string) =>
  admin.send(HOME, { method: 'PUT', body: titled(title), headers: { 'if-match': etag } })
const again = (path: string, etag: string | null) => admin.send(path, { headers: { 'if-none-match': `"a", ${etag}` } })

it.each([
  '/api/v1/session',
  '/api/v1/plugins',
  '/api/v1/tokens',
  '/api/v1/ns/default/dashboards',
  HOME,
  `${HOME}/history`,
])('sends %s once, until it changes', async (path) => {
  await create(admin, titled('One'))
  const first = await admin.send(path)
  expect(first).toMatchObject({ status: 200 })
  const etag = first.headers.get('etag')
  const second = await again(path, etag)
  expect(second).toMatchObject({ status: 304, body: '' })
  expect(second.headers.get('etag')).toBe(etag)
})

it('tells apart a resource that has its old text again', async () => {
  const tags: string[] = []
  tags.push((await create(admin, titled('One'))).headers.get('etag')!)
  tags.push((await put('Two', tags[0]!)).headers.get('etag')!)
  tags.push((await put('One', tags[1]!)).headers.get('etag')!)
  expect(await again(HOME, tags[0]!)).toMatchObject({ status: 200, body: { change: 3 } })
  expect(await again(HOME, tags[2]!)).toMatchObject({ status: 304 })
  expect(tags[2]!.split('.')[0]).toBe(tags[0]!.split('.')[0])
})

it('takes an ETag or a revision as what a write replaces', async () => {
  const made = await create(admin, titled('One'))
  const { revision } = made.body as { revision: string }
  const second = await put('Two', `W/${made.headers.get('etag')}`)
  expect(second).toMatchObject({ status: 200 })
  expect(await put('Three', `"${revision}"`)).toMatchObject({ status: 412 })
  expect(await put('Three', (second.body as { revision: string }).revision)).toMatchObject({ status: 200 })
})
