import { number, SeriesBuilder } from '@orrery/frames'
import { CodedError } from '@orrery/schema'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { numberFrame } from '../../testing/fake-plugin.ts'
import {
  create,
  dashboard,
  datasource,
  startTestServer,
  type Person,
  type TestServer,
} from '../../testing/test-server.ts'
import { allWireMessages } from '../../testing/wire-messages.ts'

const range = { from: 0, to: 3_600_000 }
const load = { refId: 'A', datasource: 'd', query: { expr: 'load of $zone' } }
const most = { refId: 'B', datasource: '$__expression', query: { type: 'reduce', input: 'A', reducer: 'max' } }
const busy = { refId: 'C', datasource: '$__expression', query: { type: 'math', expression: '$B / ($B > 5)' } }
const hosts = (show: string, more: object = {}) => ({
  type: 'query',
  name: 'host',
  datasource: '$__expression',
  query: { queries: [load, most, busy], show },
  ...more,
})
const zone = { type: 'choice', name: 'zone', options: [{ value: 'eu' }, { value: 'us' }] }

let server: TestServer
let admin: Person
let viewer: Person
beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
  viewer = await server.join(admin, 'vi', 'viewer')
  await create(admin, datasource('d'))
  server.fake.answer = async ({ query: { expr }, variables }) => {
    if (expr === 'up') return [numberFrame(1)]
    if (JSON.stringify(variables['zone'] ?? '').includes('us'))
      throw new CodedError('Fake', 'DOWN', 502, 'The source is down.', {})
    const series = new SeriesBuilder({ fields: { value: number() } })
    for (const [host, values] of Object.entries({ web: [1, 7], db: [2, 3] })) series.add({ host }, [0, 1000], values)
    return [series.build()]
  }
})
afterEach(() => server.close())

const save = async (variable: object) => {
  const saved = await create(admin, dashboard('home', [{ expr: 'up' }], { variables: [zone, variable] }))
  expect(saved).toMatchObject({ status: 201 })
  return (saved.body as { revision: string }).revision
}
const offered = (revision: string, values: object = {}) =>
  viewer.send('/api/v1/ns/default/variable-options', {
    method: 'POST',
    body: { dashboard: { id: 'home', revision }, variable: 'host', variables: values, range, timeZone: 'UTC' },
  })

it('offers what an expression makes of queries, with labels and numbers as properties', async () => {
  const { body } = await offered(await save(hosts('B')))
  expect(body).toEqual({
    options: [
      { value: 'web', properties: { host: 'web', number: '7' } },
      { value: 'db', properties: { host: 'db', number: '3' } },
    ],
  })
})

it('offers what is above a limit, where an expression divides by that', async () => {
  const { body } = await offered(await save(hosts('C')))
  expect(body).toMatchObject({ options: [{ value: 'web' }] })
})

it('tells why there are none', async () => {
  const { status, body } = await offered(await save(hosts('B')), { zone: 'us' })
  expect({ status, body }).toMatchObject({ status: 424, body: { code: 'EXPRESSION_INPUT_FAILED' } })
})

it('offers the answer to a query as ever', async () => {
  const { body } = await offered(await save(hosts('A', { sort: 'alphabetical' })))
  expect(body).toMatchObject({ options: [{ value: '{host="db"}' }, { value: '{host="web"}' }] })
})

it('offers them to whoever edits it, and tells what is wrong with it', async () => {
  const draft = (variable: object) =>
    admin.send('/api/v1/ns/default/variable-options', {
      method: 'POST',
      body: { draft: variable, scope: { zone: { value: 'eu' } }, range, timeZone: 'UTC' },
    })
  expect((await draft(hosts('B'))).body).toMatchObject({ options: [{ value: 'web' }, { value: 'db' }] })
  expect((await draft(hosts('B', { query: { show: 'B' } }))).body).toMatchObject({ code: 'SCHEMA_INVALID' })
})

it('admits what it offers, and nothing else', async () => {
  const panel = { ...dashboard('x', [{ expr: 'up' }]).spec.panels.p, title: 'P' }
  const queries = [{ refId: 'A', datasource: 'd', query: { expr: 'up $host' } }]
  const spec = { variables: [zone, hosts('B')], panels: { p: { ...panel, queries } } }
  const saved = await create(admin, dashboard('home', [], spec))
  const { revision } = saved.body as { revision: string }
  const ask = async (host: string) => {
    const items = [{ type: 'panel', id: 'p', panel: 'p', width: 600 }]
    const body = { dashboard: { id: 'home', revision }, range, timeZone: 'UTC', variables: { host }, items }
    const messages = await allWireMessages(await viewer.fetch('/api/v1/ns/default/query', { method: 'POST', body }))
    return messages[0]!.header.problem?.code
  }
  expect(await ask('db')).toBeUndefined()
  expect(server.fake.asked.at(-1)).toMatchObject({ variables: { host: { value: 'db' } } })
  expect(await ask('mail')).toBe('QUERY_VARIABLE_FORBIDDEN')
})
