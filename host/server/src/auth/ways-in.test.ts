import { afterEach, expect, it } from 'vitest'
import type { AccessToken, Session } from '@orrery/api'
import type { ServerOptions } from '../options.ts'
import { create, dashboard, startTestServer } from '../testing/test-server.ts'
import type { Authenticate } from './authenticate.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})
const start = async (options: Partial<ServerOptions>) => {
  const server = await startTestServer(options)
  closers.push(server.close)
  return server
}
/** What a proxy with single sign-on would have a host believe. */
const byHeader: Authenticate = ({ headers }) => {
  const id = headers['x-user']
  return typeof id === 'string' ? { id, name: id, role: id === 'root' ? 'admin' : 'editor' } : undefined
}
const HERE = ['127.0.0.1']
const ADA = { 'x-user': 'ada' }

it('takes whom a trusted proxy names, under an id of their own', async () => {
  const { nobody } = await start({ trustProxy: HERE, auth: { authenticate: byHeader } })
  const session = (await nobody.send('/api/v1/session', { headers: ADA })).body
  expect(session).toMatchObject({ user: { id: 'sso:ada', name: 'ada', role: 'editor', via: 'proxy' } })
  const home = '/api/v1/ns/default/dashboards/home'
  const body = dashboard('home', [])
  const written = await nobody.send(home, { method: 'PUT', body, headers: { ...ADA, 'if-none-match': '*' } })
  expect(written).toMatchObject({ status: 201, body: { updatedBy: 'sso:ada' } })
  expect((await nobody.send(home)).status).toBe(401)
})

it('believes no header of whoever comes past the proxies, also not about their address', async () => {
  const asked: string[] = []
  const authenticate: Authenticate = (request) => {
    asked.push(request.address)
    return byHeader(request)
  }
  const spoof = { ...ADA, 'x-forwarded-for': '10.0.0.1', 'x-real-ip': '10.0.0.1', forwarded: 'for=10.0.0.1' }
  const away = await start({ trustProxy: ['10.0.0.1'], auth: { authenticate } })
  expect((await away.nobody.send('/api/v1/session', { headers: spoof })).body).not.toHaveProperty('user')
  expect(asked).toEqual([])
  const here = await start({ trustProxy: HERE, auth: { authenticate } })
  await here.nobody.send('/api/v1/session', { headers: { ...ADA, 'x-forwarded-for': '6.6.6.6, 9.9.9.9' } })
  // The nearest address that is no proxy: what stands before it may be anybody's invention.
  expect(asked).toEqual(['9.9.9.9'])
})

it('limits sign-ins by the address that the proxy names, and logs it', async () => {
  const { nobody, lines, setUp } = await start({ trustProxy: HERE })
  await setUp()
  const guess = async (from: string) =>
    (
      await nobody.send('/api/v1/session', {
        method: 'POST',
        body: { name: 'ada', password: 'wrong' },
        headers: { 'x-forwarded-for': from },
      })
    ).status
  for (let i = 0; i < 10; i++) await guess('9.9.9.9')
  expect(await guess('9.9.9.9')).toBe(429)
  expect(await guess('8.8.8.8')).toBe(401)
  expect(lines.join()).toContain('"address":"9.9.9.9"')
})

it('refuses changes that another site has a browser send through the proxy', async () => {
  const { nobody } = await start({ trustProxy: HERE, auth: { authenticate: byHeader } })
  const headers = { ...ADA, authorization: 'Bearer of-the-proxy', origin: 'https://evil.example', 'if-none-match': '*' }
  const body = dashboard('home', [])
  expect(await nobody.send('/api/v1/ns/default/dashboards/home', { method: 'PUT', body, headers })).toMatchObject({
    status: 403,
    body: { code: 'REQUEST_FORGED' },
  })
  expect((await nobody.send('/api/v1/session', { headers })).body).toMatchObject({ user: { id: 'sso:ada' } })
})

it('lets a token speak for itself, and a session for whom the proxy does not know', async () => {
  const { nobody, setUp } = await start({ trustProxy: HERE, auth: { authenticate: byHeader } })
  const admin = await setUp()
  expect((await admin.send('/api/v1/session')).body).toMatchObject({ user: { id: 'user:ada', via: 'password' } })
  expect((await admin.send('/api/v1/session', { headers: ADA })).body).toMatchObject({ user: { id: 'sso:ada' } })
  const made = await admin.send('/api/v1/tokens', { method: 'POST', body: { name: 'deploy', role: 'viewer' } })
  const headers = { ...ADA, authorization: `Bearer ${(made.body as AccessToken).token}` }
  expect((await nobody.send('/api/v1/session', { headers })).body).toMatchObject({
    user: { id: 'service:deploy', via: 'token' },
  })
})

it.each([
  ['throws', () => Promise.reject(new Error('the directory is away'))],
  ['answers with something else', () => ({ id: 'a b', name: 'a', role: 'owner' }) as never],
])('lets nobody in when authenticate %s, and logs why', async (_, authenticate) => {
  const { nobody, lines } = await start({ trustProxy: HERE, auth: { authenticate, anonymous: 'viewer' } })
  const answer = await nobody.send('/api/v1/session')
  expect(answer).toMatchObject({ status: 503, body: { code: 'AUTHENTICATE_FAILED' } })
  expect(JSON.stringify(answer.body)).not.toContain('directory')
  expect(lines.join()).toMatch(/the directory is away|answered with no identity: \/id must match/)
})

it('lets people look without signing in, and sign in for more', async () => {
  const { nobody, setUp } = await start({ auth: { anonymous: 'viewer' } })
  const admin = await setUp()
  await create(admin, dashboard('home', []))
  expect((await nobody.send('/api/v1/session')).body).toMatchObject({
    user: { id: 'anonymous', role: 'viewer', via: 'anonymous' },
    password: true,
  })
  const home = '/api/v1/ns/default/dashboards/home'
  expect((await nobody.send(home)).status).toBe(200)
  const askedToSignIn = { status: 401, body: { code: 'SIGN_IN_NEEDED' } }
  expect(await nobody.send(home, { method: 'DELETE' })).toMatchObject(askedToSignIn)
  expect(await nobody.send('/api/v1/tokens')).toMatchObject(askedToSignIn)
  expect((await admin.send('/api/v1/session')).body).toMatchObject({ user: { id: 'user:ada', role: 'admin' } })
  const left = (await admin.send('/api/v1/session', { method: 'DELETE' })).body as Session
  expect(left.user).toMatchObject({ id: 'anonymous' })
})

it('has no sign-in with a password where that is off', async () => {
  const off = await start({ auth: { password: false, anonymous: 'viewer' } })
  expect(off.setupUrl).toBeUndefined()
  expect((await off.nobody.send('/api/v1/session')).body).toMatchObject({ setup: false, password: false })
  const body = { name: 'ada', password: 'correct horse' }
  expect(await off.nobody.send('/api/v1/session', { method: 'POST', body })).toMatchObject({
    status: 403,
    body: { code: 'SIGN_IN_OFF' },
  })
})

it.each([
  [{ auth: { authenticate: byHeader } }, /needs the addresses of the proxies/],
  [{ auth: { password: false } }, /nobody could come in/],
  [{ trustProxy: ['localhost'] }, /"localhost" is no address or range/],
])('does not start with %o', async (options, reason) => {
  await expect(startTestServer(options)).rejects.toThrow(reason)
})
