import { afterEach, beforeEach, expect, it } from 'vitest'
import { create, dashboard, startTestServer, type Person, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let admin: Person
beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
})
afterEach(() => server.close())

const folder = (id: string, inside?: string) => ({
  apiVersion: 'orrery.dev/v1',
  kind: 'folder',
  namespace: 'default',
  id,
  metadata: { title: id.toUpperCase(), ...(inside === undefined ? {} : { folder: inside }) },
  spec: {},
})
const placed = (id: string, title: string, inside: string) => ({
  ...dashboard(id, []),
  metadata: { title, folder: inside },
})
const move = (id: string, inside?: string) =>
  admin.send(`/api/v1/ns/default/folders/${id}`, {
    method: 'PUT',
    body: folder(id, inside),
    headers: { 'if-match': '*' },
  })
const idsIn = async (plural: string, inside: string) => {
  const { items } = (await admin.send(`/api/v1/ns/default/${plural}?folder=${inside}`)).body as {
    items: { resource: { id: string } }[]
  }
  return items.map(({ resource }) => resource.id)
}

it('lets folders stand in folders, and lists what is in one, or in none', async () => {
  await create(admin, folder('ops'))
  await create(admin, folder('disks', 'ops'))
  await create(admin, placed('io', 'IO', 'disks'))
  await create(admin, dashboard('home', []))
  expect(await idsIn('folders', '')).toEqual(['ops'])
  expect(await idsIn('folders', 'ops')).toEqual(['disks'])
  expect(await idsIn('dashboards', 'disks')).toEqual(['io'])
  expect(await idsIn('dashboards', '')).toEqual(['home'])
})

it('refuses a folder that would stand in itself, however far away', async () => {
  await create(admin, folder('a'))
  await create(admin, folder('b', 'a'))
  await create(admin, folder('c', 'b'))
  expect(await move('a', 'c')).toMatchObject({
    status: 409,
    body: { code: 'FOLDER_CYCLE', params: { folder: 'a', inside: 'c' } },
  })
  expect(await move('a', 'a')).toMatchObject({ status: 409 })
  expect((await move('c', 'a')).status).toBe(200)
})

it('is not deleted while something stands in it', async () => {
  await create(admin, folder('a'))
  await create(admin, folder('b', 'a'))
  expect(await admin.send('/api/v1/ns/default/folders/a', { method: 'DELETE' })).toMatchObject({
    status: 409,
    body: { code: 'RESOURCE_REFERENCED' },
  })
})

it('tells lists of dashboards without their panels', async () => {
  const spec = { ...dashboard('io', []).spec, description: 'Of all hosts', tags: ['disk'] }
  await create(admin, folder('ops'))
  const told = { ...placed('io', 'IO', 'ops'), spec }
  await create(admin, told)
  const home = { ...dashboard('home', []), metadata: { title: 'Home' } }
  await create(admin, home)
  const { items } = (await admin.send('/api/v1/ns/default/summaries/dashboards')).body as { items: object[] }
  const known = { usages: 0, revision: expect.any(String), updatedAt: expect.any(String), updatedBy: 'user:ada' }
  expect(items).toEqual([
    { id: 'home', title: 'Home', ...known },
    { id: 'io', title: 'IO', folder: 'ops', description: 'Of all hosts', tags: ['disk'], ...known },
  ])
  const page = (await admin.send('/api/v1/ns/default/summaries/dashboards?limit=1')).body as { next: string }
  expect(
    (await admin.send(`/api/v1/ns/default/summaries/dashboards?after=${encodeURIComponent(page.next)}`)).body,
  ).toEqual({
    items: [items[1]],
  })
})
