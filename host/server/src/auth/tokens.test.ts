import type { AccessToken, TokenList } from '@orrery/api'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '../store/database.ts'
import { dashboard, startTestServer, type Person, type TestServer } from '../testing/test-server.ts'
import { createTokens } from './tokens.ts'

let server: TestServer
let admin: Person
beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
})
afterEach(() => server.close())

const make = async (role: string, name = 'deploy') =>
  (await admin.send('/api/v1/tokens', { method: 'POST', body: { name, role } })).body as AccessToken
/** As a program asks: without our header and without a cookie. */
const ask = (token: string, path: string, method = 'GET', body?: unknown) =>
  fetch(server.url + path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json', 'if-none-match': '*' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
const HOME = '/api/v1/ns/default/dashboards/home'

it('lets a program do what its role may, in its own name', async () => {
  const { token, name } = await make('editor')
  expect(await (await ask(token, '/api/v1/session')).json()).toMatchObject({
    user: { id: `service:${name}`, role: 'editor' },
  })
  const written = await ask(token, HOME, 'PUT', dashboard('home', []))
  expect([written.status, await written.json()]).toMatchObject([201, { updatedBy: 'service:deploy' }])
  const viewer = await make('viewer', 'reader')
  expect((await ask(viewer.token, HOME)).status).toBe(200)
  expect((await ask(viewer.token, HOME, 'DELETE')).status).toBe(403)
})

it('shows a token once, and keeps its hash only', async () => {
  const { token, ...info } = await make('viewer')
  const listed = await admin.send('/api/v1/tokens')
  expect(listed.body).toEqual({ items: [info] })
  expect(JSON.stringify(listed.body) + server.lines.join()).not.toContain(token)
  await ask(token, '/api/v1/session')
  expect((listed.body as TokenList).items[0]).not.toHaveProperty('usedAt')
  expect(((await admin.send('/api/v1/tokens')).body as TokenList).items[0]).toHaveProperty('usedAt')
})

it('refuses a token that is removed, unknown or none, whatever the cookie says', async () => {
  const { id, token } = await make('viewer')
  expect(await admin.send(`/api/v1/tokens/${id}`, { method: 'DELETE' })).toMatchObject({ status: 204 })
  expect(await admin.send(`/api/v1/tokens/${id}`, { method: 'DELETE' })).toMatchObject({
    status: 404,
    body: { code: 'TOKEN_NOT_FOUND' },
  })
  const answers = [
    await ask(token, '/api/v1/session'),
    await ask('orrery_unknown', '/api/v1/session'),
    await fetch(`${server.url}/api/v1/session`, { headers: { authorization: 'Basic YTpi', cookie: admin.cookie } }),
  ]
  for (const answer of answers)
    expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'TOKEN_INVALID' }])
})

it('is for admins, with a role and an end', async () => {
  const editor = await server.join(admin, 'ed', 'editor')
  const body = { name: 'x', role: 'viewer' }
  expect(await editor.send('/api/v1/tokens')).toMatchObject({ status: 403 })
  expect(await editor.send('/api/v1/tokens', { method: 'POST', body })).toMatchObject({ status: 403 })
  for (const bad of [
    { name: 'x' },
    { ...body, role: 'owner' },
    { ...body, days: 0 },
    { ...body, days: 1000 },
    { ...body, name: 'a b' },
  ])
    expect(await admin.send('/api/v1/tokens', { method: 'POST', body: bad })).toMatchObject({ status: 400 })
})

it('ends', async () => {
  const database = await openDatabase()
  let now = Date.UTC(2026, 0, 1)
  const tokens = createTokens(database.db, () => new Date(now))
  const { token, info } = await tokens.create({ name: 'x', role: 'viewer', days: 1, author: 'user:ada' })
  expect(info.expiresAt).toBe('2026-01-02T00:00:00.000Z')
  now += 86_400_000 - 1
  expect(await tokens.subjectOf(token)).toEqual({ id: 'service:x', name: 'x', role: 'viewer' })
  now += 1
  await expect(tokens.subjectOf(token)).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
  await database.close()
})
