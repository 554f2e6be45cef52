import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '../store/database.ts'
import { dashboard, startTestServer, type TestServer } from '../testing/test-server.ts'

let folder: string
let dataFolder: string
let server: TestServer | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orrery-provisioning-'))
  dataFolder = mkdtempSync(join(tmpdir(), 'orrery-data-'))
})
afterEach(async () => {
  await stop()
  rmSync(folder, { recursive: true, force: true })
  rmSync(dataFolder, { recursive: true })
})

const stop = async () => {
  await server?.close()
  server = undefined
}

const datasourceYaml = (url = 'http://a', password = 'hunter2') => `apiVersion: orrery.dev/v1
kind: datasource
namespace: default
id: d
metadata:
  title: Provisioned
spec:
  type: fake
  options:
    url: ${url}
    password: ${password}
`

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
/** Starts the host anew on the same data, and gives what it says of the folder. */
const restart = async () => {
  await stop()
  server = await startTestServer({ provisioning: [folder], dataFolder })
  const admin = server.setupUrl === undefined ? await server.signIn('ada') : await server.setUp()
  const logged = server.lines.map(
    (line) => JSON.parse(line) as { file?: string; line?: number; code?: string; reason?: string; msg: string },
  )
  return { admin, problems: logged.filter(({ msg }) => msg === 'A provisioned document was not taken.') }
}
const D = '/api/v1/ns/default/datasources/d'
const HOME = '/api/v1/ns/default/dashboards/home'

it('writes what the files say, several documents in one, in folders below too', async () => {
  const folderYaml =
    'apiVersion: orrery.dev/v1\nkind: folder\nnamespace: default\nid: ops\nmetadata: { title: Ops }\nspec: {}\n'
  write('a.yaml', `${folderYaml}---\n${datasourceYaml()}---\n# nothing here\n`)
  mkdirSync(join(folder, 'below'))
  write('below/home.json', JSON.stringify(dashboard('home', [{ expr: 'up' }])))
  write('notes.txt', 'not for us: [')
  const { admin, problems } = await restart()
  expect(problems).toEqual([])
  expect(await admin.send(D)).toMatchObject({
    status: 200,
    body: { managedBy: 'provisioning', updatedBy: 'provisioning' },
  })
  expect(await admin.send(HOME)).toMatchObject({ status: 200, body: { managedBy: 'provisioning' } })
  expect(await admin.send('/api/v1/ns/default/folders/ops')).toMatchObject({ status: 200 })
})

it('leaves them to their owner: people cannot change or delete them', async () => {
  write('d.yaml', datasourceYaml())
  const { admin } = await restart()
  const { resource } = (await admin.send(D)).body as { resource: object }
  const refused = { status: 409, body: { code: 'RESOURCE_MANAGED' } }
  const apply = async (resource: unknown) =>
    admin.send('/api/v1/ns/default/apply', { method: 'POST', body: { resources: [resource] } })
  expect(await apply({ ...resource, metadata: { title: 'Other' } })).toMatchObject(refused)
  expect(await apply(resource)).toMatchObject({ status: 200, body: { items: [{ action: 'none' }] } })
  expect(await admin.send(D)).toMatchObject({ body: { managedBy: 'provisioning' } })
  expect(await admin.send(D, { method: 'PUT', body: resource, headers: { 'if-match': '*' } })).toMatchObject(refused)
  expect(await admin.send(`${D}?force=true`, { method: 'DELETE' })).toMatchObject(refused)
})

it('seals secrets, and changes nothing when the files say the same again', async () => {
  write('d.yaml', datasourceYaml())
  const first = (await (await restart()).admin.send(D)).body
  expect(JSON.stringify(first)).not.toContain('hunter2')
  expect((await (await restart()).admin.send(D)).body).toEqual(first)
  write('d.yaml', datasourceYaml('http://a', 'other'))
  expect((await (await restart()).admin.send(D)).body).not.toEqual(first)
})

it('takes secrets from the environment and from files, and tests them for an admin', async () => {
  const secret = join(folder, 'secret.txt')
  writeFileSync(secret, 'hunter2\n')
  write('d.yaml', datasourceYaml('http://a', `{ $file: ${JSON.stringify(secret)} }`))
  const { admin, problems } = await restart()
  expect(problems).toEqual([])
  const { resource } = (await admin.send(D)).body as { resource: object }
  expect(await admin.send('/api/v1/ns/default/datasource-test', { method: 'POST', body: resource })).toMatchObject({
    status: 200,
  })
  expect(server!.fake.opened).toEqual([{ url: 'http://a', password: 'hunter2' }])
})

it('says file, line and reason of what it cannot take, and takes the rest', async () => {
  write('a.yaml', 'kind: [unclosed\n')
  write('b.yaml', `${datasourceYaml()}---\nkind: other\n`)
  write(
    'c.yaml',
    'apiVersion: orrery.dev/v1\nkind: folder\nnamespace: default\nid: Not An Id\nmetadata:\n  title: x\nspec: {}\n',
  )
  write('d.json', '{\n  "kind": "folder",\n  "kind": "folder"\n}')
  const home = dashboard('home', [{ expr: 'up' }, { wrong: 1 }])
  write('e.json', JSON.stringify(home, null, 2))
  write('f.yaml', 'kind: folder\nnamespace: other\n')
  write('g.yaml', datasourceYaml())
  const overlapping = dashboard('two', [], {
    layout: { type: 'grid', items: [{ panel: 'nope', x: 0, y: 0, w: 1, h: 1 }] },
  })
  write('h.json', JSON.stringify(overlapping, null, 2))
  const { admin, problems } = await restart()
  const lineIn = (value: unknown, text: string) =>
    JSON.stringify(value, null, 2)
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  const found = Object.fromEntries(
    problems.map(({ file, line, code, reason }) => [file!.slice(folder.length + 1), { line, code, reason }]),
  )
  expect(found).toMatchObject({
    'a.yaml': { line: expect.any(Number), code: 'PROVISIONING_SYNTAX', reason: expect.any(String) },
    'b.yaml': {
      line: 13,
      code: 'PROVISIONING_INVALID',
      reason: expect.stringMatching(/^kind must be one of folder, datasource, library-panel, dashboard\b/),
    },
    'c.yaml': { line: 4, code: 'RESOURCE_INVALID', reason: expect.stringContaining('/id') },
    'd.json': { line: 3, reason: expect.stringContaining('unique') },
    'e.json': { line: expect.any(Number), reason: expect.stringContaining('/spec/panels/p/queries/1/query') },
    'f.yaml': { line: 2, reason: expect.stringContaining('namespace must be "default"') },
    'g.yaml': { line: 4, reason: expect.stringContaining('b.yaml') },
    'h.json': { line: lineIn(overlapping, '"panel": "nope"') - 1, reason: expect.stringContaining('/layout/items/0') },
  })
  expect(Math.abs(found['e.json']!.line! - lineIn(home, '"wrong"'))).toBeLessThanOrEqual(1)
  expect(await admin.send(D)).toMatchObject({ status: 200 })
})

it('keeps the last good state of a broken file, and deletes only when all files are good', async () => {
  write('d.yaml', datasourceYaml())
  write('home.json', JSON.stringify(dashboard('home', [])))
  const first = (await (await restart()).admin.send(D)).body
  write('d.yaml', datasourceYaml('not a url'))
  rmSync(join(folder, 'home.json'))
  const broken = await restart()
  expect(broken.problems).toMatchObject([{ line: 10, reason: expect.stringContaining('/spec/options/url') }])
  expect((await broken.admin.send(D)).body).toEqual(first)
  expect(await broken.admin.send(HOME)).toMatchObject({ status: 200 })
  write('d.yaml', datasourceYaml())
  const { admin } = await restart()
  expect(await admin.send(HOME)).toMatchObject({ status: 404 })
  expect((await admin.send(D)).body).toEqual(first)
})

it('starts also when the folder is not there, and keeps what came from it', async () => {
  write('d.yaml', datasourceYaml())
  await restart()
  rmSync(folder, { recursive: true })
  const { admin, problems } = await restart()
  expect(problems).toMatchObject([
    { file: folder, code: 'PROVISIONING_UNREADABLE', reason: expect.stringContaining('ENOENT') },
  ])
  expect(await admin.send(D)).toMatchObject({ status: 200 })
})

it('deletes nothing when the folder is empty, and says so', async () => {
  write('d.yaml', datasourceYaml())
  await restart()
  rmSync(join(folder, 'd.yaml'))
  const { admin, problems } = await restart()
  expect(problems).toMatchObject([{ file: folder, code: 'PROVISIONING_EMPTY' }])
  expect(await admin.send(D)).toMatchObject({ status: 200 })
})

it('deletes the secrets of what it deletes', async () => {
  write('d.yaml', datasourceYaml())
  write('home.json', JSON.stringify(dashboard('home', [])))
  await restart()
  rmSync(join(folder, 'd.yaml'))
  expect((await restart()).problems).toEqual([])
  await stop()
  const { db, close } = await openDatabase({ folder: dataFolder })
  expect(await db.selectFrom('secrets').selectAll().execute()).toEqual([])
  await close()
})

it('lets people edit what was provisioned once the host starts without', async () => {
  write('d.yaml', datasourceYaml())
  await restart()
  await stop()
  server = await startTestServer({ dataFolder })
  const admin = await server.signIn('ada')
  const { resource, managedBy } = (await admin.send(D)).body as { resource: object; managedBy?: string }
  expect(managedBy).toBeUndefined()
  expect(await admin.send(D, { method: 'PUT', body: resource, headers: { 'if-match': '*' } })).toMatchObject({
    status: 200,
  })
})

it('reads the folder again when it changes, and keeps the last good state of what breaks', async () => {
  write('d.yaml', datasourceYaml())
  server = await startTestServer({ provisioning: [folder], provisioningMs: 10 })
  const admin = await server.setUp()
  const url = async () =>
    ((await admin.send(D)).body as { resource: { spec: { options: { url: string } } } }).resource.spec.options.url
  write('d.yaml', datasourceYaml('http://b'))
  await expect.poll(url).toBe('http://b')
  write('d.yaml', 'kind: [unclosed\n')
  await expect.poll(() => server!.lines.join()).toContain('PROVISIONING_SYNTAX')
  expect(await url()).toBe('http://b')
  write('d.yaml', datasourceYaml('http://c'))
  await expect.poll(url).toBe('http://c')
  write('home.json', JSON.stringify(dashboard('home', [])))
  await expect.poll(async () => (await admin.send(HOME)).status).toBe(200)
  rmSync(join(folder, 'home.json'))
  await expect.poll(async () => (await admin.send(HOME)).status).toBe(404)
})
