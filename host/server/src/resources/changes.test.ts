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

const NS = '/api/v1/ns/default'
const ANY = { 'if-match': '*' }
interface Change {
  readonly change: number
  readonly key: { readonly id: string }
  readonly action: string
  readonly author: string
}
const titled = (title: string, id = 'home') => ({ ...dashboard(id, []), metadata: { title } })
const put = (resource: { kind: string; id: string }, person = admin) =>
  person.send(`${NS}/${resource.kind}s/${resource.id}`, { method: 'PUT', body: resource, headers: ANY })
const changes = async (query = '', person = admin) =>
  ((await person.send(`${NS}/changes${query}`)).body as { items: Change[] }).items
const undo = (change: number, person = admin) => person.send(`${NS}/changes/${change}/undo`, { method: 'POST' })
const undoLast = async () => undo((await changes('?limit=1'))[0]!.change)
const titleOf = async (path: string) =>
  ((await admin.send(`${NS}/${path}`)).body as { resource?: { metadata: { title: string } } }).resource?.metadata.title

it('tells who changed what, filtered and in pages, to whoever may read it', async () => {
  await create(admin, datasource('d'))
  await create(admin, titled('One'))
  const editor = await server.join(admin, 'ed', 'editor')
  await put(titled('Two'), editor)
  const told = async (query: string, person = admin) =>
    (await changes(query, person)).map(({ action, key, author }) => `${action} ${key.id} by ${author}`)
  expect(await told('')).toEqual(['update home by user:ed', 'create home by user:ada', 'create d by user:ada'])
  expect(await told('?author=user:ed')).toEqual(['update home by user:ed'])
  expect(await told('?kind=datasource')).toEqual(['create d by user:ada'])
  expect(await told('?action=create&limit=1')).toEqual(['create home by user:ada'])
  const [first] = await changes('?after=0&limit=1')
  expect(await told(`?after=${first!.change}`)).toEqual(['create home by user:ada', 'update home by user:ed'])
  const viewer = await server.join(admin, 'vi', 'viewer')
  expect(await told('?limit=2', viewer)).toEqual(['update home by user:ed', 'create home by user:ada'])
  expect(await told('?kind=datasource', viewer)).toEqual([])
  expect(await admin.send(`${NS}/changes?other=1`)).toMatchObject({ status: 400 })
})

it('undoes an update, a creation and a deletion as new changes', async () => {
  await create(admin, titled('One'))
  await put(titled('Two'))
  expect(await undoLast()).toMatchObject({ status: 200, body: { action: 'update', author: 'user:ada' } })
  expect(await titleOf('dashboards/home')).toBe('One')
  await admin.send(`${NS}/dashboards/home`, { method: 'DELETE' })
  expect(await undoLast()).toMatchObject({ status: 200, body: { action: 'create' } })
  expect(await titleOf('dashboards/home')).toBe('One')
  expect(await undoLast()).toMatchObject({ status: 200, body: { action: 'delete' } })
  expect(await titleOf('dashboards/home')).toBeUndefined()
  expect((await changes()).map(({ action }) => action)).toEqual([
    'delete',
    'create',
    'delete',
    'update',
    'update',
    'create',
  ])
})

it('undoes no change that others came after, or that there is not', async () => {
  await create(admin, titled('One'))
  await put(titled('Two'))
  const [second, first] = await changes()
  await put(titled('One'))
  for (const { change } of [first!, second!])
    expect(await undo(change)).toMatchObject({ status: 412, body: { code: 'RESOURCE_CONFLICT' } })
  expect(await undo(99)).toMatchObject({ status: 404, body: { code: 'CHANGE_NOT_FOUND' } })
  expect(await admin.send(`${NS}/changes/-1/undo`, { method: 'POST' })).toMatchObject({ status: 400 })
  expect(await titleOf('dashboards/home')).toBe('One')
})

it('undoes only what the asker may do, and no creation of what is used', async () => {
  await create(admin, datasource('d'))
  const [made] = await changes()
  await create(admin, dashboard('home', [{ expr: 'up' }]))
  expect(await undo(made!.change)).toMatchObject({ status: 409, body: { code: 'RESOURCE_REFERENCED' } })
  const viewer = await server.join(admin, 'vi', 'viewer')
  const editor = await server.join(admin, 'ed', 'editor')
  const [latest] = await changes()
  expect(await undo(latest!.change, viewer)).toMatchObject({ status: 403 })
  expect(await undo(latest!.change, server.nobody)).toMatchObject({ status: 401 })
  expect(await undo(made!.change, editor)).toMatchObject({ status: 403 })
  expect(await undo(latest!.change, editor)).toMatchObject({ status: 200 })
  expect(await undo(made!.change)).toMatchObject({ status: 200 })
})

it('brings a deleted datasource back without its secrets only', async () => {
  await create(admin, datasource('d', { url: 'http://a', password: 'hunter2' }))
  await admin.send(`${NS}/datasources/d`, { method: 'DELETE' })
  expect(await undoLast()).toMatchObject({
    status: 400,
    body: { code: 'SECRET_REENTER', params: { path: '/password' } },
  })
  await create(admin, datasource('e'))
  await admin.send(`${NS}/datasources/e`, { method: 'DELETE' })
  expect(await undoLast()).toMatchObject({ status: 200 })
})

it('compares two revisions, or one with what is there now', async () => {
  const revisionOf = async (title: string) => ((await put(titled(title))).body as { revision: string }).revision
  await create(admin, titled('Zero'))
  const [one, two] = [await revisionOf('One'), await revisionOf('Two')]
  const compare = (query: string) => admin.send(`${NS}/dashboards/home/compare?${query}`)
  const step = { op: 'replace', path: '/metadata/title', from: 'One', to: 'Two' }
  expect((await compare(`from=${one}&to=${two}`)).body).toEqual({ items: [step] })
  expect((await compare(`from=${one}`)).body).toEqual({ items: [step] })
  expect((await compare(`from=${two}`)).body).toEqual({ items: [] })
  expect(await compare('from=other')).toMatchObject({ status: 404, body: { code: 'RESOURCE_REVISION_NOT_FOUND' } })
  expect(await compare('')).toMatchObject({ status: 400 })
  expect((await compare(`from=${'x'.repeat(65)}`)).status).toBe(400)
})

it('tells which references lead nowhere, and saves the dashboard all the same', async () => {
  await create(admin, datasource('d'))
  const home = { ...dashboard('home', [{ expr: 'up' }]), metadata: { title: 'Home', folder: 'gone' } }
  await create(admin, home)
  const references = async () =>
    ((await admin.send(`${NS}/dashboards/home/references`)).body as { items: object[] }).items
  const toFolder = { path: '/metadata/folder', kind: 'folder', id: 'gone', exists: false }
  const toSource = { path: '/spec/panels/p/queries/0/datasource', kind: 'datasource', id: 'd' }
  expect(await references()).toEqual([toFolder, { ...toSource, exists: true }])
  const D = `${NS}/datasources/d`
  expect(await admin.send(D, { method: 'DELETE' })).toMatchObject({ status: 409 })
  expect(await admin.send(`${D}?force=true`, { method: 'DELETE' })).toMatchObject({ status: 204 })
  expect((await changes('?kind=datasource&limit=1'))[0]).toMatchObject({ action: 'delete', author: 'user:ada' })
  expect(await references()).toEqual([toFolder, { ...toSource, exists: false }])
  expect(await put({ ...home, metadata: { ...home.metadata, title: 'Renamed' } } as typeof home)).toMatchObject({
    status: 200,
  })
  expect(await admin.send(`${NS}/dashboards/none/references`)).toMatchObject({ status: 404 })
})

it('keeps a folder that is not empty, and names only what the asker may see', async () => {
  const folder = { ...datasource('ops'), kind: 'folder', spec: {} }
  await create(admin, folder)
  await create(admin, { ...datasource('d'), metadata: { title: 'D', folder: 'ops' } } as ReturnType<typeof datasource>)
  const editor = await server.join(admin, 'ed', 'editor')
  const path = `${NS}/folders/ops`
  expect(await editor.send(path, { method: 'DELETE' })).toMatchObject({
    status: 409,
    body: { code: 'RESOURCE_REFERENCED', params: { by: [{ kind: 'datasource', id: 'd' }] } },
  })
  expect(await admin.send(path, { method: 'PUT', body: folder, headers: CREATE })).toMatchObject({ status: 412 })
})
