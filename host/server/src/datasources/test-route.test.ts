import { afterEach, beforeEach, expect, it } from 'vitest'
import { create, datasource, startTestServer, type Person, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let admin: Person
beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
})
afterEach(() => server.close())

const test = (body: unknown, person = admin) =>
  person.send('/api/v1/ns/default/datasource-test', { method: 'POST', body })

it('tries settings that are not saved, and closes what it opened', async () => {
  expect(await test(datasource('new', { url: 'http://a', password: 'hunter2' }))).toMatchObject({
    status: 200,
    body: { message: 'Fake 1.0 answers.' },
  })
  expect(server.fake.opened).toEqual([{ url: 'http://a', password: 'hunter2' }])
  expect(server.fake.closed).toBe(1)
  expect(await admin.send('/api/v1/ns/default/datasources/new')).toMatchObject({ status: 404 })
})

it('uses a stored secret only for the target that it was stored for', async () => {
  const made = await create(admin, datasource('d', { url: 'http://a', password: 'hunter2' }))
  const { resource } = made.body as { resource: ReturnType<typeof datasource> }
  expect(await test(resource)).toMatchObject({ status: 200 })
  expect(server.fake.opened).toEqual([{ url: 'http://a', password: 'hunter2' }])
  const turned = { ...resource, spec: { type: 'fake', options: { ...resource.spec.options, url: 'http://evil' } } }
  expect(await test(turned)).toMatchObject({ status: 400, body: { code: 'SECRET_REENTER' } })
  expect(await test({ ...resource, id: 'copy' })).toMatchObject({ status: 400, body: { code: 'SECRET_REENTER' } })
  expect(await test(datasource('e', { url: 'http://a', password: { $env: 'HOME' } }))).toMatchObject({
    status: 403,
    body: { code: 'SECRET_SOURCE_FORBIDDEN' },
  })
  expect(server.fake.opened).toHaveLength(1)
})

it('says what failed, and in which plugin', async () => {
  server.fake.check = async () => {
    throw new Error('it is on fire')
  }
  const failed = await test(datasource('d'))
  expect(failed).toMatchObject({ status: 502, body: { code: 'DATASOURCE_FAILED', plugin: '@test/datasource-fake' } })
  expect(JSON.stringify(failed.body)).toContain('it is on fire')
})

it('refuses settings that do not fit, and who may not test', async () => {
  expect(await test(datasource('d', { url: 5 }))).toMatchObject({
    status: 400,
    body: { code: 'RESOURCE_INVALID', params: { problems: [{ path: '/spec/options/url' }] } },
  })
  expect(await test({})).toMatchObject({ status: 400 })
  expect(await test(datasource('d'), await server.join(admin, 'ed', 'editor'))).toMatchObject({ status: 403 })
})
