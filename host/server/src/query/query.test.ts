import type { Frame } from '@orrery/frames'
import { CodedError } from '@orrery/schema'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { numberFrame } from '../testing/fake-plugin.ts'
import { create, dashboard, datasource, startTestServer, type Person, type TestServer } from '../testing/test-server.ts'
import { allWireMessages, wireMessages } from '../testing/wire-messages.ts'

let server: TestServer
let admin: Person
let viewer: Person
let revision: string
beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
  viewer = await server.join(admin, 'vi', 'viewer')
  await create(admin, datasource('d'))
  const variables = [{ type: 'choice', name: 'env', options: [{ value: 'prod' }, { value: 'test' }] }]
  const saved = await create(admin, dashboard('home', [{ expr: 'up' }], { variables }))
  ;({ revision } = saved.body as { revision: string })
})
afterEach(() => server.close())

const range = { from: 0, to: 3_600_000 }
const sealed = (extra: object = {}) => ({ type: 'panel', id: '1', panel: 'p', width: 600, ...extra })
const draft = { type: 'draft', id: '2', refId: 'A', datasource: 'd', query: { expr: 'down' }, width: 600 }
const batch = (...items: object[]) => ({ dashboard: { id: 'home', revision }, range, timeZone: 'UTC', items })

const post = (person: Person, body: object, init: object = {}) =>
  person.fetch('/api/v1/ns/default/query', { method: 'POST', body, ...init })
const problem = async (person: Person, body: object) => {
  const response = await post(person, body)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  return (await response.json()) as { status: number; code: string }
}

it('runs the saved query of a panel for a viewer, with range, interval, zone and values', async () => {
  const messages = await allWireMessages(
    await post(viewer, { ...batch(sealed()), variables: { env: 'test' }, timeZone: 'Europe/Berlin' }),
  )
  expect(messages.map(({ header }) => header)).toEqual([
    { id: '1', refId: 'A', part: 0 },
    { id: '1', stats: [expect.objectContaining({ refId: 'A', source: 'datasource', rows: 1 })], end: true },
  ])
  expect(messages[0]!.frame?.meta.refId).toBe('A')
  expect(server.fake.asked).toMatchObject([
    { query: { expr: 'up' }, range, intervalMs: 10_000, timeZone: 'Europe/Berlin', variables: {} },
  ])
})

it('compresses with what the browser admits, and each result arrives when its query is done', async () => {
  for (const encoding of ['zstd', 'gzip', 'identity']) {
    let finish = () => {}
    const slow = new Promise<void>((resolve) => (finish = resolve))
    server.fake.answer = async ({ query }) => {
      if (query.expr === `slow ${encoding}`) await slow
      return [numberFrame(1)]
    }
    const item = (id: string, expr: string) => ({ ...draft, id, query: { expr: `${expr} ${encoding}` } })
    const response = await post(admin, batch(item('slow', 'slow'), item('fast', 'fast')), {
      headers: { 'accept-encoding': encoding },
    })
    expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
    const seen: string[] = []
    for await (const { header } of wireMessages(response)) {
      seen.push(`${header.id}${header.end ? ' end' : ''}`)
      if (header.id === 'fast' && header.end) finish()
    }
    expect(seen).toEqual(['fast', 'fast end', 'slow', 'slow end'])
  }
})

it('refuses a viewer who sends query text', async () => {
  expect(await problem(viewer, batch(draft))).toMatchObject({ status: 403, code: 'ACCESS_DENIED' })
  expect(await problem(viewer, batch(sealed({ query: { expr: 'secret' } })))).toMatchObject({
    status: 403,
    code: 'QUERY_UNSEALED',
  })
  expect(await problem(viewer, batch(sealed({ datasource: 'other' })))).toMatchObject({
    status: 403,
    code: 'QUERY_UNSEALED',
  })
  expect(server.fake.asked).toEqual([])
})

it('lets an editor run a draft', async () => {
  const editor = await server.join(admin, 'ed', 'editor')
  expect(await allWireMessages(await post(editor, batch(draft)))).toHaveLength(2)
  expect(server.fake.asked).toMatchObject([{ query: { expr: 'down' } }])
})

it('refuses values that the variable does not admit, and names that it does not have', async () => {
  expect(await problem(viewer, { ...batch(sealed()), variables: { env: 'secret' } })).toMatchObject({
    status: 403,
    code: 'QUERY_VARIABLE_FORBIDDEN',
  })
  expect(await problem(viewer, { ...batch(sealed()), variables: { other: 'x' } })).toMatchObject({
    status: 400,
    code: 'QUERY_VARIABLE_UNKNOWN',
  })
})

it('refuses whoever is not signed in', async () => {
  expect(await problem(server.nobody, batch(sealed()))).toMatchObject({ status: 401, code: 'SIGN_IN_NEEDED' })
})

it('runs the revision that the viewer sees from history, and refuses one that never was', async () => {
  const changed = dashboard('home', [{ expr: 'new' }])
  await admin.send('/api/v1/ns/default/dashboards/home', {
    method: 'PUT',
    body: changed,
    headers: { 'if-match': `"${revision}"` },
  })
  await allWireMessages(await post(viewer, batch(sealed())))
  expect(server.fake.asked).toMatchObject([{ query: { expr: 'up' } }])
  expect(await problem(viewer, { ...batch(sealed()), dashboard: { id: 'home', revision: 'other' } })).toMatchObject({
    status: 409,
    code: 'REVISION_NOT_FOUND',
  })
})

it('refuses a dashboard that is gone, and panels of none', async () => {
  expect(await problem(viewer, { ...batch(sealed()), dashboard: { id: 'none', revision } })).toMatchObject({
    status: 404,
    code: 'RESOURCE_NOT_FOUND',
  })
  expect(await problem(viewer, { range, timeZone: 'UTC', items: [sealed()] })).toMatchObject({
    status: 400,
    code: 'DASHBOARD_NEEDED',
  })
})

it('answers what is wrong with one item there, and the others as ever', async () => {
  server.fake.answer = async ({ query }) => {
    if (query.expr === 'boom') throw new Error('a defect with a secret')
    return [numberFrame(1)]
  }
  const items = [
    sealed(),
    sealed({ id: 'gone', panel: 'other' }),
    { ...draft, id: 'boom', query: { expr: 'boom' } },
    { ...draft, id: 'bad', query: { expression: 1 } },
    { ...draft, id: 'nowhere', datasource: 'none' },
  ]
  const messages = await allWireMessages(await post(admin, batch(...items)))
  const problems = Object.fromEntries(
    messages.flatMap(({ header: { id, problem } }) => (problem ? [[id, problem]] : [])),
  )
  expect(problems).toMatchObject({
    gone: { code: 'PANEL_NOT_FOUND', status: 404 },
    boom: { code: 'QUERY_FAILED', status: 500, plugin: '@test/datasource-fake', traceId: expect.any(String) },
    bad: { code: 'SCHEMA_INVALID', status: 400 },
    nowhere: { code: 'RESOURCE_NOT_FOUND', status: 404 },
  })
  expect(messages.filter(({ frame }) => frame).map(({ header }) => header.id)).toEqual(['1'])
  expect(messages.filter(({ header }) => header.end)).toHaveLength(5)
  expect(JSON.stringify(problems)).not.toContain('secret')
  expect(server.lines.join()).toContain('a defect with a secret')
})

it('answers errors whose message or params do not fit into a message, and the others as ever', async () => {
  server.fake.answer = async ({ query }) => {
    const failed = (message: string, params: object) => new CodedError('FakeError', 'FAKE_FAILED', 400, message, params)
    if (query.expr === 'large') throw failed('x'.repeat(100_000), { text: 'x'.repeat(100_000) })
    if (query.expr === 'odd') throw failed('odd', { count: 1n })
    if (query.expr === 'broken') return [{ kind: 'table' } as unknown as Frame]
    return [numberFrame(1)]
  }
  const items = ['large', 'odd', 'broken', 'up'].map((expr) => ({ ...draft, id: expr, query: { expr } }))
  const messages = await allWireMessages(await post(admin, batch(...items)))
  const problems = Object.fromEntries(
    messages.flatMap(({ header: { id, problem } }) => (problem ? [[id, problem]] : [])),
  )
  expect(problems).toMatchObject({
    large: { code: 'FAKE_FAILED', detail: expect.stringMatching(/^x{3999}…$/), params: {} },
    odd: { code: 'FAKE_FAILED', detail: 'odd', params: {} },
    broken: { status: 500 },
  })
  expect(messages.filter(({ frame }) => frame).map(({ header }) => header.id)).toEqual(['up'])
})

it('stops the query when the viewer leaves', async () => {
  const leaving = new AbortController()
  const aborted = new Promise<void>((resolve) => {
    server.fake.answer = ({ signal }) => {
      leaving.abort()
      return new Promise((_, reject) =>
        signal.addEventListener('abort', () => (resolve(), reject(signal.reason as Error))),
      )
    }
  })
  await expect(post(viewer, batch(sealed()), { signal: leaving.signal })).rejects.toThrow('aborted')
  await aborted
})

it('refuses what is no batch', async () => {
  const bad = [
    {},
    batch(),
    { ...batch(sealed()), range: { from: 5, to: 1 } },
    { ...batch(sealed()), timeZone: 'Mars/Base' },
    { ...batch(sealed()), extra: 1 },
    batch({ type: 'other' }),
  ]
  for (const body of bad) expect((await problem(viewer, body)).status).toBe(400)
})

it('opens a datasource once, and anew when it changes', async () => {
  await allWireMessages(await post(viewer, batch(sealed())))
  await allWireMessages(await post(admin, batch(draft)))
  expect(server.fake.opened).toEqual([{ url: 'http://backend' }])
  await admin.send('/api/v1/ns/default/datasources/d', {
    method: 'PUT',
    body: datasource('d', { url: 'http://other' }),
    headers: { 'if-match': '*' },
  })
  await allWireMessages(await post(viewer, batch(sealed())))
  expect(server.fake.opened).toEqual([{ url: 'http://backend' }, { url: 'http://other' }])
  expect(server.fake.closed).toBe(1)
})
