import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { removeFolder, signIn, startHost, temporaryFolder, tokenOf } from '../support/host.ts'
import { root } from '../support/packages.ts'

const run = promisify(execFile)
const folders: string[] = []
const folder = (name: string) => {
  const made = temporaryFolder(name)
  folders.push(made)
  return made
}
afterAll(() => folders.forEach(removeFolder))

const bin = join(root, 'host/orrery/bin/orrery.js')
const failure = async (args: readonly string[]) =>
  run(process.execPath, [bin, 'serve', ...args], { timeout: 20_000 }).then(
    () => ({ code: 0, stderr: '' }),
    (error: { code: number; stderr: string }) => ({ code: error.code, stderr: error.stderr }),
  )

it.each([
  ['a key that is not known', '{ "prot": 1 }', /prot/],
  ['a value of the wrong type', '{ "port": "many" }', /port/],
  ['no JSON', '{ port: }', /orrery\.config\.json/],
])('ends with 2 and says why for a configuration with %s', async (_, text, reason) => {
  const file = join(folder('config'), 'orrery.config.json')
  writeFileSync(file, text)
  const { code, stderr } = await failure(['--config', file])
  expect(code).toBe(2)
  expect(stderr).toMatch(reason)
  expect(stderr).toMatch(/^CONFIG_[A-Z_]+: /)
  expect(stderr).not.toMatch(/\n\s+at /)
})

it('takes good files, and names path and line of broken ones', async () => {
  const provisioning = folder('provisioning')
  const resource = (id: string, spec: string) =>
    `apiVersion: orrery.dev/v1\nkind: datasource\nnamespace: default\nid: ${id}\nmetadata: { title: ${id} }\n${spec}`
  writeFileSync(join(provisioning, 'good.yaml'), resource('good', 'spec: { type: host, options: {} }\n'))
  writeFileSync(join(provisioning, 'syntax.yaml'), resource('syntax', 'spec: { type: host, options: {\n'))
  writeFileSync(
    join(provisioning, 'shape.yaml'),
    resource('shape', 'spec:\n  type: host\n  options: {}\n  colour: red\n'),
  )
  const host = await startHost(['--data', folder('data'), '--provisioning', provisioning])
  try {
    const lines = host.output()
    expect(lines).toMatch(/syntax\.yaml/)
    expect(lines).toMatch(/shape\.yaml.*"line":9|"line":9.*shape\.yaml/)
    const admin = await signIn(host, { name: 'ada', password: 'correct horse', token: tokenOf(host.setupUrl!) })
    const list = (await (await admin.request('/api/v1/ns/default/datasources')).json()) as {
      items: { resource: { id: string } }[]
    }
    expect(list.items.map(({ resource }) => resource.id)).toEqual(['good'])
  } finally {
    await host.stop()
  }
})

it('starts without a plugin whose manifest is broken, and lists why', async () => {
  const plugins = folder('plugins')
  mkdirSync(join(plugins, 'broken/dist'), { recursive: true })
  writeFileSync(join(plugins, 'broken/package.json'), '{ "name": "broken", "version": "1.0.0" }')
  writeFileSync(join(plugins, 'broken/dist/manifest.json'), '{ "manifest": 1, "id": 7 }')
  const host = await startHost(['--data', folder('data'), '--plugins', plugins])
  try {
    const admin = await signIn(host, { name: 'ada', password: 'correct horse', token: tokenOf(host.setupUrl!) })
    const list = (await (await admin.request('/api/v1/plugins')).json()) as {
      plugins: unknown[]
      problems: { code: string; folder: string }[]
    }
    expect(list.plugins.length).toBeGreaterThan(5)
    expect(list.problems).toEqual([
      expect.objectContaining({ code: 'MANIFEST_INVALID', folder: expect.stringContaining('broken') as string }),
    ])
  } finally {
    await host.stop()
  }
})

it('refuses a dashboard that is not one, and keeps what was there', async () => {
  const host = await startHost(['--data', folder('data')])
  try {
    const admin = await signIn(host, { name: 'ada', password: 'correct horse', token: tokenOf(host.setupUrl!) })
    const dashboard = (spec: object) => ({
      apiVersion: 'orrery.dev/v1',
      kind: 'dashboard',
      namespace: 'default',
      id: 'a',
      metadata: { title: 'A' },
      spec,
    })
    const good = { time: { from: 'now-1h', to: 'now' }, panels: {}, layout: { type: 'grid', items: [] } }
    const path = '/api/v1/ns/default/dashboards/a'
    const made = await admin.request(path, { method: 'PUT', body: dashboard(good), headers: { 'if-none-match': '*' } })
    const { revision } = (await made.json()) as { revision: string }
    for (const [at, bad] of [
      [/time\/from/, { ...good, time: { from: 'yesterday-ish', to: 'now' } }],
      [
        /layout\/items\/0.*none/,
        { ...good, layout: { type: 'grid', items: [{ panel: 'none', x: 0, y: 0, w: 1, h: 1 }] } },
      ],
      [/panels/, { ...good, panels: 1 }],
    ] as const) {
      const answer = await admin.request(path, {
        method: 'PUT',
        body: dashboard(bad),
        headers: { 'if-match': `"${revision}"` },
      })
      expect(answer.status).toBe(400)
      expect(await answer.json()).toMatchObject({
        code: expect.stringMatching(/INVALID$/) as string,
        // Path and reason.
        detail: expect.stringMatching(at) as string,
        traceId: expect.any(String) as string,
      })
    }
    expect(((await (await admin.request(path)).json()) as { revision: string }).revision).toBe(revision)
  } finally {
    await host.stop()
  }
})
