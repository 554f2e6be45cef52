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

const folder = (id: string) => ({
  apiVersion: 'orrery.dev/v1',
  kind: 'folder',
  namespace: 'default',
  id,
  metadata: { title: id },
  spec: {},
})
const put = (
  person: Person,
  resource: { kind: string; id: string },
  headers: Record<string, string> = { 'if-match': '*' },
) => person.send(`/api/v1/ns/default/${resource.kind}s/${resource.id}`, { method: 'PUT', body: resource, headers })
const at = (kind: string, id: string) => `/api/v1/ns/default/${kind}s/${id}`

it('stores, gives, lists and deletes', async () => {
  const made = await create(admin, folder('ops'))
  const { revision } = made.body as { revision: string }
  expect(made).toMatchObject({ status: 201, body: { resource: folder('ops'), updatedBy: 'user:ada' } })
  expect(made.headers.get('etag')).toMatch(new RegExp(`^"${revision}[.]`))
  expect(await admin.send(at('folder', 'ops'))).toMatchObject({ status: 200, body: made.body })
  expect((await admin.send('/api/v1/ns/default/folders?limit=1&search=OP')).body).toEqual({ items: [made.body] })
  expect(await admin.send(at('folder', 'ops'), { method: 'DELETE' })).toMatchObject({ status: 204 })
  expect(await admin.send(at('folder', 'ops'))).toMatchObject({ status: 404, body: { code: 'RESOURCE_NOT_FOUND' } })
})

it('loses nobody’s change', async () => {
  const made = await create(admin, folder('ops'))
  const { revision } = made.body as { revision: string }
  const changed = { ...folder('ops'), metadata: { title: 'Operations' } }
  expect(await put(admin, changed, {})).toMatchObject({ status: 428, body: { code: 'PRECONDITION_NEEDED' } })
  expect(await put(admin, changed, CREATE)).toMatchObject({ status: 412, body: { code: 'RESOURCE_EXISTS' } })
  expect(await put(admin, changed, { 'if-match': `"${revision}"` })).toMatchObject({ status: 200 })
  expect(await put(admin, folder('ops'), { 'if-match': `"${revision}"` })).toMatchObject({
    status: 412,
    body: { code: 'RESOURCE_CONFLICT' },
  })
  expect(await put(admin, folder('new'), { 'if-match': '*' })).toMatchObject({
    status: 412,
    body: { code: 'RESOURCE_CONFLICT' },
  })
  const remove = { method: 'DELETE', headers: { 'if-match': `"${revision}"` } }
  expect(await admin.send(at('folder', 'ops'), remove)).toMatchObject({ status: 412 })
})

it('refuses documents that are not valid, with the place of every problem', async () => {
  const bad = await create(admin, {
    ...dashboard('home', []),
    metadata: { title: '' },
    spec: { time: { from: 'soon', to: 'now' } },
  } as never)
  expect(bad).toMatchObject({ status: 400, body: { code: 'RESOURCE_INVALID' } })
  const { problems } = (bad.body as { params: { problems: { path: string }[] } }).params
  expect(problems.map(({ path }) => path).sort()).toEqual([
    '/metadata/title',
    '/spec/layout',
    '/spec/panels',
    '/spec/time/from',
  ])
  const layout = { type: 'grid', items: [{ panel: 'other', x: 0, y: 0, w: 1, h: 1 }] }
  expect(await create(admin, dashboard('home', [], { layout }))).toMatchObject({
    status: 400,
    body: { code: 'DASHBOARD_INVALID' },
  })
  for (const body of ['text', [], null, { id: 'x' }])
    expect((await create(admin, { kind: 'folder', id: 'x', ...(body as object) })).status).toBe(400)
})

it('refuses an address that says something else than the body', async () => {
  const other = await admin.send(at('folder', 'a'), { method: 'PUT', body: folder('b'), headers: CREATE })
  expect(other).toMatchObject({ status: 400, body: { code: 'KEY_MISMATCH', params: { field: 'id' } } })
  const elsewhere = await admin.send('/api/v1/ns/other/folders/a', {
    method: 'PUT',
    body: folder('a'),
    headers: CREATE,
  })
  expect(elsewhere).toMatchObject({ status: 404, body: { code: 'NAMESPACE_NOT_FOUND' } })
})

it('permits by role', async () => {
  const viewer = await server.join(admin, 'vi', 'viewer')
  const editor = await server.join(admin, 'ed', 'editor')
  await create(admin, datasource('d'))
  const statuses = async (person: Person) => [
    (await person.send('/api/v1/ns/default/dashboards')).status,
    (
      await create(
        person,
        dashboard(
          `of-${person.cookie
            .slice(-4)
            .toLowerCase()
            .replace(/[^a-z0-9]/g, 'x')}`,
          [],
        ),
      )
    ).status,
    (await person.send('/api/v1/ns/default/datasources')).status,
    (await create(person, datasource('e'))).status,
    (await person.send(at('datasource', 'd'), { method: 'DELETE' })).status,
    (await person.send('/api/v1/plugins')).status,
  ]
  expect(await statuses(server.nobody)).toEqual([401, 401, 401, 401, 401, 401])
  expect(await statuses(viewer)).toEqual([200, 403, 403, 403, 403, 200])
  expect(await statuses(editor)).toEqual([200, 201, 200, 403, 403, 200])
  expect(await statuses(admin)).toEqual([200, 201, 200, 201, 204, 200])
})

it('checks queries against the type of their datasource, where that is known', async () => {
  await create(admin, datasource('d'))
  const bad = await create(admin, dashboard('home', [{ expr: 'up' }, { expression: 'up' }]))
  expect(bad).toMatchObject({ status: 400, body: { code: 'RESOURCE_INVALID' } })
  const { problems } = (bad.body as { params: { problems: { path: string }[] } }).params
  expect(new Set(problems.map(({ path }) => path.split('/').slice(0, 6).join('/')))).toEqual(
    new Set(['/spec/panels/p/queries/1']),
  )
  await admin.send(at('datasource', 'd'), { method: 'DELETE' })
  expect(await create(admin, dashboard('home', [{ anything: 1 }]))).toMatchObject({ status: 201 })
})

it('keeps what others refer to, unless forced', async () => {
  await create(admin, datasource('d'))
  await create(admin, folder('ops'))
  const home = dashboard('home', [{ expr: 'up' }])
  await create(admin, { ...home, metadata: { ...home.metadata, folder: 'ops' } } as never)
  for (const path of [at('datasource', 'd'), at('folder', 'ops')]) {
    const kept = await admin.send(path, { method: 'DELETE' })
    expect(kept).toMatchObject({
      status: 409,
      body: { code: 'RESOURCE_REFERENCED', params: { by: [{ kind: 'dashboard', id: 'home' }] } },
    })
    expect(await admin.send(`${path}?force=true`, { method: 'DELETE' })).toMatchObject({ status: 204 })
  }
})

it('gives no secret back, and keeps it while its target stays', async () => {
  const made = await create(admin, datasource('d', { url: 'http://a', password: 'hunter2' }))
  const { resource } = made.body as { resource: ReturnType<typeof datasource> }
  expect(resource.spec.options).toEqual({ url: 'http://a', password: { $secret: expect.any(String) } })
  const renamed = { ...resource, metadata: { title: 'Renamed' } }
  expect(await put(admin, renamed)).toMatchObject({ status: 200, body: { resource: renamed } })
  const turned = { ...resource, spec: { type: 'fake', options: { ...resource.spec.options, url: 'http://evil' } } }
  expect(await put(admin, turned)).toMatchObject({ status: 400, body: { code: 'SECRET_REENTER' } })
  const everything = await Promise.all(
    [at('datasource', 'd'), '/api/v1/ns/default/datasources'].map((path) => admin.send(path)),
  )
  expect(JSON.stringify(everything) + server.lines.join()).not.toContain('hunter2')
})

it('refuses datasources of unknown types, and options that do not fit', async () => {
  const unknown = { ...datasource('d'), spec: { type: 'other', options: { password: 'hunter2' } } }
  expect(await create(admin, unknown)).toMatchObject({ status: 400, body: { code: 'DATASOURCE_TYPE_MISSING' } })
  const bad = await create(admin, datasource('d', { url: 'not a url', extra: 1 }))
  expect(bad).toMatchObject({ status: 400, body: { code: 'RESOURCE_INVALID' } })
  const newer = { ...datasource('d'), spec: { type: 'fake', options: { url: 'http://a' }, version: 9 } }
  expect(await create(admin, newer)).toMatchObject({ status: 409, body: { code: 'DATASOURCE_VERSION' } })
})

it('refuses list parameters that make no sense', async () => {
  for (const query of ['limit=0', 'limit=many', 'limit=1001', 'other=1']) {
    expect(await admin.send(`/api/v1/ns/default/folders?${query}`)).toMatchObject({
      status: 400,
      body: { code: 'REQUEST_INVALID' },
    })
  }
})
