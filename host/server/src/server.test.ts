import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import type { PluginList } from '@orrery/api'
import type { InstalledPlugin } from './plugins/installed.ts'
import { createFakePlugin, numberFrame } from './testing/fake-plugin.ts'
import { create, dashboard, datasource, startTestServer } from './testing/test-server.ts'
import type { ServerOptions } from './options.ts'
import { wireMessages } from './testing/wire-messages.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const start = async (options: Partial<ServerOptions> = {}) => {
  const server = await startTestServer(options)
  closers.push(server.close)
  return server
}
const temporaryFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-server-'))
  closers.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
/** `fetch` sends no Host header of one's choice. */
const statusFor = (url: string, host: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    request(`${url}/api/v1/session`, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })

it('serves the page with the import map, under a policy that allows it and, by a nonce, styles of scripts', async () => {
  const { nobody } = await start()
  const html = { headers: { accept: 'text/html' } }
  const nonces = new Set<string>()
  for (const path of ['/', '/d/home?from=now-1h', '/plugins']) {
    const { status, headers, body } = await nobody.send(path, html)
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-cache'])
    expect(body).toContain('<script type="importmap">{"imports":{"vue":"/assets/vue.js"},"integrity":{}}</script>')
    const policy = headers.get('content-security-policy')
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/]{43}='; style-src 'self' 'nonce-[\w+/]{22}==';/)
    expect(policy).not.toContain('unsafe')
    const nonce = /<meta property="csp-nonce" nonce="([^"]+)"/.exec(String(body))![1]!
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(3)
})

it('serves built files: those below assets for ever, compressed where they gain', async () => {
  const { nobody, webRoot } = await start({})
  expect(existsSync(webRoot)).toBe(true)
  const other = temporaryFolder()
  mkdirSync(join(other, 'assets'))
  writeFileSync(join(other, 'index.html'), '<!--importmap-->')
  writeFileSync(join(other, 'importmap.json'), '{"imports":{},"integrity":{}}')
  writeFileSync(join(other, 'assets', 'main-1.js'), 'x()\n'.repeat(1000))
  const server = await start({ webRoot: other })
  const script = await server.nobody.send('/assets/main-1.js', { headers: { 'accept-encoding': 'gzip' } })
  expect(script.body).toBe('x()\n'.repeat(1000))
  expect(script.headers.get('cache-control')).toContain('immutable')
  expect(script.headers.get('content-encoding')).toBe('gzip')
  const hidden = ['/assets/none.js', '/index.html', '/importmap.json', '/../package.json', '/%2e%2e/package.json']
  const statuses = await Promise.all(hidden.map(async (path) => (await server.nobody.send(path)).status))
  expect(statuses).toEqual(hidden.map(() => 404))
  expect((await nobody.send('/none')).status).toBe(404)
})

it('answers problems with code, detail and trace id, and never a stack', async () => {
  const { nobody, url } = await start()
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
  const none = await nobody.send('/api/v1/none', { headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01` } })
  expect(none).toMatchObject({
    status: 404,
    body: { code: 'ROUTE_NOT_FOUND', status: 404, traceId: trace, type: 'https://orrery.dev/errors#ROUTE_NOT_FOUND' },
  })
  expect(none.headers.get('content-type')).toBe('application/problem+json')
  expect(none.headers.get('x-content-type-options')).toBe('nosniff')
  expect(none.headers.get('cache-control')).toBe('no-store')
  const post = (body: string, type = 'application/json') =>
    fetch(`${url}/api/v1/session`, { method: 'POST', body, headers: { 'orrery-request': '1', 'content-type': type } })
  const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code]
  expect(await codeOf(await post('{"name":'))).toEqual([400, 'REQUEST_MALFORMED'])
  expect(await codeOf(await post('{"__proto__":{"x":1}}'))).toEqual([400, 'REQUEST_MALFORMED'])
  expect(await codeOf(await post('<a/>', 'application/xml'))).toEqual([415, 'REQUEST_MEDIA_TYPE'])
  expect(await codeOf(await post(`"${'x'.repeat(5_000_000)}"`))).toEqual([413, 'REQUEST_TOO_LARGE'])
  expect(await codeOf(await post('{"name":"a","password":"b","more":1}'))).toEqual([400, 'REQUEST_INVALID'])
})

it('gives whatever has no route to a middleware in development', async () => {
  const { nobody } = await start({
    devMiddleware: ({ url }, response, next) => {
      if (url === '/main.ts') response.end('from source')
      else next(url === '/broken' ? new Error('no such module') : undefined)
    },
  })
  expect(await nobody.send('/main.ts')).toMatchObject({ status: 200, body: 'from source' })
  expect(await nobody.send('/broken')).toMatchObject({ status: 500, body: 'Error: no such module' })
  expect((await nobody.send('/other')).status).toBe(404)
  expect(await nobody.send('/api/v1/other')).toMatchObject({ status: 404, body: { code: 'ROUTE_NOT_FOUND' } })
})

it('enables no plugin that does not fit, and all others', async () => {
  const { source } = createFakePlugin()
  const misfits = async () => {
    const { plugins } = await source.read()
    const [{ manifest, ...rest }] = plugins as [InstalledPlugin]
    const other = (change: object) => ({ ...rest, manifest: { ...manifest, ...change } })
    const shapeless = { kind: 'datasource', id: 'shapeless', title: 'Shapeless', options: 7 }
    return {
      plugins: [
        other({}),
        other({ id: '@test/twice' }),
        other({ id: '@test/newer', sdk: '^99.0.0' }),
        other({ id: '@test/shapeless', contributes: [shapeless] }),
      ],
      problems: [],
    }
  }
  const server = await start({ plugins: { ...source, read: misfits } })
  const admin = await server.setUp()
  const { plugins, problems } = (await admin.send('/api/v1/plugins')).body as PluginList
  expect(plugins.map(({ id }) => id)).toEqual(['@test/datasource-fake'])
  expect(problems.map(({ code }) => code)).toEqual([
    'CONTRIBUTION_DUPLICATE',
    'SDK_RANGE_UNSUPPORTED',
    'SCHEMA_INVALID',
  ])
})

it('stops: a running query may end in its time, then it is told why', async () => {
  for (const [graceMs, expected] of [
    [5000, undefined],
    [50, 'QUERY_CANCELLED'],
  ] as const) {
    const server = await startTestServer({ graceMs })
    const admin = await server.setUp()
    await create(admin, datasource('d'))
    let finish = () => {}
    const asked = new Promise<void>((resolve) => {
      server.fake.answer = () => {
        resolve()
        return new Promise((done) => (finish = () => done([numberFrame(1)])))
      }
    })
    const items = [{ type: 'draft', id: '1', refId: 'A', datasource: 'd', query: { expr: 'up' }, width: 100 }]
    const body = { range: { from: 0, to: 1000 }, timeZone: 'UTC', items }
    const answering = admin.fetch('/api/v1/ns/default/query', { method: 'POST', body })
    await asked
    const closing = server.close()
    if (expected === undefined) finish()
    const response = await answering
    const problems: unknown[] = []
    for await (const { header } of wireMessages(response)) if (header.problem) problems.push(header.problem.code)
    expect(problems).toEqual(expected === undefined ? [] : [expected])
    await closing
    await expect(server.nobody.send('/healthz')).rejects.toThrow('fetch failed')
  }
})

it('lists the plugins, and the folders that hold none', async () => {
  const folder = temporaryFolder()
  const server = await start({ plugins: [folder] })
  const admin = await server.setUp()
  expect(await admin.send('/api/v1/plugins')).toMatchObject({
    status: 200,
    body: { plugins: [], problems: [{ folder, code: 'PLUGIN_FOLDER_UNREADABLE' }] },
  })
})

it('counts requests and queries', async () => {
  const { nobody } = await start()
  expect((await nobody.send('/healthz')).body).toEqual({ status: 'alive' })
  expect((await nobody.send('/readyz')).body).toEqual({ status: 'ready' })
  await nobody.send('/api/v1/none/with/secret')
  const { body, headers } = await nobody.send('/metrics')
  expect(headers.get('content-type')).toContain('text/plain')
  const counted = 'orrery_http_request_duration_seconds_count'
  expect(body).toContain(`${counted}{route="/healthz",method="GET",status="200"} 1`)
  expect(body).toContain(`${counted}{route="other",method="GET",status="404"} 1`)
  expect(body).toMatch(/\norrery_queries_running 0\n/)
  expect(body).not.toContain('secret')
})

it('lets everybody on this machine in as admin in the demo, and leaves nothing behind', async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('orrery-demo-'))
  const server = await startTestServer({ demo: true })
  expect(server.setupUrl).toBeUndefined()
  expect((await server.nobody.send('/api/v1/session')).body).toMatchObject({
    user: { id: 'demo', role: 'admin' },
    demo: true,
    setup: false,
  })
  expect(await create(server.nobody, datasource('d'))).toMatchObject({ status: 201 })
  await server.close()
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('orrery-demo-'))).toEqual(before)
})

it('answers in the demo for loopback names at its own port only', async () => {
  const { url } = await start({ demo: true })
  const { port } = new URL(url)
  const statuses = (hosts: string[]) => Promise.all(hosts.map((host) => statusFor(url, host)))
  expect(await statuses([`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])).toEqual([200, 200, 200])
  const foreign = ['evil.example', `evil.example:${port}`, 'localhost:1', 'localhost', `localhost.evil.example:${port}`]
  expect(await statuses(foreign)).toEqual(foreign.map(() => 421))
})

it('refuses to start with options that cannot be right', async () => {
  await expect(start({ demo: true, host: '0.0.0.0' })).rejects.toMatchObject({ code: 'DEMO_ADDRESS_FORBIDDEN' })
  for (const publicUrl of ['orrery.example', 'ftp://orrery.example', 'https://example.com/orrery'])
    await expect(start({ publicUrl })).rejects.toMatchObject({ code: 'OPTIONS_INVALID' })
  await expect(start({ webRoot: join(tmpdir(), 'orrery-none') })).rejects.toMatchObject({ code: 'OPTIONS_INVALID' })
  const { url } = await start()
  await expect(start({ port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'OPTIONS_INVALID' })
})

it('keeps people, resources and secrets over a restart, and is not started twice on one folder', async () => {
  const dataFolder = temporaryFolder()
  const first = await startTestServer({ dataFolder })
  const admin = await first.setUp()
  await create(admin, datasource('d', { url: 'http://a', password: 'hunter2' }))
  await create(admin, dashboard('home', [{ expr: 'up' }]))
  await expect(start({ dataFolder })).rejects.toMatchObject({ code: 'STORE_LOCKED' })
  await first.close()

  const second = await start({ dataFolder })
  expect(second.setupUrl).toBeUndefined()
  const ada = await second.signIn('ada')
  const revision = ((await ada.send('/api/v1/ns/default/dashboards/home')).body as { revision: string }).revision
  const items = [{ type: 'panel', id: '1', panel: 'p', width: 100 }]
  const body = { dashboard: { id: 'home', revision }, range: { from: 0, to: 1000 }, timeZone: 'UTC', items }
  await (await ada.fetch('/api/v1/ns/default/query', { method: 'POST', body })).arrayBuffer()
  expect(second.fake.opened).toEqual([{ url: 'http://a', password: 'hunter2' }])
})

it('writes secure cookies and demands https when people reach it so', async () => {
  const server = await start({ publicUrl: 'https://orrery.example/' })
  expect(server.url).toBe('https://orrery.example')
  expect(server.setupUrl).toMatch(/^https:\/\/orrery\.example\/setup#token=/)
})
