import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeFolder, signIn, startHost, temporaryFolder, tokenOf, type TestHost } from '../support/host.ts'
import { root } from '../support/packages.ts'

const BIN = join(root, 'host/orrery/bin/orrery.js')
const folder = temporaryFolder('command')
let host: TestHost
let token = ''
beforeAll(async () => {
  host = await startHost(['--data', join(folder, 'data')])
  const credentials = { name: 'ada', password: 'correct horse', token: tokenOf(host.setupUrl!) }
  const admin = await signIn(host, credentials)
  const made = await admin.request('/api/v1/tokens', { method: 'POST', body: { name: 'deploy', role: 'admin' } })
  ;({ token } = (await made.json()) as { token: string })
})
afterAll(async () => {
  await host?.stop()
  removeFolder(folder)
})

/** The built command, as a pipeline calls it. */
const orrery = (args: readonly string[], input = '') =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const env = { ...process.env, ORRERY_URL: host.url, ORRERY_TOKEN: token }
    const child = execFile(process.execPath, [BIN, ...args], { cwd: folder, env }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
    child.stdin!.end(input)
  })

const home = (title: string) => `apiVersion: orrery.dev/v1
kind: dashboard
namespace: default
id: home
metadata: { title: ${title} }
spec:
  time: { from: now-1h, to: now }
  panels:
    load:
      type: timeseries
      title: Load
      queries: [{ refId: A, datasource: machine, query: { type: range, metric: load } }]
      options: {}
  layout: { type: grid, items: [{ panel: load, x: 0, y: 0, w: 12, h: 8 }] }
`
const machine = `apiVersion: orrery.dev/v1
kind: datasource
namespace: default
id: machine
metadata: { title: This machine }
spec: { type: host, options: {} }
`

it('keeps dashboards in files: apply, export, edit, compare, apply, delete, and back by the export', async () => {
  expect(await orrery(['validate', '-f', '-'], `${home('Home')}---\n${machine}`)).toMatchObject({ code: 0, out: '' })
  expect(await orrery(['apply', '-f', '-'], `${home('Home')}---\n${machine}`)).toEqual({
    code: 0,
    out: 'datasource/machine created\ndashboard/home created\n',
    err: '',
  })

  expect(await orrery(['export', 'kept'])).toMatchObject({
    code: 0,
    out: 'kept/datasources/machine.yaml\nkept/dashboards/home.yaml\n',
  })
  expect(await orrery(['diff', '-f', 'kept'])).toEqual({ code: 0, out: '', err: '' })

  const file = join(folder, 'kept/dashboards/home.yaml')
  const exported = readFileSync(file, 'utf8')
  writeFileSync(file, exported.replace('title: Home', 'title: Renamed'))
  const difference = await orrery(['diff', '-f', 'kept'])
  expect(difference.code).toBe(1)
  expect(difference.out).toContain('-  title: Home\n+  title: Renamed\n')

  expect((await orrery(['apply', '-f', 'kept'])).out).toBe('datasource/machine unchanged\ndashboard/home updated\n')
  expect((await orrery(['get', 'dashboard', 'home', '-o', 'yaml'])).out).toBe(readFileSync(file, 'utf8'))
  expect(await orrery(['delete', 'datasource/machine'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('dashboard "home"') as string,
  })
  expect(await orrery(['delete', '-f', 'kept'])).toMatchObject({
    code: 0,
    out: 'dashboard/home deleted\ndatasource/machine deleted\n',
  })

  writeFileSync(file, exported)
  expect((await orrery(['apply', '-f', 'kept'])).out).toBe('datasource/machine created\ndashboard/home created\n')
  expect((await orrery(['get', 'dashboards', '-o', 'name'])).out).toBe('dashboard/home\n')
})

it('ends with 1 and one line for a refusal, and with 2 for wrong use', async () => {
  const refused = await orrery(['apply', '-f', '-'], home('Home').replace('type: grid', 'type: circle'))
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toMatch(/^standard input:14: RESOURCE_INVALID: \/spec\/layout\/type .*\nNothing was applied\.\n$/)
  expect(await orrery(['aply'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('Did you mean apply?') as string,
  })
  expect((await orrery(['apply', '--help'])).out).toContain('--dry-run')
})
