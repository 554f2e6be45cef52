import { expect, it, onTestFinished } from 'vitest'
import { startTestServer } from '../testing/test-server.ts'
import { createLog } from '../log/log.ts'
import { createTrustedProxies } from '../auth/trusted-proxies.ts'
import { createApp } from './app.ts'
import { limitRates, type RateLimits } from './rate-limits.ts'

const start = async (rateLimits?: RateLimits) => {
  const server = await startTestServer(rateLimits ? { rateLimits } : {})
  onTestFinished(server.close)
  return server
}
const SESSION = '/api/v1/session'

it('refuses who asks too often, says when to come back, and still answers others', async () => {
  const { setUp, join, nobody } = await start({ reads: 3 })
  const ada = await setUp()
  const vi = await join(ada, 'vi', 'viewer')
  const first = await ada.send(SESSION)
  expect([first.status, first.headers.get('ratelimit-limit'), first.headers.get('ratelimit-remaining')]).toEqual([
    200,
    '3',
    '2',
  ])
  await ada.send(SESSION)
  await ada.send(SESSION)
  const refused = await ada.send(SESSION)
  expect(refused).toMatchObject({
    status: 429,
    body: { code: 'RATE_LIMITED', params: { what: 'reads', limit: 3, seconds: expect.any(Number) as number } },
  })
  const seconds = Number(refused.headers.get('retry-after'))
  expect([seconds > 0 && seconds <= 60, refused.headers.get('ratelimit-remaining')]).toEqual([true, '0'])
  expect((await vi.send(SESSION)).status).toBe(200)
  expect((await nobody.send(SESSION)).status).toBe(200)
})

it('counts reads, writes and queries apart, and nobody by address before it looks at what they may', async () => {
  const { nobody } = await start({ reads: 1, writes: 2, queries: 1 })
  const statusOf = async (path: string, method = 'GET') =>
    (await nobody.send(path, { method, ...(method === 'GET' ? {} : { body: {} }) })).status
  const write = '/api/v1/ns/default/apply'
  const query = '/api/v1/ns/default/query'
  expect([await statusOf(write, 'POST'), await statusOf(write, 'POST'), await statusOf(write, 'POST')]).toEqual([
    401, 401, 429,
  ])
  expect([await statusOf(query, 'POST'), await statusOf(query, 'POST')]).toEqual([401, 429])
  expect([await statusOf(SESSION), await statusOf(SESSION)]).toEqual([200, 429])
})

it('lets who watches the host ask as often as it likes, and everybody where it is turned off', async () => {
  const { nobody } = await start({ reads: 1 })
  for (const path of ['/healthz', '/readyz', '/metrics', '/'])
    for (let i = 0; i < 3; i++) expect([path, (await nobody.send(path)).status]).toEqual([path, 200])
  const free = await start()
  expect((await free.nobody.send(SESSION)).headers.get('ratelimit-limit')).toBeNull()
})

it('remembers only so many', async () => {
  const app = await createApp({
    log: createLog({ level: 'silent' }),
    loopbackOnly: false,
    proxies: createTrustedProxies(['127.0.0.1']),
    traced: false,
    redactError: (error) => error,
  })
  onTestFinished(() => app.close())
  await limitRates(app, { reads: 1 }, 2)
  app.get('/api/x', () => 'x')
  const statusFrom = async (address: string) =>
    (await app.inject({ url: '/api/x', headers: { 'x-forwarded-for': address } })).statusCode
  const statuses = []
  for (const address of ['192.0.2.1', '192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.1']) {
    statuses.push(await statusFrom(address))
  }
  expect(statuses).toEqual([200, 429, 200, 200, 200])
  // A network of version 6 is one asker.
  expect([await statusFrom('2001:db8::1'), await statusFrom('2001:db8::2')]).toEqual([200, 429])
})
