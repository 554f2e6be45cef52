import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kinds, routes, type Route } from '@orrery/api'
import { CodedError } from '@orrery/schema'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { backupStore } from '../store/backup.ts'
import { openDatabase } from '../store/database.ts'
import { startCollector, type Collector } from '../testing/collector.ts'
import {
  create,
  createPerson,
  dashboard,
  datasource,
  startTestServer,
  type Person,
  type TestServer,
} from '../testing/test-server.ts'

function once<T>(run: () => T): () => T {
  let ran: { readonly result: T } | undefined
  return () => (ran ??= { result: run() }).result
}

/** What must be told nowhere; each is found by its name, in whatever form. */
const canaries = {
  datasource: 'CANARY-of-the-"datasource"\\n-ü+/&',
  typed: 'CANARY-of-the-"test"\\n-ü+/&',
  password: 'CANARY-of-a-person',
  wrongPassword: 'CANARY-of-a-wrong-sign-in',
  metrics: 'CANARY-of-the-metrics',
}
const NS = '/api/v1/ns/default'

/** `CANARY` as it is written, and as Base64 writes it wherever it begins. */
const TRACES = [
  /CANARY/,
  ...[0, 1, 2].map((offset) => {
    const text = Buffer.from('x'.repeat(offset) + 'CANARY-of-').toString('base64')
    return new RegExp(text.slice(offset === 0 ? 0 : offset + 1, 12))
  }),
]
const tracesIn = (name: string, text: string) =>
  TRACES.flatMap((trace) => {
    const found = trace.exec(text)
    return found ? [`${name}: ${text.slice(Math.max(0, found.index - 150), found.index + 60)}`] : []
  })

let folder: string
let server: TestServer
let collector: Collector
let admin: Person
/** What would let somebody in, as it was handed out: told once each, and only to those who asked. */
const keys: string[] = []
const answers: { readonly name: string; readonly text: string }[] = []
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orrery-leaks-'))
  collector = await startCollector()
  const telemetry = { endpoint: collector.url, queryText: true }
  server = await startTestServer({ dataFolder: folder, metricsToken: canaries.metrics, telemetry })
  admin = await server.setUp()
  keys.push(new URL(server.setupUrl!).hash.replace('#token=', ''), admin.cookie.split('=')[1]!)
})
/** Ends the host, which sends its last spans then. */
const close = once(() => server.close())
afterAll(async () => {
  await close()
  await collector.close()
  rmSync(folder, { recursive: true, force: true })
})

const ask = async (person: Person, path: string, init: Parameters<Person['fetch']>[1] = {}) => {
  const ended = AbortSignal.timeout(300)
  try {
    const response = await person.fetch(path, { ...init, signal: ended })
    const text = await response.text()
    answers.push({ name: `${init.method ?? 'GET'} ${path} ${response.status}`, text })
    return text
  } catch (error) {
    // The streams of events go on until they are left.
    if (!ended.aborted) throw error
    return ''
  }
}

/** Says back what it was sent, as backends do, in every way that an error has. */
function echo({ password = '' }: { readonly password?: string }): CodedError {
  const basic = Buffer.from(`user:${password}`).toString('base64')
  const address = `http://backend/?key=${encodeURIComponent(password)}`
  const cause = new Error(`Authorization: Basic ${basic}`, { cause: new Error(password) })
  const params = { header: `Bearer ${password}`, body: { json: JSON.stringify({ password }) } }
  return new CodedError('FakeError', 'FAKE_FAILED', 502, `${address} refused ${password}`, params, { cause })
}

const params: Readonly<Record<string, string>> = {
  ns: 'default',
  id: 'd',
  kind: 'datasource',
  revision: 'x',
  change: '1',
}
const addressesOf = ({ path }: Route) =>
  kinds.map(({ plural }) =>
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'plural' ? plural : (params[name] ?? 'x'))),
  )

it('tells no secret, whatever is asked and whatever fails', { timeout: 120_000 }, async () => {
  const { fake } = server
  const options = { url: 'http://backend', password: canaries.datasource }
  await create(admin, datasource('d', options))
  const home = await create(admin, dashboard('home', [{ expr: 'up' }]))
  const { revision } = home.body as { revision: string }
  await ask(admin, '/api/v1/users', {
    method: 'POST',
    body: { name: 'ed', password: canaries.password, role: 'editor' },
  })
  const editor = await server.signIn('ed', canaries.password)
  keys.push(editor.cookie.split('=')[1]!)
  await ask(server.nobody, '/api/v1/session', {
    method: 'POST',
    body: { name: 'ed', password: canaries.wrongPassword },
  })
  const made = await admin.send('/api/v1/tokens', { method: 'POST', body: { name: 'deploy', role: 'editor', days: 1 } })
  const { token } = made.body as { token: string }
  keys.push(token)
  const service = createPerson(server.url)

  const query = async () => {
    const range = { from: 0, to: 3_600_000 }
    const items = [{ type: 'panel', id: '1', panel: 'p', width: 600 }]
    const body = { dashboard: { id: 'home', revision }, range, timeZone: 'UTC', items }
    await ask(admin, `${NS}/query`, { method: 'POST', body })
    await ask(admin, `${NS}/query`, { method: 'POST', body: { ...body, live: true } })
  }
  const test = (typed: object) =>
    ask(admin, `${NS}/datasource-test`, { method: 'POST', body: datasource('d', { ...options, ...typed }) })
  await query()
  fake.answer = () => Promise.reject(echo(fake.opened.at(-1)!))
  fake.check = (opened) => Promise.reject(echo(opened))
  await query()
  await test({ password: canaries.typed })
  fake.answer = () => Promise.reject(new Error(echo(fake.opened.at(-1)!).message))
  fake.check = (opened) => Promise.reject(new TypeError(opened.password, { cause: echo(opened) }))
  await query()
  await test({})
  fake.check = (opened) => Promise.resolve(`Answers ${echo(opened).message}`)
  await test({ password: canaries.typed })

  // Everything that can be asked, well or badly, by everybody; what ends sessions comes at the end.
  const asked = Object.entries(routes).toSorted(
    ([a], [b]) => Number(/session|delete/i.test(a)) - Number(/session|delete/i.test(b)),
  )
  for (const [name, route] of asked)
    for (const path of new Set(addressesOf(route)))
      for (const body of [undefined, datasource('d', { ...options, url: 7 }), { ...options, token: canaries.typed }]) {
        if (body !== undefined && route.method === 'GET') continue
        const headers = { 'if-match': '*', authorization: `Bearer ${token}x` }
        const init = { method: route.method, ...(body === undefined ? {} : { body }) }
        if (name !== 'signOut') await ask(admin, path, { ...init, headers: { 'if-match': '*' } })
        await ask(service, path, { ...init, headers })
        await ask(server.nobody, path, init)
      }
  await ask(server.nobody, '/metrics', { headers: { authorization: `Bearer ${canaries.metrics}x` } })
  await ask(server.nobody, '/metrics', { headers: { authorization: `Bearer ${canaries.metrics}` } })
  expect(fake.opened.some(({ password }) => password === canaries.datasource)).toBe(true)
  expect(answers.length).toBeGreaterThan(200)

  const files = () => readdirSync(folder).filter((name) => name.startsWith('orrery.db'))
  const stored = files().map((name) => ({ name, text: readFileSync(join(folder, name), 'latin1') }))
  const copy = join(folder, 'copy.db')
  await backupStore(folder, copy)
  stored.push({ name: 'the backup', text: readFileSync(copy, 'latin1') })
  await close()
  expect(collector.spans.length).toBeGreaterThan(200)
  stored.push({ name: 'spans', text: JSON.stringify(collector.spans) })
  const log = server.lines.map((text) => ({ name: 'log', text }))
  // The link of the first run is told to whoever sees the log, as the only way in.
  const told = [...answers, ...stored, ...log.filter(({ text }) => !text.includes('/setup#token='))]
  expect(told.flatMap(({ name, text }) => tracesIn(name, text))).toEqual([])
  expect(keys).toHaveLength(4)
  expect(told.flatMap(({ name, text }) => keys.flatMap((key) => (text.includes(key) ? [name] : [])))).toEqual([])
  // It was said, only without the secret.
  expect(log.map(({ text }) => text).join()).toContain('[secret]')
  expect(answers.map(({ text }) => text).join()).toContain('[secret]')
})

it('names no password of the database', async () => {
  const url = `postgres://orrery:${canaries.password}@127.0.0.1:1/orrery`
  const refused = await openDatabase({ url }).catch((error: unknown) => error)
  expect(tracesIn('error', `${String(refused)} ${JSON.stringify(refused)}`)).toEqual([])
})
