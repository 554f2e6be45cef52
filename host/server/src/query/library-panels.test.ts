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
import { allWireMessages } from '../testing/wire-messages.ts'

let server: TestServer
let admin: Person
let editor: Person
let viewer: Person
beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
  editor = await server.join(admin, 'ed', 'editor')
  viewer = await server.join(admin, 'vi', 'viewer')
  await create(admin, datasource('d'))
})
afterEach(() => server.close())

const all = '/api/v1/ns/default/library-panels'
const panel = (id: string, query: object, spec: object = {}) => ({
  apiVersion: 'orrery.dev/v1',
  kind: 'library-panel',
  namespace: 'default',
  id,
  metadata: { title: `Title of ${id}` },
  spec: {
    type: 'timeseries',
    title: 'Load',
    options: {},
    queries: [{ refId: 'A', datasource: 'd', query }],
    ...spec,
  },
})
const put = (person: Person, path: string, body: object, headers: Readonly<Record<string, string>> = CREATE) =>
  person.send(path, { method: 'PUT', body, headers })
/** A dashboard that shows a panel of the library as `shown`. */
const showing = (id: string, library: string, spec: object = {}) =>
  dashboard(id, [], {
    panels: {},
    libraryPanels: { shown: { library } },
    layout: { type: 'grid', items: [{ panel: 'shown', x: 0, y: 0, w: 12, h: 8 }] },
    ...spec,
  })
async function save(resource: { kind: string; id: string }) {
  const { status, body } = await create(admin, resource)
  expect(status).toBe(201)
  return (body as { revision: string }).revision
}
async function ask(person: Person, id: string, revision: string, named: string, more: object = {}) {
  const body = {
    dashboard: { id, revision },
    range: { from: 0, to: 3_600_000 },
    timeZone: 'UTC',
    items: [{ type: 'panel', id: '1', panel: named, width: 600 }],
    ...more,
  }
  const response = await person.fetch('/api/v1/ns/default/query', { method: 'POST', body })
  expect(response.status).toBe(200)
  const messages = await allWireMessages(response)
  return messages.flatMap(({ header }) => header.problem?.code ?? [])
}

it('asks for a panel of the library on each dashboard that shows it, with its variables, as the panel is now', async () => {
  await save(panel('load', { expr: 'load{env="$env"}' }))
  const variables = (value: string) => [{ type: 'choice', name: 'env', options: [{ value }], default: value }]
  const first = await save(showing('first', 'load', { variables: variables('prod') }))
  const second = await save(showing('second', 'load', { variables: variables('test') }))
  expect(await ask(viewer, 'first', first, 'shown')).toEqual([])
  expect(await ask(viewer, 'second', second, 'shown')).toEqual([])
  expect(server.fake.asked).toMatchObject([
    { variables: { env: { value: 'prod' } } },
    { variables: { env: { value: 'test' } } },
  ])

  await put(editor, `${all}/load`, panel('load', { expr: 'new' }), { 'if-match': '*' })
  expect(await ask(viewer, 'first', first, 'shown')).toEqual([])
  expect(server.fake.asked.at(-1)).toMatchObject({ query: { expr: 'new' } })
})

it('asks for no panel of the library that the dashboard does not show', async () => {
  await save(panel('load', { expr: 'load' }))
  await save(panel('other', { expr: 'secret' }))
  const revision = await save(showing('first', 'load'))
  expect(await ask(viewer, 'first', revision, 'other')).toEqual(['PANEL_NOT_FOUND'])
  expect(server.fake.asked).toEqual([])
})

it('is not deleted while dashboards show it, and says which; when it is, each shows that it is gone', async () => {
  await save(panel('load', { expr: 'load' }))
  const revision = await save(showing('first', 'load'))
  await save(showing('second', 'load'))
  expect(await viewer.send(`${all}/load/usages`)).toMatchObject({
    body: {
      items: [
        { kind: 'dashboard', id: 'first' },
        { kind: 'dashboard', id: 'second' },
      ],
    },
  })
  expect(await viewer.send('/api/v1/ns/default/summaries/library-panels')).toMatchObject({
    body: { items: [{ id: 'load', title: 'Title of load', type: 'timeseries', usages: 2 }] },
  })
  const refused = await editor.send(`${all}/load`, { method: 'DELETE' })
  expect(refused).toMatchObject({ status: 409, body: { code: 'RESOURCE_REFERENCED' } })
  expect((refused.body as { detail: string }).detail).toContain('dashboard "first"')

  expect(await editor.send(`${all}/load?force=true`, { method: 'DELETE' })).toMatchObject({ status: 204 })
  expect(await ask(viewer, 'first', revision, 'shown')).toEqual(['LIBRARY_PANEL_NOT_FOUND'])
})

it('is saved by those who may send queries of their own, when its queries and its names fit', async () => {
  expect(await put(viewer, `${all}/load`, panel('load', { expr: 'up' }))).toMatchObject({ status: 403 })
  expect(await put(editor, `${all}/load`, panel('load', { expression: 'up' }))).toMatchObject({
    status: 400,
    body: {
      code: 'RESOURCE_INVALID',
      params: { problems: expect.arrayContaining([expect.objectContaining({ path: '/spec/queries/0/query/expr' })]) },
    },
  })
  const query = { refId: 'A', datasource: 'd', query: { expr: 'up' } }
  expect(await put(editor, `${all}/load`, panel('load', {}, { queries: [query, query] }))).toMatchObject({
    status: 400,
    body: { params: { problems: [{ path: '/spec/queries/1/refId' }] } },
  })
  expect(await put(editor, `${all}/load`, panel('load', { expr: 'up' }))).toMatchObject({ status: 201 })
})

it('is found by its own title, and finds the dashboard by the title that it has there', async () => {
  await save(panel('load', { expr: 'load' }))
  await save(showing('first', 'load', { libraryPanels: { shown: { library: 'load', title: 'Pressure' } } }))
  const find = async (text: string) =>
    ((await viewer.send(`/api/v1/ns/default/search?q=${text}`)).body as { items: readonly object[] }).items
  expect(await find('Load')).toMatchObject([{ kind: 'library-panel', id: 'load' }])
  expect(await find('Pressure')).toMatchObject([{ kind: 'dashboard', id: 'first' }])
})
