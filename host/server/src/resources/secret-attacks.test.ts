import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  create,
  CREATE,
  dashboard,
  datasource,
  startTestServer,
  type Person,
  type TestServer,
} from '../testing/test-server.ts'

const SECRET = 'hunter2-of-a'
const HOME = 'http://a:8080/path'
const D = '/api/v1/ns/default/datasources/d'
const ANY = { 'if-match': '*' }

let server: TestServer
let admin: Person
let stored: ReturnType<typeof datasource>
let revision: string
beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
  const made = await create(admin, datasource('d', { url: HOME, password: SECRET }))
  ;({ resource: stored, revision } = made.body as { resource: typeof stored; revision: string })
})
afterEach(async () => {
  // Whatever was tried: the plugin saw the secret with its own address only.
  const leaks = server.fake.opened.filter(({ url, password }) => password === SECRET && url !== HOME)
  if (leaks.length) throw new Error(`The secret went to ${leaks.map(({ url }) => url).join(', ')}`)
  await server.close()
})

const ref = () => (stored.spec.options as { password?: object }).password
const REENTER = { status: 400, body: { code: 'SECRET_REENTER' } }
const FORBIDDEN = { status: 403, body: { code: 'SECRET_SOURCE_FORBIDDEN' } }
const withOptions = (options: object, more: object = {}) => ({ ...stored, ...more, spec: { type: 'fake', options } })
const put = (body: object, path = D, headers: Record<string, string> = ANY) =>
  admin.send(path, { method: 'PUT', body, headers })
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  admin.send(path, { method: 'POST', body, headers })
const test = (body: unknown) => post('/api/v1/ns/default/datasource-test', body)
const apply = (...resources: readonly unknown[]) => post('/api/v1/ns/default/apply', { resources })

const elsewhere = {
  'another host': 'http://evil:8080/path',
  'another port': 'http://a:8081/path',
  'another scheme': 'https://a:8080/path',
  'another path': 'http://a:8080/other',
  'a user before the host': 'http://a:8080@evil/path',
  'user info': 'http://user@a:8080/path',
  'a trailing dot': 'http://a.:8080/path',
  'another case': 'http://A:8080/path',
  'a fragment': 'http://a:8080/path#@evil',
  'a query': 'http://a:8080/path?x=1',
  'an escape': 'http://a:8080/p%61th',
  'a longer host': 'http://a.evil:8080/path',
}

describe('a stored secret does not go to', () => {
  it.each(Object.entries(elsewhere))('%s', async (_, url) => {
    const turned = withOptions({ url, password: ref() })
    expect(await put(turned)).toMatchObject(REENTER)
    expect(await admin.send(D, { method: 'PATCH', body: { spec: { options: { url } } }, headers: ANY })).toMatchObject(
      REENTER,
    )
    expect(await apply(turned)).toMatchObject(REENTER)
    expect(await post(`${D}/validate`, turned)).toMatchObject(REENTER)
    expect(await test(turned)).toMatchObject(REENTER)
  })
})

it('is no secret of another resource, namespace, kind or type', async () => {
  const copy = { ...stored, id: 'copy' }
  expect(await put(copy, `${D}x`.replace('/dx', '/copy'), CREATE)).toMatchObject(REENTER)
  expect(await apply(copy)).toMatchObject(REENTER)
  expect(await test(copy)).toMatchObject(REENTER)
  expect(await test({ ...stored, namespace: 'other' })).toMatchObject({ status: 200 })
  expect(await put({ ...stored, namespace: 'other' })).toMatchObject({ status: 400, body: { code: 'KEY_MISMATCH' } })
  expect(await test({ ...stored, spec: { ...stored.spec, type: 'other' } })).toMatchObject({ status: 400 })
  await create(admin, datasource('copy', { url: HOME, password: 'own' }))
  expect(await put(copy, '/api/v1/ns/default/datasources/copy')).toMatchObject(REENTER)
  // A query is text for the backend: a reference in it stays one.
  await create(admin, dashboard('home', [{ expr: JSON.stringify(ref()) }]))
})

it('does not follow a reference that is written elsewhere in the document', async () => {
  const inUrl = withOptions({ url: ref(), password: ref() })
  expect(await put(inUrl)).toMatchObject({ status: 400, body: { code: 'RESOURCE_INVALID' } })
  const { password } = stored.spec.options as { password?: { $secret: string } }
  expect(await put(withOptions({ url: `http://evil/${password!.$secret}` }))).toMatchObject({ status: 200 })
  expect(await test(withOptions({ url: `http://evil/${password!.$secret}` }))).toMatchObject({ status: 200 })
  expect(JSON.stringify(server.fake.opened)).not.toContain(SECRET)
})

it('does not come back once it was replaced, taken away or deleted with its datasource', async () => {
  await put(withOptions({ url: HOME }))
  expect(await put(stored)).toMatchObject(REENTER)
  expect(await test(stored)).toMatchObject(REENTER)
  await put(withOptions({ url: 'http://evil' }))
  expect(await put(stored)).toMatchObject(REENTER)
  expect(await post(`${D}/restore`, { revision }, ANY)).toMatchObject(REENTER)
  await admin.send(D, { method: 'DELETE' })
  expect(await put(stored, D, CREATE)).toMatchObject(REENTER)
  expect(await post(`${D}/restore`, { revision }, CREATE)).toMatchObject(REENTER)
  await put(datasource('d', { url: 'http://evil', password: 'other' }), D, CREATE)
  expect(await put(stored)).toMatchObject(REENTER)
  expect(await post(`${D}/restore`, { revision }, ANY)).toMatchObject(REENTER)
})

it('sends no new secret to the address of an old revision', async () => {
  await put(datasource('e', { url: 'http://evil', password: 'bait' }), '/api/v1/ns/default/datasources/e', CREATE)
  const E = '/api/v1/ns/default/datasources/e'
  const old = ((await admin.send(E)).body as { revision: string }).revision
  const now = await put(datasource('e', { url: HOME, password: SECRET }), E)
  const { resource, change } = now.body as { resource: typeof stored; change: number }
  expect(await post(`/api/v1/ns/default/changes/${change}/undo`, undefined)).toMatchObject(REENTER)
  expect(await post(`${E}/restore`, { revision: old }, ANY)).toMatchObject(REENTER)
  expect(
    await put({ ...resource, spec: { type: 'fake', options: { ...resource.spec.options, url: 'http://evil' } } }, E),
  ).toMatchObject(REENTER)
})

it('lets people name no variable or file of the host', async () => {
  process.env['ORRERY_TEST_SECRET'] = SECRET
  for (const source of [{ $env: 'ORRERY_TEST_SECRET' }, { $file: '/etc/hostname' }]) {
    const naming = withOptions({ url: 'http://evil', password: source })
    expect(await put(naming)).toMatchObject(FORBIDDEN)
    expect(await apply(naming)).toMatchObject(FORBIDDEN)
    expect(await test(naming)).toMatchObject(FORBIDDEN)
    expect(await test({ ...naming, id: 'new' })).toMatchObject(FORBIDDEN)
  }
  for (const both of [{ $secret: 'a', $env: 'ORRERY_TEST_SECRET' }, { $env: ['ORRERY_TEST_SECRET'] }])
    expect((await put(withOptions({ url: HOME, password: both }))).body).toMatchObject({ code: 'RESOURCE_INVALID' })
  delete process.env['ORRERY_TEST_SECRET']
})

it('takes no address that hides in the prototype or twice in the text', async () => {
  const raw = (text: string) =>
    fetch(server.url + D, {
      method: 'PUT',
      headers: { 'orrery-request': '1', cookie: admin.cookie, 'content-type': 'application/json', ...ANY },
      body: text,
    })
  const hidden = JSON.stringify(stored).replace('"options":{', '"options":{"__proto__":{"url":"http://evil"},')
  expect((await raw(hidden)).status).toBe(400)
  const twice = JSON.stringify(stored).replace(`"url":"${HOME}"`, `"url":"${HOME}","url":"http://evil"`)
  expect(twice).toContain('evil')
  expect((await raw(twice)).status).toBe(400)
})

it('stays with its document, whoever saves at once', async () => {
  const titled = (i: number) => ({ ...stored, metadata: { title: `By ${i}` } })
  const tries = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      i % 2 ? put(titled(i)) : put(datasource('d', { url: `http://own-${i}`, password: `own-${i}` })),
    ),
  )
  expect(tries.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
  const { resource } = (await admin.send(D)).body as { resource: typeof stored }
  // What is stored now has the secret that was saved with it.
  expect(await test(resource)).toMatchObject({ status: 200 })
  const { url, password } = server.fake.opened.at(-1)!
  expect(password).toBe(url === HOME ? SECRET : url.replace('http://', ''))
})

it('does not go elsewhere by files that take the datasource over', async () => {
  const [folder, dataFolder] = ['files', 'data'].map((name) => mkdtempSync(join(tmpdir(), `orrery-${name}-`))) as [
    string,
    string,
  ]
  const first = await startTestServer({ dataFolder })
  const made = await create(await first.setUp(), datasource('d', { url: HOME, password: SECRET }))
  const { resource } = made.body as { resource: typeof stored }
  await first.close()
  const turned = { ...resource, spec: { type: 'fake', options: { ...resource.spec.options, url: 'http://evil' } } }
  writeFileSync(join(folder, 'd.json'), JSON.stringify(turned))
  const second = await startTestServer({ dataFolder, provisioning: [folder] })
  expect(second.lines.join()).toContain('SECRET_REENTER')
  const person = await second.signIn('ada')
  expect((await person.send(D)).body).toMatchObject({ resource })
  await second.close()
  for (const path of [folder, dataFolder]) rmSync(path, { recursive: true })
})
