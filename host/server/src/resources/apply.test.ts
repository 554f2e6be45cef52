import { afterEach, beforeEach, expect, it } from 'vitest'
import { create, dashboard, datasource, startTestServer, type Person, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let admin: Person
beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
})
afterEach(() => server.close())

const apply = (person: Person, resources: readonly unknown[], more: object = {}) =>
  person.send('/api/v1/ns/default/apply', { method: 'POST', body: { resources, ...more } })
const status = async (path: string) => (await admin.send(`/api/v1/ns/default/${path}`)).status

it('writes a set in the order of its references, and says what it did', async () => {
  const set = [dashboard('home', [{ expr: 'up' }]), datasource('d')]
  expect(await apply(admin, set)).toMatchObject({
    status: 200,
    body: {
      items: [
        { kind: 'datasource', id: 'd', action: 'create' },
        { kind: 'dashboard', id: 'home', action: 'create' },
      ],
    },
  })
  const renamed = { ...dashboard('home', [{ expr: 'up' }]), metadata: { title: 'Renamed' } }
  const again = await apply(admin, [renamed, datasource('d')])
  expect(again.body).toMatchObject({ items: [{ action: 'none' }, { action: 'update' }] })
})

it('writes nothing of a set when one of it is wrong', async () => {
  const wrong = { ...dashboard('home', []), spec: {} }
  expect(await apply(admin, [datasource('d', { url: 'http://a', password: 'hunter2' }), wrong])).toMatchObject({
    status: 400,
    body: { code: 'RESOURCE_INVALID' },
  })
  expect(await status('datasources/d')).toBe(404)
  expect(await apply(admin, [dashboard('a', []), dashboard('a', [])])).toMatchObject({
    status: 400,
    body: { code: 'RESOURCE_TWICE' },
  })
  expect(await apply(admin, [{ kind: 'toaster' }])).toMatchObject({ status: 400, body: { code: 'KIND_NOT_FOUND' } })
  for (const bad of [
    null,
    'text',
    [],
    { ...dashboard('a', []), namespace: 'other' },
    { kind: 'dashboard', namespace: 'default' },
  ])
    expect((await apply(admin, [bad])).status).toBe(400)
  expect(await apply(admin, [])).toMatchObject({ status: 400, body: { code: 'REQUEST_INVALID' } })
  expect(await status('dashboards/a')).toBe(404)
})

it('only tells what it would do, when asked so', async () => {
  await create(admin, datasource('d'))
  const told = await apply(admin, [dashboard('home', []), datasource('d')], { dryRun: true })
  expect(told.body).toMatchObject({ items: [{ action: 'none' }, { action: 'create' }] })
  expect(await status('dashboards/home')).toBe(404)
})

it('permits by role', async () => {
  const editor = await server.join(admin, 'ed', 'editor')
  const viewer = await server.join(admin, 'vi', 'viewer')
  expect(await apply(viewer, [dashboard('home', [])])).toMatchObject({ status: 403 })
  expect(await apply(editor, [dashboard('home', []), datasource('d')])).toMatchObject({ status: 403 })
  expect(await status('dashboards/home')).toBe(404)
  expect(await apply(editor, [dashboard('home', [])])).toMatchObject({ status: 200 })
})

it('tells of everything that it refuses, and where that stands in the set', async () => {
  const wrong = { ...dashboard('home', []), spec: {} }
  const answer = await apply(admin, [wrong, dashboard('fine', []), { kind: 'toaster' }, dashboard('fine', [])])
  expect(answer).toMatchObject({
    status: 400,
    body: {
      code: 'RESOURCE_INVALID',
      params: {
        index: 0,
        problems: expect.any(Array) as unknown,
        refused: [
          { index: 0, code: 'RESOURCE_INVALID', params: { problems: expect.any(Array) as unknown } },
          { index: 2, code: 'KIND_NOT_FOUND', detail: expect.stringContaining('toaster') as string },
          { index: 3, code: 'RESOURCE_TWICE' },
        ],
      },
    },
  })
})

it('tells what it would store, and nothing of what stays as it is', async () => {
  await create(admin, datasource('d'))
  const told = await apply(admin, [dashboard('home', []), datasource('d')], { dryRun: true })
  expect(told.body).toEqual({
    items: [
      { kind: 'datasource', id: 'd', action: 'none' },
      { kind: 'dashboard', id: 'home', action: 'create', resource: dashboard('home', []) },
    ],
  })
  const secret = datasource('e', { url: 'http://a', password: 'hunter2' })
  expect(JSON.stringify(await apply(admin, [secret], { dryRun: true }))).not.toContain('hunter2')
})

it('takes sets that are larger than other requests, up to a limit', async () => {
  const long = (id: string) => {
    const { spec, ...rest } = dashboard(id, [])
    const panels = { p: { ...spec.panels.p, options: { text: 'x'.repeat(100_000) } } }
    return { ...rest, spec: { ...spec, panels } }
  }
  const many = Array.from({ length: 60 }, (_, i) => long(`d${i}`))
  expect((await apply(admin, many, { dryRun: true })).status).toBe(200)
  expect(await apply(admin, ['x'.repeat(64 * 1024 * 1024)])).toMatchObject({
    status: 413,
    body: { code: 'REQUEST_TOO_LARGE', params: { limit: 64 * 1024 * 1024 } },
  })
})
