import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  create,
  CREATE,
  dashboard,
  datasource,
  startTestServer,
  type Person,
  type TestServer,
} from '../testing/test-server.ts'

let server: TestServer
let admin: Person
beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
})
afterEach(() => server.close())

const HOME = '/api/v1/ns/default/dashboards/home'
const D = '/api/v1/ns/default/datasources/d'
const ANY = { 'if-match': '*' }
interface Stored {
  readonly resource: { readonly metadata: { readonly title: string } }
  readonly revision: string
}
const titled = (title: string) => ({ ...dashboard('home', []), metadata: { title } })
const put = (title: string) => admin.send(HOME, { method: 'PUT', body: titled(title), headers: ANY })
const restore = (person: Person, path: string, revision: string, headers: Record<string, string> = ANY) =>
  person.send(`${path}/restore`, { method: 'POST', body: { revision }, headers })

it('tells who changed a resource when, and gives it as it was', async () => {
  const first = (await create(admin, titled('One'))).body as Stored
  const editor = await server.join(admin, 'ed', 'editor')
  await editor.send(HOME, { method: 'PUT', body: titled('Two'), headers: ANY })
  const history = await admin.send(`${HOME}/history`)
  expect(history).toMatchObject({
    status: 200,
    body: {
      items: [
        { action: 'update', author: 'user:ed' },
        { action: 'create', author: 'user:ada', revision: first.revision },
      ],
    },
  })
  const page = (await admin.send(`${HOME}/history?limit=1`)).body as { next: number }
  expect((await admin.send(`${HOME}/history?before=${page.next}`)).body).toMatchObject({
    items: [{ action: 'create' }],
  })
  const old = await admin.send(`${HOME}/history/${first.revision}`)
  expect(old).toMatchObject({ status: 200, body: { resource: titled('One'), revision: first.revision } })
  expect(await admin.send(`${HOME}/history/other`)).toMatchObject({
    status: 404,
    body: { code: 'RESOURCE_REVISION_NOT_FOUND' },
  })
  expect(await admin.send(`${HOME}/history?before=soon`)).toMatchObject({ status: 400 })
})

it('restores an old revision as a new change, also after a delete', async () => {
  const { revision } = (await create(admin, titled('One'))).body as Stored
  await put('Two')
  expect(await restore(admin, HOME, revision)).toMatchObject({ status: 200, body: { revision } })
  expect(((await admin.send(`${HOME}/history`)).body as { items: object[] }).items).toHaveLength(3)
  await admin.send(HOME, { method: 'DELETE' })
  expect(await restore(admin, HOME, revision)).toMatchObject({ status: 412 })
  expect(await restore(admin, HOME, revision, CREATE)).toMatchObject({ status: 201, body: { resource: titled('One') } })
})

it('restores only under a precondition, what there was, for whoever may write', async () => {
  const { revision } = (await create(admin, titled('One'))).body as Stored
  const viewer = await server.join(admin, 'vi', 'viewer')
  expect(await restore(admin, HOME, revision, {})).toMatchObject({ status: 428 })
  expect(await restore(admin, HOME, revision, { 'if-match': '"other"' })).toMatchObject({ status: 412 })
  expect(await restore(admin, HOME, 'other')).toMatchObject({ status: 404 })
  expect(await restore(viewer, HOME, revision)).toMatchObject({ status: 403 })
  expect(await restore(server.nobody, HOME, revision)).toMatchObject({ status: 401 })
  expect(await admin.send(`${HOME}/restore`, { method: 'POST', body: {}, headers: ANY })).toMatchObject({
    status: 400,
    body: { code: 'REQUEST_INVALID' },
  })
})

it('asks for a secret again that the restored revision would send elsewhere or that is gone', async () => {
  const first = (await create(admin, datasource('d', { url: 'http://a', password: 'hunter2' }))).body as Stored
  const moved = datasource('d', { url: 'http://b', password: 'hunter3' })
  await admin.send(D, { method: 'PUT', body: moved, headers: ANY })
  expect(await restore(admin, D, first.revision)).toMatchObject({ status: 400, body: { code: 'SECRET_REENTER' } })
  const history = await admin.send(`${D}/history/${first.revision}`)
  expect(JSON.stringify(history.body)).not.toContain('hunter')
})

it('changes parts of a resource by a merge patch', async () => {
  await create(admin, titled('One'))
  const patch = (body: unknown, headers: Record<string, string> = ANY) =>
    admin.send(HOME, { method: 'PATCH', body, headers: { 'content-type': 'application/merge-patch+json', ...headers } })
  const patched = await patch({
    metadata: { title: 'Patched', labels: { team: 'ops' } },
    spec: { time: { to: 'now-1m' } },
  })
  expect(patched).toMatchObject({
    status: 200,
    body: {
      resource: {
        metadata: { title: 'Patched', labels: { team: 'ops' } },
        spec: { time: { from: 'now-1h', to: 'now-1m' }, panels: { p: {} } },
      },
    },
  })
  expect(((await patch({ metadata: { labels: null } })).body as Stored).resource.metadata).toEqual({ title: 'Patched' })
  expect(await patch({ spec: null })).toMatchObject({ status: 400, body: { code: 'RESOURCE_INVALID' } })
  expect(await patch({ id: 'other' })).toMatchObject({ status: 400, body: { code: 'KEY_MISMATCH' } })
  expect(await patch({}, {})).toMatchObject({ status: 428 })
  expect(await admin.send(`${HOME}x`, { method: 'PATCH', body: {}, headers: ANY })).toMatchObject({ status: 404 })
  const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`
  const answer = await fetch(server.url + HOME, {
    method: 'PATCH',
    headers: { 'orrery-request': '1', cookie: admin.cookie, 'content-type': 'application/json', ...ANY },
    body: deep,
  })
  expect(answer.status).toBe(400)
})

it('validates without storing', async () => {
  const validate = (person: Person, body: unknown) => person.send(`${HOME}/validate`, { method: 'POST', body })
  expect(await validate(admin, titled('One'))).toMatchObject({ status: 204 })
  expect(await admin.send(HOME)).toMatchObject({ status: 404 })
  expect(await validate(admin, { ...titled('One'), spec: {} })).toMatchObject({
    status: 400,
    body: { code: 'RESOURCE_INVALID' },
  })
  expect(await validate(await server.join(admin, 'vi', 'viewer'), titled('One'))).toMatchObject({ status: 403 })
  const secret = datasource('d', { url: 'http://a', password: 'hunter2' })
  expect(await admin.send(`${D}/validate`, { method: 'POST', body: secret })).toMatchObject({ status: 204 })
})

it('tells who refers to a resource', async () => {
  await create(admin, datasource('d'))
  await create(admin, dashboard('home', [{ expr: 'up' }]))
  expect((await admin.send(`${D}/usages`)).body).toEqual({
    items: [{ namespace: 'default', kind: 'dashboard', id: 'home' }],
  })
  expect((await admin.send(`${HOME}/usages`)).body).toEqual({ items: [] })
})

it('keeps what is said of a change, a restoration and a deletion', async () => {
  const { revision } = (await create(admin, titled('One'))).body as Stored
  const said = (text: string) => `?${new URLSearchParams({ message: text })}`
  await admin.send(`${HOME}${said('zwei, bitte')}`, { method: 'PUT', body: titled('Two'), headers: ANY })
  await admin.send(`${HOME}/restore${said('back')}`, { method: 'POST', body: { revision }, headers: ANY })
  await admin.send(`${HOME}${said('done')}`, { method: 'DELETE' })
  const { items } = (await admin.send(`${HOME}/history`)).body as { items: { message?: string }[] }
  expect(items.map(({ message }) => message)).toEqual(['done', 'back', 'zwei, bitte', undefined])
  const tooLong = await admin.send(`${HOME}${said('x'.repeat(1001))}`, { method: 'DELETE' })
  expect(tooLong.status).toBe(400)
})

it('lists what was deleted and not made again, the latest first, for those who may restore it', async () => {
  const titles = async () =>
    ((await admin.send('/api/v1/ns/default/deleted/dashboards')).body as { items: { title: string }[] }).items.map(
      ({ title }) => title,
    )
  const first = (await create(admin, titled('One'))).body as Stored
  await create(admin, { ...titled('Other'), id: 'other' })
  expect(await titles()).toEqual([])
  await admin.send(HOME, { method: 'DELETE' })
  await admin.send('/api/v1/ns/default/dashboards/other', { method: 'DELETE' })
  expect(await titles()).toEqual(['Other', 'One'])
  await restore(admin, HOME, first.revision, CREATE)
  expect(await titles()).toEqual(['Other'])
  const viewer = await server.join(admin, 'vi', 'viewer')
  expect((await viewer.send('/api/v1/ns/default/deleted/dashboards')).status).toBe(403)
})
