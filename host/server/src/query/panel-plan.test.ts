import { type WireMessage } from '@orrery/query'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { create, dashboard, datasource, startTestServer, type Person, type TestServer } from '../testing/test-server.ts'
import { allWireMessages } from '../testing/wire-messages.ts'

const hour = 3_600_000
const day = 24 * hour
const range = { from: 0, to: hour }

let server: TestServer
let admin: Person
beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
  await create(admin, datasource('d'))
})
afterEach(() => server.close())

const query = { refId: 'A', datasource: 'd', query: { expr: 'up' } }
const draft = (more: object, queries: readonly object[] = [query]) => ({
  type: 'draftPanel',
  id: 'p',
  width: 600,
  queries,
  ...more,
})
async function ask(person: Person, item: object, more: object = {}) {
  const body = { range, timeZone: 'UTC', items: [item], ...more }
  const response = await person.fetch('/api/v1/ns/default/query', { method: 'POST', body })
  if (!response.ok) return (await response.json()) as { code: string }
  return allWireMessages(response)
}

it('runs a panel as it is edited, without those queries that are hidden', async () => {
  await ask(admin, draft({}, [query, { ...query, refId: 'B', hidden: true }]))
  expect(server.fake.asked).toMatchObject([{ query: { expr: 'up' }, range, intervalMs: 10_000 }])
})

it('refuses it to those who may not send queries of their own', async () => {
  const viewer = await server.join(admin, 'vi', 'viewer')
  expect(await ask(viewer, draft({}))).toMatchObject({ code: 'ACCESS_DENIED' })
})

it('asks earlier for a shifted panel, and for less for fewer points', async () => {
  await ask(admin, draft({ shift: '1d' }, [{ ...query, maxPoints: 60, minInterval: '10s' }]))
  expect(server.fake.asked).toMatchObject([{ range: { from: -day, to: hour - day }, intervalMs: 60_000 }])
  await ask(admin, draft({}, [{ ...query, minInterval: '5m' }]))
  expect(server.fake.asked[1]).toMatchObject({ range, intervalMs: 300_000 })
})

it('asks a query for its own range, and a shifted one earlier still for the comparison', async () => {
  const own = { ...query, range: { from: '1970-01-08T00:00:00Z', to: '1970-01-09T00:00:00Z' }, shift: '1d' }
  await ask(admin, draft({ timeCompare: '7d' }, [own]))
  expect(server.fake.asked.map((asked) => asked.range)).toEqual([
    { from: 6 * day, to: 7 * day },
    { from: -day, to: 0 },
  ])
})

it('tells of a range that ends before it begins at the panel alone', async () => {
  const wrong = draft({ range: { from: 'now', to: 'now-1h' } })
  const messages = await ask(admin, wrong, { items: [wrong, { ...draft({}), id: 'q' }] })
  const headers = (messages as readonly WireMessage[]).map(({ header }) => header)
  expect(headers.find(({ problem }) => problem)).toMatchObject({ id: 'p', problem: { code: 'TIME_RANGE_REVERSED' } })
  expect(headers.find(({ refId }) => refId)).toMatchObject({ id: 'q', refId: 'A' })
})

it('runs a saved panel with its own times', async () => {
  const panel = dashboard('home', [{ expr: 'up' }]).spec.panels.p
  const panels = { p: { ...panel, shift: '1d' } }
  const saved = await create(admin, dashboard('home', [], { panels }))
  const { revision } = saved.body as { revision: string }
  await ask(admin, { type: 'panel', id: 'p', panel: 'p', width: 600 }, { dashboard: { id: 'home', revision } })
  expect(server.fake.asked).toMatchObject([{ range: { from: -day, to: hour - day } }])
})

it('reads ranges of drafts by the calendar and the delay that come with them', async () => {
  const own = (from: string, to: string) => draft({ range: { from, to } })
  const reading = { fiscalYearStartMonth: 4, weekStart: 'sunday', nowDelay: '1h' }
  await ask(admin, own('now/fy', 'now/fy'), { reading })
  const [year] = server.fake.asked
  expect(new Date(year!.range.from).toISOString()).toMatch(/^\d{4}-04-01T00:00:00\.000Z$/)
  expect(new Date(year!.range.to).toISOString()).toMatch(/^\d{4}-03-31T23:59:59\.999Z$/)
  const before = Date.now()
  await ask(admin, own('now-1h', 'now'), { reading })
  const { to } = server.fake.asked[1]!.range
  expect(to).toBeGreaterThanOrEqual(before - hour)
  expect(to).toBeLessThanOrEqual(Date.now() - hour)
})

it('refuses a calendar that there is not', async () => {
  for (const reading of [{ fiscalYearStartMonth: 13 }, { weekStart: 'friday' }, { nowDelay: 'soon' }])
    expect(await ask(admin, draft({}), { reading })).toMatchObject({ code: 'REQUEST_INVALID' })
})

it('reads ranges of saved panels as their dashboard has it, whatever the asker says', async () => {
  const range = { from: 'now-1fy/fy', to: 'now-1fy/fy' }
  const panels = { p: { type: 'timeseries', title: 'P', options: {}, queries: [query], range } }
  const time = { from: 'now-1h', to: 'now', fiscalYearStartMonth: 7 }
  const saved = await create(admin, dashboard('home', [], { time, panels }))
  const { revision } = saved.body as { revision: string }
  const item = { type: 'panel', id: '1', panel: 'p', width: 600 }
  await ask(admin, item, { dashboard: { id: 'home', revision }, reading: { fiscalYearStartMonth: 2 } })
  expect(new Date(server.fake.asked[0]!.range.from).toISOString()).toMatch(/-07-01T00:00:00\.000Z$/)
})
