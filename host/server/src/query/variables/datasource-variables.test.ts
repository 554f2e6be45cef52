import type { Variable } from '@orrery/dashboard'
import type { AdhocFilter } from '@orrery/query'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  create,
  dashboard,
  datasource,
  startTestServer,
  type Person,
  type TestServer,
} from '../../testing/test-server.ts'

const range = { from: 0, to: 3_600_000 }
const job: AdhocFilter = { key: 'job', operator: '=', values: ['api'] }
const variables: Variable[] = [
  { type: 'datasource', name: 'source', plugin: 'fake', regex: '^(a|b)$' },
  { type: 'filters', name: 'where', datasource: '$source' },
  { type: 'groupBy', name: 'by', datasource: '$source' },
]
const queries = [
  { refId: 'A', datasource: 'a', query: { expr: 'of a' } },
  { refId: 'B', datasource: 'b', query: { expr: 'of b' } },
  { refId: 'V', datasource: '$source', query: { expr: 'of the variable' } },
]
const panels = { p: { type: 'timeseries', title: '', options: {}, queries } }

let server: TestServer
let admin: Person
let viewer: Person
let revision: string
beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
  viewer = await server.join(admin, 'vi', 'viewer')
  for (const id of ['a', 'b', 'secret']) await create(admin, datasource(id))
  const saved = await create(admin, dashboard('home', [], { variables, panels }))
  ;({ revision } = saved.body as { revision: string })
})
afterEach(() => server.close())

const post = (path: string, body: object, person = viewer) =>
  person.fetch(`/api/v1/ns/default/${path}`, {
    method: 'POST',
    body: { dashboard: { id: 'home', revision }, range, ...body },
  })

it('narrow down the queries of the data source that they name, however a query names it', async () => {
  const items = [{ type: 'panel', id: 'p', panel: 'p', width: 600 }]
  const body = { timeZone: 'UTC', items, variables: { source: 'b' }, filters: { where: [job] } }
  await (await post('query', body)).arrayBuffer()
  const asked = server.fake.asked.map(({ query, filters }) => [query.expr, filters])
  expect(Object.fromEntries(asked)).toEqual({ 'of a': [], 'of b': [job], 'of the variable': [job] })
})

it('do so for what is edited, with the values that come with it', async () => {
  const draft = { refId: 'A', datasource: '$source', query: { expr: 'edited' } }
  const items = [{ type: 'draftPanel', id: 'p', queries: [draft], width: 600 }]
  const body = { timeZone: 'UTC', items, scope: { source: { value: 'b' } }, filters: { where: [job] } }
  await (await post('query', body, admin)).arrayBuffer()
  expect(server.fake.asked.map(({ filters }) => filters)).toEqual([[job]])
})

it('offer viewers the keys of the data sources that they may name, and of no others', async () => {
  server.fake.filterOptions = async () => ({ names: ['job'], isCutOff: false })
  const codes = await Promise.all(
    ['a', 'b', 'secret'].map(async (id) => {
      const answer = (await (await post('filter-options', { datasource: id })).json()) as object
      return 'names' in answer ? answer.names : (answer as { code: string }).code
    }),
  )
  expect(codes).toEqual([['job'], ['job'], 'FILTERS_NOT_OFFERED'])
})
