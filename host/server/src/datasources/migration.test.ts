import type { Migrate } from '@orrery/kernel'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PluginSource } from '../plugins/installed.ts'
import { createFakePlugin } from '../testing/fake-plugin.ts'
import { create, datasource, startTestServer, type Person, type TestServer } from '../testing/test-server.ts'

// Version 2 of the options has `url`; version 1 had `host`.
const { fake, source } = createFakePlugin()
const migrate: Migrate<unknown> = (options) => {
  const { host, ...rest } = options as { host?: unknown }
  if (typeof host !== 'string') throw new Error('there is no host')
  return { ...rest, url: `http://${host}` }
}
const migrateDoor = { $door: 'shared' as const, server: './server/migrate.js', web: './ui/migrate.js' }
const plugins: PluginSource = {
  read: async () => {
    const { plugins, problems } = await source.read()
    const newer = plugins.map(({ manifest, folder, base }) => {
      const contributes = manifest.contributes.map((each) =>
        Object.assign({}, each, { version: 2, migrate: migrateDoor }),
      )
      return { folder, base, manifest: { ...manifest, contributes } }
    })
    return { plugins: newer, problems }
  },
  open: async (plugin, door) => (door.$door === 'shared' ? migrate : source.open(plugin, door)),
}

let server: TestServer
let admin: Person
beforeEach(async () => {
  server = await startTestServer({ plugins })
  admin = await server.setUp()
})
afterEach(() => server.close())

it('brings older options up to date when they are saved, with their secrets sealed', async () => {
  const made = await create(admin, datasource('d', { host: 'old', password: 'hunter2' }))
  expect(made).toMatchObject({
    status: 201,
    body: {
      resource: { spec: { version: 2, options: { url: 'http://old', password: { $secret: expect.any(String) } } } },
    },
  })
})

it('brings older options up to date when they are tested', async () => {
  fake.opened.length = 0
  const body = datasource('d', { host: 'old' })
  const tested = await admin.send('/api/v1/ns/default/datasource-test', { method: 'POST', body })
  expect(tested).toMatchObject({ status: 200 })
  expect(fake.opened).toEqual([{ url: 'http://old' }])
})

it('refuses older options that cannot be read, and newer ones', async () => {
  const refused = { status: 409, body: { code: 'DATASOURCE_VERSION' } }
  expect(await create(admin, datasource('d', { url: 'http://a' }))).toMatchObject(refused)
  const newer = datasource('d', { url: 'http://a' })
  expect(await create(admin, { ...newer, spec: { ...newer.spec, version: 3 } } as never)).toMatchObject(refused)
})
