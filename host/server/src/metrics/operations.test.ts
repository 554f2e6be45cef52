import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { json } from 'node:stream/consumers'
import { routes } from '@orrery/api'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { ServerOptions } from '../options.ts'
import { create, datasource, startTestServer } from '../testing/test-server.ts'

const start = async (options: Partial<ServerOptions> = {}) => {
  const server = await startTestServer(options)
  let closing: Promise<void> | undefined
  const close = () => (closing ??= server.close())
  onTestFinished(close)
  return { ...server, close }
}

it('says that it lives and takes requests', async () => {
  const { nobody } = await start()
  expect(await nobody.send('/healthz')).toMatchObject({ status: 200, body: { status: 'alive' } })
  expect(await nobody.send('/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } })
})

it('takes no more requests as soon as it is to stop, and goes on to answer for a while', async () => {
  const { nobody, setUp, close, lines } = await start({ drainMs: 1500 })
  const ada = await setUp()
  const events = await ada.fetch('/api/v1/ns/default/events')
  const closing = close()
  const ready = await nobody.send('/readyz')
  expect(ready).toMatchObject({
    status: 503,
    body: { code: 'NOT_READY', params: { reasons: ['it is about to stop'] } },
  })
  expect(ready.headers.get('connection')).toBe('close')
  expect((await nobody.send('/healthz')).status).toBe(200)
  // What would go on for ever has ended, so that its reader comes back elsewhere.
  expect(await events.text()).toContain(': changes of resources')
  expect((await create(ada, datasource('d'))).status).toBe(201)
  await closing
  await expect(nobody.send('/healthz')).rejects.toThrow('fetch failed')
  expect(lines.join('')).not.toContain('"level":"error"')
})

it('keeps its metrics for who has the token, where one is set', async () => {
  const open = await start()
  expect((await open.nobody.send('/metrics')).body).toContain('orrery_http_request_duration_seconds')
  const { nobody } = await start({ metricsToken: 'of prometheus' })
  const refused = await nobody.send('/metrics')
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  const read = (token: string) => nobody.send('/metrics', { headers: { authorization: `Bearer ${token}` } })
  expect((await read('of-somebody')).status).toBe(401)
  expect((await nobody.send('/metrics', { headers: { authorization: 'Basic eDp5' } })).body).toMatchObject({
    code: 'METRICS_TOKEN',
  })
  const { nobody: other } = await start({ metricsToken: 'of-prometheus' })
  const answer = await other.send('/metrics', { headers: { authorization: 'Bearer of-prometheus' } })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('version=0.0.4')])
})

it('bounds what every route takes', async () => {
  const { setUp, url } = await start()
  const { cookie } = await setUp()
  const withBody = Object.values(routes).filter((route) => 'body' in route)
  expect(withBody.length).toBeGreaterThan(5)
  for (const { method, path } of withBody) {
    const address = path
      .replace('{ns}', 'default')
      .replace('{plural}', 'dashboards')
      .replaceAll(/\{\w+\}/g, 'x')
    // The length is said, and nothing is sent.
    const headers = { cookie, 'orrery-request': '1', 'content-type': 'application/json', 'content-length': 2 ** 30 }
    const asked = request(url + address, { method, headers })
    asked.flushHeaders()
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    const { code } = (await json(answer)) as { code: string }
    asked.destroy()
    expect([path, answer.statusCode, code]).toEqual([path, 413, 'REQUEST_TOO_LARGE'])
  }
})

it('logs each request with who asked what, and shows refused and failed ones', async () => {
  const { nobody, setUp, lines } = await start()
  const ada = await setUp()
  await ada.send('/api/v1/ns/default/dashboards?search=hunter2')
  await nobody.send('/api/v1/ns/default/dashboards/none')
  const requests = () =>
    lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'request')
  await vi.waitFor(() => expect(requests()).toHaveLength(3))
  expect(requests()).toMatchObject([
    { level: 'debug', method: 'POST', route: '/api/v1/setup', status: 201 },
    { level: 'debug', subject: 'user:ada', path: '/api/v1/ns/default/dashboards', status: 200 },
    {
      level: 'info',
      method: 'GET',
      route: '/api/v1/ns/:ns/dashboards/:id',
      path: '/api/v1/ns/default/dashboards/none',
      status: 401,
      code: 'SIGN_IN_NEEDED',
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      ms: expect.any(Number) as number,
    },
  ])
  expect(lines.join('')).not.toContain('hunter2')
})
