import { defineTable, number, text, type Frame } from '@orrery/frames'
import { CodedError } from '@orrery/schema'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { create, dashboard, datasource, startTestServer, type Person, type TestServer } from '../testing/test-server.ts'
import { allWireMessages } from '../testing/wire-messages.ts'

const range = { from: 0, to: 3_600_000 }
const hosts = defineTable({ host: text(), value: number() })
const rows = (...values: readonly number[]): Frame =>
  hosts.fromRows(values.map((value, i) => ({ host: `web-${i}`, value })))

let server: TestServer
let admin: Person
let viewer: Person
beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
  viewer = await server.join(admin, 'vi', 'viewer')
  await create(admin, datasource('d'))
  server.fake.answer = async ({ query: { expr }, range: { from } }) => {
    if (expr === 'down') throw new CodedError('Fake', 'DOWN', 502, 'The source is down.', {})
    return [from < 0 ? rows(7, 8) : rows(1, 2, 3)]
  }
})
afterEach(() => server.close())

const limit = (rowsKept: unknown, more: object = {}) => ({ type: 'limit', options: { limit: rowsKept }, ...more })

/** Saves a dashboard whose panel shapes the answers to these queries, and asks for it as a viewer. */
async function shaped(
  exprs: readonly string[],
  transformations: readonly object[],
  { panel = {}, spec = {}, batch = {} }: { panel?: object; spec?: object; batch?: object } = {},
) {
  const id = `d${server.fake.asked.length}-${transformations.length}`
  const { p } = dashboard(
    id,
    exprs.map((expr) => ({ expr })),
  ).spec.panels
  const saved = await create(admin, dashboard(id, [], { panels: { p: { ...p, transformations, ...panel } }, ...spec }))
  expect(saved).toMatchObject({ status: 201 })
  const { revision } = saved.body as { revision: string }
  const items = [{ type: 'panel', id: 'p', panel: 'p', width: 600 }]
  const body = { dashboard: { id, revision }, range, timeZone: 'UTC', items, ...batch }
  const ask = async () => {
    const response = await viewer.fetch('/api/v1/ns/default/query', { method: 'POST', body })
    const messages = await allWireMessages(response)
    return {
      headers: messages.map(({ header }) => header),
      frames: messages.flatMap(({ frame }) => frame ?? []),
      stats: messages.at(-1)?.header.stats ?? [],
    }
  }
  return { ...(await ask()), again: ask }
}

it('shapes what all queries of a panel answer, and tells how each was answered and how long the shaping took', async () => {
  const { headers, frames, stats } = await shaped(['up', 'load'], [limit(2)])
  expect(frames.map(({ length, meta }) => [meta.refId, length])).toEqual([
    ['A', 2],
    ['B', 2],
  ])
  expect(headers.slice(0, 2)).toEqual([
    { id: 'p', part: 0 },
    { id: 'p', part: 1 },
  ])
  expect(stats).toMatchObject([
    { refId: 'A', source: 'datasource', rows: 3, bytes: 0 },
    { refId: 'B', source: 'datasource', rows: 3, bytes: 0 },
    { source: 'engine', rows: 4, steps: [{ name: 'inputs' }, { name: 'shape' }, { name: 'encode' }] },
  ])
  expect(stats[2]).not.toHaveProperty('refId')
})

it('shapes the rest when one query fails, which tells so', async () => {
  const { headers, frames } = await shaped(['up', 'down'], [limit(2)])
  expect(frames.map(({ length }) => length)).toEqual([2])
  expect(headers).toContainEqual(
    expect.objectContaining({ id: 'p', refId: 'B', problem: expect.objectContaining({ code: 'DOWN' }) as object }),
  )
})

it('shapes nothing when all queries fail, so that older frames can stay', async () => {
  const { headers, frames } = await shaped(['down'], [{ type: 'nobody-has-it', options: {} }])
  expect(frames).toEqual([])
  expect(headers.filter(({ problem }) => problem)).toHaveLength(1)
})

it('runs no disabled step, and answers as ever where no other is left', async () => {
  const { headers } = await shaped(['up'], [limit(2, { disabled: true })])
  expect(headers[0]).toEqual({ id: 'p', refId: 'A', part: 0 })
})

it('says at the frames what it could not do', async () => {
  const { frames } = await shaped(['up'], [{ type: 'nobody-has-it', options: {} }])
  expect(frames[0]!.length).toBe(3)
  expect(frames[0]!.meta.notices).toMatchObject([{ severity: 'error', text: /nobody-has-it/ }])
})

it('keeps what it made of the same frames, and counts how often that was enough', async () => {
  const { again } = await shaped(['up'], [limit(2)])
  const { stats, frames } = await again()
  expect(stats).toMatchObject([{ refId: 'A', source: 'cache' }, { source: 'cache' }])
  expect(frames[0]!.length).toBe(2)
  expect(server.fake.asked).toHaveLength(1)
  const metrics = (await admin.send('/metrics')).body as string
  expect(metrics).toContain('orrery_shapes_total{source="engine"} 1')
  expect(metrics).toContain('orrery_shapes_total{source="cache"} 1')
})

it('shapes what is compared with together with what is now, and keeps both', async () => {
  const { frames, again } = await shaped(['up'], [limit(2)], { panel: { timeCompare: '1d' } })
  expect(frames.map(({ meta }) => meta.meta?.['timeShiftMs'])).toEqual([undefined, 86_400_000])
  expect((await again()).stats.at(-1)).toMatchObject({ source: 'cache' })
})

it('answers a panel once that is asked to be followed', async () => {
  const { headers } = await shaped(['up'], [limit(2)], { batch: { live: true } })
  expect(headers.at(-1)).toMatchObject({ id: 'p', end: true })
  expect(headers.some(({ live }) => live)).toBe(false)
})

it('shapes a panel that is edited', async () => {
  const query = { refId: 'A', datasource: 'd', query: { expr: 'up' } }
  const item = { type: 'draftPanel', id: 'p', width: 600, queries: [query], transformations: [limit(1)] }
  const body = { range, timeZone: 'UTC', items: [item] }
  const messages = await allWireMessages(await admin.fetch('/api/v1/ns/default/query', { method: 'POST', body }))
  expect(messages[0]!.frame!.length).toBe(1)
})
