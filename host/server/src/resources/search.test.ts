import { afterEach, beforeEach, expect, it } from 'vitest'
import { create, dashboard, datasource, startTestServer, type Person, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let admin: Person
beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
})
afterEach(() => server.close())

const titled = (id: string, metadata: object, panels: readonly string[] = []) => ({
  ...dashboard(id, []),
  metadata: { title: id, ...metadata },
  spec: {
    time: { from: 'now-1h', to: 'now' },
    panels: Object.fromEntries(
      panels.map((title, i) => [`p${i}`, { type: 'timeseries', title, options: {}, queries: [] }]),
    ),
    layout: { type: 'grid', items: panels.map((_, i) => ({ panel: `p${i}`, x: 0, y: i * 8, w: 12, h: 8 })) },
  },
})
const folder = (id: string, title: string) => ({ ...datasource(id), kind: 'folder', metadata: { title }, spec: {} })
const search = async (person: Person, q: string, more = '') =>
  (await person.send(`/api/v1/ns/default/search?q=${encodeURIComponent(q)}${more}`)).body as {
    items: { kind: string; id: string; title: string; folder?: object; match?: string }[]
  }
const ids = async (q: string, more = '') => (await search(admin, q, more)).items.map(({ id }) => id)

it('finds titles that begin so first, then words, then parts, then labels and panel titles', async () => {
  await create(admin, titled('e', { title: 'Racks' }, ['Load', 'Disk usage']))
  await create(admin, titled('d', { title: 'Floppydisk' }))
  await create(admin, titled('c', { title: 'All the disks' }))
  await create(admin, titled('f', { title: 'Labelled', labels: { part: 'Disk' } }))
  await create(admin, titled('all-disks', { title: 'An id' }))
  await create(admin, titled('a', { title: 'Disk space' }))
  expect(await ids('disk')).toEqual(['a', 'c', 'all-disks', 'd', 'f', 'e'])
  expect(await ids('DISK', '&limit=2')).toEqual(['a', 'c'])
  expect((await search(admin, 'disk')).items.slice(-2)).toEqual([
    { kind: 'dashboard', id: 'f', title: 'Labelled', match: 'part: Disk' },
    { kind: 'dashboard', id: 'e', title: 'Racks', match: 'Disk usage' },
  ])
})

it('finds dashboards by their rows and tabs', async () => {
  const machines = titled('a', { title: 'Machines' })
  const sections = [{ id: 'net', title: 'Interfaces', layout: machines.spec.layout }]
  const inTabs = { ...machines, spec: { ...machines.spec, layout: { type: 'tabs', sections } } }
  await create(admin, inTabs)
  expect((await search(admin, 'interf')).items).toMatchObject([{ id: 'a', match: 'Interfaces' }])
})

it('asks for every word, anywhere, as plain text', async () => {
  await create(admin, titled('a', { title: '100% Ärger_der Platten' }, ['Queue (depth)']))
  await create(admin, titled('b', { title: 'Platten' }))
  expect(await ids('platten ärger')).toEqual(['a'])
  expect(await ids('queue platten')).toEqual(['a'])
  expect(await ids('0%')).toEqual(['a'])
  expect(await ids('r_')).toEqual(['a'])
  expect(await ids("(d'")).toEqual([])
  expect(await ids('  ')).toEqual(['a', 'b'])
})

it('finds all kinds with their folders, as they are now', async () => {
  await create(admin, folder('ops', 'Operations'))
  await create(admin, titled('a', { title: 'Network', folder: 'ops' }))
  await create(admin, titled('b', { title: 'Network of old', folder: 'gone' }))
  await create(admin, { ...datasource('c'), metadata: { title: 'Network source' } } as ReturnType<typeof datasource>)
  expect((await search(admin, 'network')).items).toEqual([
    { kind: 'dashboard', id: 'a', title: 'Network', folder: { id: 'ops', title: 'Operations' } },
    { kind: 'dashboard', id: 'b', title: 'Network of old', folder: { id: 'gone' } },
    { kind: 'datasource', id: 'c', title: 'Network source' },
  ])
  const renamed = titled('a', { title: 'Wires' })
  await admin.send('/api/v1/ns/default/dashboards/a', { method: 'PUT', body: renamed, headers: { 'if-match': '*' } })
  await admin.send('/api/v1/ns/default/dashboards/b', { method: 'DELETE' })
  expect(await ids('network')).toEqual(['c'])
  expect(await ids('wires')).toEqual(['a'])
})

it('finds only what the asker may read, and that fully', async () => {
  for (const id of ['a', 'b', 'c']) await create(admin, datasource(`x-${id}`))
  await create(admin, titled('x-dashboard', {}))
  const viewer = await server.join(admin, 'vi', 'viewer')
  expect((await search(viewer, 'x', '&limit=1')).items).toMatchObject([{ id: 'x-dashboard' }])
  const none = await server.join(admin, 'no', 'none')
  expect(await none.send('/api/v1/ns/default/search?q=x')).toMatchObject({ status: 403 })
  expect(await server.nobody.send('/api/v1/ns/default/search?q=x')).toMatchObject({ status: 401 })
  expect(await admin.send('/api/v1/ns/other/search?q=x')).toMatchObject({ status: 404 })
  expect(await admin.send('/api/v1/ns/default/search')).toMatchObject({ status: 400 })
})
