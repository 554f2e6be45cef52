import { hash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, afterEach, expect, it, onTestFinished } from 'vitest'
import { startTestServer } from '../testing/test-server.ts'

const VIEW = 'export default { abi: 1 }\n'
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orrery-details-'))
  mkdirSync(join(folder, 'dist/ui'), { recursive: true })
  writeFileSync(join(folder, 'dist/ui/Panel.js'), VIEW)
  const manifest = {
    manifest: 1,
    id: '@acme/panel-demo',
    version: '1.0.0',
    sdk: '^0.1.0',
    title: 'Demo',
    contributes: [],
    files: { './ui/Panel.js': `sha384-${hash('sha384', VIEW, 'base64')}` },
  }
  writeFileSync(join(folder, 'dist/manifest.json'), JSON.stringify(manifest))
})
afterEach(() => rmSync(folder, { recursive: true }))

const writePackage = (text: string) => writeFileSync(join(folder, 'package.json'), text)
async function start() {
  const server = await startTestServer({ plugins: [folder] })
  onTestFinished(() => server.close())
  const { send } = await server.setUp()
  return (path: string, headers: Record<string, string> = {}) => send(path, { headers })
}
const DETAILS = '/api/v1/plugins/%40acme%2Fpanel-demo'

it('tells what the manifest and the package state, and how large the files are', async () => {
  writePackage('{ "license": "MIT", "homepage": "https://acme.example/demo" }')
  const send = await start()
  expect(await send(DETAILS)).toMatchObject({
    status: 200,
    body: {
      sdk: '^0.1.0',
      folder: join(folder, 'dist'),
      license: 'MIT',
      homepage: 'https://acme.example/demo',
      startsWithHost: false,
      files: [{ path: './ui/Panel.js', bytes: VIEW.length }],
    },
  })
  expect(await send('/api/v1/plugins/other')).toMatchObject({ status: 404, body: { code: 'PLUGIN_NOT_FOUND' } })
})

it('leaves out where it is for those who need not know', async () => {
  const server = await startTestServer({ plugins: [folder, '/nowhere'] })
  onTestFinished(() => server.close())
  const admin = await server.setUp()
  const viewer = await server.join(admin, 'vi', 'viewer')
  expect((await viewer.send(DETAILS)).body).toMatchObject({ sdk: '^0.1.0' })
  expect((await viewer.send(DETAILS)).body).not.toHaveProperty('folder')
  expect((await viewer.send('/api/v1/plugins')).body).toMatchObject({ plugins: [{}], problems: [] })
  expect((await admin.send('/api/v1/plugins')).body).toMatchObject({ problems: [{ folder: '/nowhere' }] })
})

it('passes over what a package states wrongly', async () => {
  writePackage('{ "license": 3 }')
  const send = await start()
  expect((await send(DETAILS)).body).not.toHaveProperty('license')
  writePackage('no JSON')
  expect((await send(DETAILS)).body).not.toHaveProperty('license')
  writePackage('{ "homepage": "javascript:alert(1)" }')
  expect((await send(DETAILS)).body).not.toHaveProperty('homepage')
})

it('answers a browser that comes to the page of a plugin with the interface, and others with what is wrong', async () => {
  const send = await start()
  const path = '/plugins/%40acme%2Fpanel-demo'
  const asPage = { accept: 'text/html,*/*' }
  // Each answer has a nonce of its own.
  const withoutNonce = (body: unknown) => String(body).replace(/nonce[^>]*/g, '')
  const [page, interfacePage] = [await send(path, asPage), await send('/', asPage)]
  expect([page.status, withoutNonce(page.body)]).toEqual([200, withoutNonce(interfacePage.body)])
  expect((await send(path)).body).toMatchObject({ code: 'PLUGIN_FILE_MISSING' })
})
