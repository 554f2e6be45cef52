import { afterEach, beforeEach, expect, it } from 'vitest'
import { createPerson, startTestServer, type TestServer } from '../testing/test-server.ts'
import { createSignInLimit } from './sign-in-limit.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const signIn = (body: unknown, headers = {}) => server.nobody.send('/api/v1/session', { method: 'POST', body, headers })
const tokenOf = (url: string) => new URL(url).hash.replace('#token=', '')

it('has no user at first, and says where the first one is made', async () => {
  expect((await server.nobody.send('/api/v1/session')).body).toEqual({
    setup: true,
    password: true,
    demo: false,
    brand: { name: 'Orrery' },
    namespace: 'default',
    version: '0.1.0',
  })
  expect(server.setupUrl).toMatch(/\/setup#token=[\w-]{43}$/)
  expect(server.lines.join()).toContain(server.setupUrl)
})

it('makes the first admin once, by the link, and signs them in', async () => {
  const admin = await server.setUp()
  expect((await admin.send('/api/v1/session')).body).toMatchObject({
    user: { id: 'user:ada', name: 'ada', role: 'admin' },
    setup: false,
  })
  const again = { token: tokenOf(server.setupUrl!), name: 'eve', password: 'correct horse' }
  expect(await server.nobody.send('/api/v1/setup', { method: 'POST', body: again })).toMatchObject({
    status: 409,
    body: { code: 'SETUP_DONE' },
  })
})

it('refuses a wrong setup token, and a password that is too short', async () => {
  const setUp = (body: object) => server.nobody.send('/api/v1/setup', { method: 'POST', body })
  const token = tokenOf(server.setupUrl!)
  expect(await setUp({ token: `${token.slice(1)}x`, name: 'eve', password: 'correct horse' })).toMatchObject({
    status: 403,
    body: { code: 'SETUP_TOKEN_INVALID' },
  })
  expect(await setUp({ token, name: 'ada', password: 'short' })).toMatchObject({
    status: 400,
    body: { code: 'REQUEST_INVALID' },
  })
  expect((await server.setUp()).cookie).not.toBe('')
})

it('lets one of several simultaneous first users in', async () => {
  const token = tokenOf(server.setupUrl!)
  const bodies = ['ada', 'eve'].map((name) => ({ token, name, password: 'correct horse' }))
  const answers = await Promise.all(bodies.map((body) => server.nobody.send('/api/v1/setup', { method: 'POST', body })))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
})

it('signs in with name and password, whatever the case of the name, and out again', async () => {
  await server.setUp()
  const answer = await signIn({ name: 'ADA', password: 'correct horse' })
  expect(answer).toMatchObject({ status: 200, body: { user: { id: 'user:ada' } } })
  const cookie = answer.headers.getSetCookie()[0]!
  expect(cookie).toMatch(/^orrery=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/)
  const ada = createPerson(server.url, cookie.split(';')[0])
  await ada.send('/api/v1/session', { method: 'DELETE' })
  expect((await ada.send('/api/v1/session')).body).not.toHaveProperty('user')
})

it('says the same of a wrong name and a wrong password', async () => {
  await server.setUp()
  const wrong = { status: 401, body: { code: 'SIGN_IN_FAILED' } }
  expect(await signIn({ name: 'ada', password: 'wrong' })).toMatchObject(wrong)
  expect(await signIn({ name: 'nobody', password: 'correct horse' })).toMatchObject(wrong)
})

it('keeps no password and no token', async () => {
  const { cookie } = await server.setUp()
  expect(server.lines.join()).not.toContain('correct horse')
  expect(server.lines.join()).not.toContain(cookie.split('=')[1])
})

it('slows down whoever guesses, and says how long', async () => {
  await server.setUp()
  for (let i = 0; i < 10; i++) await signIn({ name: 'ada', password: `guess ${i}` })
  const answer = await signIn({ name: 'ada', password: 'correct horse' })
  expect(answer).toMatchObject({ status: 429, body: { code: 'SIGN_IN_LIMITED' } })
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
})

it('counts guesses by name and by address, until the window ends', () => {
  let now = 0
  const limit = createSignInLimit(() => now)
  const guess = (name: string, address = '1') => limit.begin(name, address)
  for (let i = 0; i < 10; i++) guess('ada')
  const limited = expect.objectContaining({ code: 'SIGN_IN_LIMITED' })
  expect(() => guess('Ada')).toThrow(limited)
  guess('ada', '2')
  for (let i = 0; i < 40; i++) guess(`user${i}`)
  expect(() => guess('other')).toThrow(limited)
  now = 300_000
  guess('ada')
  limit.succeed('ada', '1')
})

it('refuses changes that another site may have sent', async () => {
  const admin = await server.setUp()
  const remove = (headers: Record<string, string>) =>
    fetch(`${server.url}/api/v1/session`, { method: 'DELETE', headers: { cookie: admin.cookie, ...headers } })
  for (const headers of [
    {},
    { 'orrery-request': '1', origin: 'https://evil.example' },
    { 'orrery-request': '1', origin: 'null' },
  ]) {
    const response = await remove(headers as Record<string, string>)
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([403, 'REQUEST_FORGED'])
  }
  expect((await remove({ 'orrery-request': '1', origin: server.url })).status).toBe(200)
})

it('lets only admins add people, each name once', async () => {
  const admin = await server.setUp()
  const editor = await server.join(admin, 'ed', 'editor')
  const person = { name: 'vi', password: 'correct horse', role: 'viewer' }
  const add = (who: typeof admin, body: object) => who.send('/api/v1/users', { method: 'POST', body })
  expect(await add(editor, person)).toMatchObject({ status: 403, body: { code: 'ACCESS_DENIED' } })
  expect(await add(server.nobody, person)).toMatchObject({ status: 401, body: { code: 'SIGN_IN_NEEDED' } })
  expect(await add(admin, { ...person, role: 'king' })).toMatchObject({ status: 400 })
  expect(await add(admin, person)).toMatchObject({ status: 201, body: { id: 'user:vi', name: 'vi', role: 'viewer' } })
  const mail = { email: 'eva@example.org' }
  expect(await add(admin, { ...person, name: 'eva', ...mail })).toMatchObject({ status: 201, body: mail })
  expect(await add(admin, { ...person, name: 'max', email: 'max' })).toMatchObject({ status: 400 })
  expect(await add(admin, { ...person, name: 'VI' })).toMatchObject({ status: 409, body: { code: 'USER_EXISTS' } })
})
