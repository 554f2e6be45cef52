import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { CodedError } from '@orrery/schema'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import type { ServerOptions } from '../options.ts'
import { startCollector, type Collector } from '../testing/collector.ts'
import { numberFrame } from '../testing/fake-plugin.ts'
import { create, dashboard, datasource, startTestServer, type Person, type TestServer } from '../testing/test-server.ts'

let collector: Collector
beforeEach(async () => {
  collector = await startCollector()
})
afterEach(() => collector.close())

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const traceparent = `00-${TRACE}-00f067aa0ba902b7-01`
const range = { from: 0, to: 3_600_000 }
const ROUTE = 'POST /api/v1/ns/:ns/query'

/** A backend that keeps the headers it is asked with. */
async function startBackend() {
  const asked: IncomingHttpHeaders[] = []
  const backend = createServer((request, response) => {
    asked.push(request.headers)
    response.statusCode = request.url === '/broken' ? 500 : 200
    response.end('ok')
  }).listen(0, '127.0.0.1')
  await once(backend, 'listening')
  onTestFinished(() => void backend.close())
  return { asked, url: `http://127.0.0.1:${(backend.address() as AddressInfo).port}` }
}

/** A host with a dashboard of one panel, and what it sent when it has ended. */
async function startTraced(options: Partial<ServerOptions> = {}) {
  const server: TestServer = await startTestServer({ telemetry: { endpoint: collector.url }, ...options })
  let isOpen = true
  const close = async () => {
    if (isOpen) await server.close()
    isOpen = false
  }
  onTestFinished(close)
  const admin = await server.setUp()
  await create(admin, datasource('d', { url: 'http://backend', password: 'hunter2' }))
  const saved = await create(admin, dashboard('home', [{ expr: 'up{secret="of mine"}' }]))
  const { revision } = saved.body as { revision: string }
  const body = {
    dashboard: { id: 'home', revision },
    range,
    timeZone: 'UTC',
    items: [{ type: 'panel', id: '1', panel: 'p', width: 600 }],
  }
  const query = async (headers: Record<string, string> = { traceparent }, person: Person = admin) => {
    const response = await person.fetch('/api/v1/ns/default/query', { method: 'POST', body, headers })
    return response.text()
  }
  return { server, admin, query, close, body }
}
const ofTrace = (traceId: string) => collector.spans.filter((span) => span.traceId === traceId)

it('sends the life of a query, each step inside what it is part of', async () => {
  const backend = await startBackend()
  const { server, query, close } = await startTraced()
  server.fake.answer = async (_, http) => {
    await (await http.request(`${backend.url}/metrics?key=hunter2`)).text()
    return [numberFrame(1)]
  }
  await query()
  await close()
  collector.spans.splice(0, Infinity, ...ofTrace(TRACE))
  expect(collector.edges()).toEqual([
    `${ROUTE} > orrery.batch`,
    `${ROUTE} > orrery.permission`,
    `${ROUTE} > orrery.variables`,
    'datasource.query > GET',
    'orrery.batch > orrery.item',
    'orrery.item > orrery.encode',
    'orrery.item > orrery.query',
    'orrery.query > datasource.query',
    'orrery.query > orrery.query.connect',
    'orrery.query > orrery.query.queue',
    'orrery.query > orrery.query.requestHooks',
    'orrery.query > orrery.query.resultHooks',
    `the caller > ${ROUTE}`,
  ])
  const [request, asked, http] = [ROUTE, 'datasource.query', 'GET'].map((name) => collector.named(name)[0]!)
  expect(request).toMatchObject({
    kind: 2,
    parentSpanId: '00f067aa0ba902b7',
    attributes: {
      'http.request.method': 'POST',
      'http.route': '/api/v1/ns/:ns/query',
      'http.response.status_code': 200,
      'url.path': '/api/v1/ns/default/query',
    },
  })
  expect(asked).toMatchObject({
    kind: 3,
    attributes: {
      'db.system.name': 'fake',
      'orrery.datasource.id': 'd',
      'orrery.datasource.type': 'fake',
      'orrery.query.ref_id': 'A',
      'orrery.query.rows': 1,
    },
  })
  expect(http).toMatchObject({
    kind: 3,
    attributes: { 'http.response.status_code': 200, 'server.address': '127.0.0.1' },
  })
  expect(backend.asked[0]!['traceparent']).toBe(`00-${TRACE}-${http!.spanId}-01`)
  expect(collector.resources[0]).toMatchObject({ 'service.name': 'orrery' })
  expect(collector.requests[0]!.path).toBe('/v1/traces')
  // Neither the password of the datasource, nor keys in addresses, nor the query.
  expect(JSON.stringify(collector.spans)).not.toMatch(/hunter2|of mine/)
})

it('tells which answer came from the cache, and sends the text of queries only where that is set', async () => {
  const { query, close } = await startTraced({ telemetry: { endpoint: collector.url, queryText: true } })
  await query()
  await query()
  await close()
  expect(collector.named('orrery.query').map(({ attributes }) => attributes['orrery.query.source'])).toEqual([
    'datasource',
    'cache',
  ])
  expect(collector.named('datasource.query').map(({ attributes }) => attributes['db.query.text'])).toEqual([
    '{"expr":"up{secret=\\"of mine\\"}"}',
  ])
})

it('says by which code what failed, on every span that failed', async () => {
  const backend = await startBackend()
  const { server, query, close } = await startTraced()
  server.fake.answer = async (_, http) => {
    await (await http.request(`${backend.url}/broken`)).text()
    throw new CodedError('FakeError', 'FAKE_DOWN', 502, 'hunter2 is down.', {})
  }
  await query()
  await close()
  const failed = ofTrace(TRACE).filter(({ status }) => status.code === 2)
  expect(failed.map(({ name, status }) => [name, status.message]).sort()).toEqual([
    ['GET', '500'],
    ['datasource.query', 'FAKE_DOWN'],
    ['orrery.query', 'FAKE_DOWN'],
  ])
  expect(JSON.stringify(collector.spans)).not.toContain('hunter2')
})

it('ends the spans of what nobody waits for any more', async () => {
  const { server, admin, close, body } = await startTraced({ graceMs: 50 })
  const asked = new Promise<void>((resolve) => {
    server.fake.answer = async () => {
      resolve()
      return new Promise(() => {})
    }
  })
  const leaving = new AbortController()
  const init = { method: 'POST', body, headers: { traceparent }, signal: leaving.signal }
  const answered = admin.fetch('/api/v1/ns/default/query', init)
  await asked
  leaving.abort()
  await expect(answered).rejects.toThrow('aborted')
  await vi.waitFor(() => expect(server.lines.join('')).toContain('"status":499'))
  await close()
  expect(server.lines.join('')).not.toContain('"level":"error"')
  const failed = ofTrace(TRACE).filter(({ status }) => status.code === 2)
  expect(failed.map(({ name, status }) => [name, status.message]).sort()).toEqual([
    [ROUTE, 'cancelled'],
    ['datasource.query', 'QUERY_CANCELLED'],
    ['orrery.query', 'QUERY_CANCELLED'],
  ])
})

it('gives a request that names no trace the id of its span', async () => {
  const { server, close } = await startTraced()
  const { body } = await server.nobody.send('/api/v1/ns/default/dashboards/none')
  await server.nobody.send('/healthz')
  await close()
  const { traceId } = body as { traceId: string }
  expect(ofTrace(traceId)).toMatchObject([{ attributes: { 'error.type': 'SIGN_IN_NEEDED' } }])
  expect(ofTrace(traceId)[0]!.parentSpanId).toBeUndefined()
  expect(collector.spans.map(({ name }) => name)).not.toContain('GET /healthz')
})

it('heeds a caller by which nothing is sampled, and carries the trace on all the same', async () => {
  const backend = await startBackend()
  const { server, query, close } = await startTraced()
  server.fake.answer = async (_, http) => {
    await (await http.request(backend.url)).text()
    return [numberFrame(1)]
  }
  await query({ traceparent: traceparent.replace(/01$/, '00') })
  await close()
  expect(ofTrace(TRACE)).toEqual([])
  expect(backend.asked[0]!['traceparent']).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-00$`))
})

it('warns once of a collector that is away, and answers as ever', async () => {
  const away = await startCollector()
  await away.close()
  vi.stubEnv('OTEL_EXPORTER_OTLP_TIMEOUT', '50')
  onTestFinished(() => void vi.unstubAllEnvs())
  const { server, close } = await startTraced({ telemetry: { endpoint: away.url } })
  // More than one batch.
  for (let i = 0; i < 60; i++) {
    const asked = Array.from({ length: 10 }, () => server.nobody.send('/api/v1/session'))
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(10).fill(200))
  }
  await close()
  const levels = server.lines.map((line) => JSON.parse(line) as { level: string; msg: string })
  expect(levels.filter(({ level }) => level === 'warn' || level === 'error')).toMatchObject([
    { level: 'warn', msg: expect.stringMatching(/^Spans cannot be sent/) as string },
  ])
})

it.each([
  ['OTEL_TRACES_SAMPLER', 'sometimes'],
  ['OTEL_TRACES_SAMPLER_ARG', '2'],
])('refuses to start where %s is %s', async (name, value) => {
  vi.stubEnv(name, value)
  onTestFinished(() => void vi.unstubAllEnvs())
  await expect(startTestServer({ telemetry: { endpoint: collector.url } })).rejects.toMatchObject({
    code: 'OPTIONS_INVALID',
    message: expect.stringContaining(name) as string,
  })
})

/** In a process of its own, because what is loaded stays loaded. Answers which of the SDK's packages were. */
const loadedWith = async (environment: Record<string, string>) => {
  const program = `
    import { registerHooks } from 'node:module'
    const loaded = new Set()
    registerHooks({ load: (url, context, next) => {
      const name = /@opentelemetry\\/([a-z-]+)/.exec(url)?.[1]
      if (name) loaded.add(name)
      return next(url, context)
    } })
    const { startTestServer } = await import(${JSON.stringify(new URL('../testing/test-server.ts', import.meta.url).href)})
    const server = await startTestServer()
    await server.nobody.send('/api/v1/session')
    await server.close()
    console.log([...loaded].sort().join(' '))`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=orrery-source', '--no-warnings', '--input-type=module', '--eval', program],
    { env: { ...process.env, ...environment } },
  )
  return stdout.trim().split(' ')
}

it('loads and sends nothing unless an address is given, by the setting or the environment', async () => {
  expect(await loadedWith({})).toEqual(['api'])
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url }
  expect(await loadedWith({ ...endpoint, OTEL_SDK_DISABLED: 'true' })).toEqual(['api'])
  expect(collector.requests).toEqual([])
  const headers = { OTEL_EXPORTER_OTLP_HEADERS: 'x-key=k', OTEL_SERVICE_NAME: 'mine' }
  expect(await loadedWith({ ...endpoint, ...headers })).toContain('sdk-trace')
  expect(collector.requests[0]!.headers).toMatchObject({ 'x-key': 'k' })
  expect(collector.resources[0]).toMatchObject({ 'service.name': 'mine' })
  expect(collector.named('GET /api/v1/session')).toHaveLength(1)
})
