import { afterEach, beforeEach, expect, it } from 'vitest'
import { create, dashboard, startTestServer, type Person, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let admin: Person
beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
  await create(admin, dashboard('home', []))
})
afterEach(() => server.close())

const STARS = '/api/v1/ns/default/stars'
const HOME = `${STARS}/dashboards/home`
const starred = async (person: Person) => ((await person.send(STARS)).body as { items: unknown[] }).items

it('keeps what a person has starred, for that person alone', async () => {
  const viewer = await server.join(admin, 'vi', 'viewer')
  for (let i = 0; i < 2; i++) expect((await viewer.send(HOME, { method: 'PUT' })).status).toBe(204)
  expect(await starred(viewer)).toEqual([{ kind: 'dashboard', id: 'home' }])
  expect(await starred(admin)).toEqual([])
  for (let i = 0; i < 2; i++) expect((await viewer.send(HOME, { method: 'DELETE' })).status).toBe(204)
  expect(await starred(viewer)).toEqual([])
})

it('refuses a star for what is not there, and for what may not be read', async () => {
  expect(await admin.send(`${STARS}/dashboards/other`, { method: 'PUT' })).toMatchObject({
    status: 404,
    body: { code: 'RESOURCE_NOT_FOUND' },
  })
  const viewer = await server.join(admin, 'vi', 'viewer')
  expect((await viewer.send(`${STARS}/datasources/d`, { method: 'PUT' })).status).toBe(403)
})

it('passes over what was deleted, until it is there again', async () => {
  await admin.send(HOME, { method: 'PUT' })
  await admin.send('/api/v1/ns/default/dashboards/home', { method: 'DELETE' })
  expect(await starred(admin)).toEqual([])
  await create(admin, dashboard('home', []))
  expect(await starred(admin)).toEqual([{ kind: 'dashboard', id: 'home' }])
})
