import { number, SeriesBuilder, type Frame } from '@orrery/frames'
import { CodedError } from '@orrery/schema'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { create, dashboard, datasource, startTestServer, type Person, type TestServer } from '../testing/test-server.ts'
import { allWireMessages, wireMessages } from '../testing/wire-messages.ts'

const range = { from: 0, to: 3_600_000 }
const series = (...values: readonly number[]): Frame => {
  const builder = new SeriesBuilder({ fields: { value: number() } })
  builder.add(
    { host: 'a' },
    values.map((_, i) => i * 1000),
    [...values],
  )
  return builder.build()
}

let server: TestServer
let admin: Person
beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
  await create(admin, datasource('d'))
  server.fake.answer = async ({ query: { expr }, range: { from } }) => {
    if (expr === 'down') throw new CodedError('Fake', 'DOWN', 502, 'The source is down.', {})
    return [from < 0 ? series(10, 20) : series(1, 2)]
  }
})
afterEach(() => server.close())

const query = (refId: string, expr: string, more: object = {}) => ({ refId, datasource: 'd', query: { expr }, ...more })
const math = (refId: string, expression: string, more: object = {}) => ({
  refId,
  datasource: '$__expression',
  query: { type: 'math', expression },
  ...more,
})

/** What is answered to a panel that is edited: headers, and by name the values of the frames. */
async function ask(queries: readonly object[], { panel = {}, batch = {} }: { panel?: object; batch?: object } = {}) {
  const item = { type: 'draftPanel', id: 'p', width: 600, queries, ...panel }
  const body = { range, timeZone: 'UTC', items: [item], ...batch }
  const response = await admin.fetch('/api/v1/ns/default/query', { method: 'POST', body })
  const messages = await allWireMessages(response)
  return {
    headers: messages.map(({ header }) => header),
    values: messages.flatMap(({ header, frame }) => (frame ? [[header.refId, valuesOf(frame)]] : [])),
    problems: messages.flatMap(({ header: { refId, problem } }) => (problem ? [[refId, problem.code]] : [])),
    stats: messages.at(-1)?.header.stats ?? [],
  }
}
const valuesOf = (frame: Frame) => {
  const column = frame.fields.get('value')!
  return Array.from({ length: column.length }, (_, i) => column.at(i))
}

it('calculates expressions of queries and of each other', async () => {
  const { values, stats } = await ask([query('A', 'up'), math('B', '$A * 2'), math('C', '$A + $B')])
  expect(values.sort()).toEqual([
    ['A', [1, 2]],
    ['B', [2, 4]],
    ['C', [3, 6]],
  ])
  expect(stats).toContainEqual(
    expect.objectContaining({
      refId: 'B',
      source: 'engine',
      series: 1,
      points: 2,
      bytes: expect.any(Number) as number,
    }),
  )
  expect(server.fake.asked).toHaveLength(1)
})

it('runs a hidden query that an expression needs without showing it, and none that nobody needs', async () => {
  const hidden = { hidden: true }
  const { values, stats } = await ask([
    query('A', 'up', hidden),
    query('X', 'nobody', hidden),
    math('B', '$A + 1', hidden),
    math('C', '$B * 10'),
  ])
  expect(values).toEqual([['C', [20, 30]]])
  expect(server.fake.asked.map(({ query: { expr } }) => expr)).toEqual(['up'])
  expect(stats.map(({ refId }) => refId)).toEqual(['A', 'B', 'C'])
})

it('writes a query when it is there, whatever an expression waits for', async () => {
  let finish = () => {}
  const slow = new Promise<void>((resolve) => (finish = resolve))
  server.fake.answer = async ({ query: { expr } }) => {
    if (expr === 'slow') await slow
    return [series(1)]
  }
  const queries = [query('A', 'slow'), query('B', 'fast'), math('C', '$A + $B')]
  const item = { type: 'draftPanel', id: 'p', width: 600, queries }
  const body = { range, timeZone: 'UTC', items: [item] }
  const seen: (string | undefined)[] = []
  const response = await admin.fetch('/api/v1/ns/default/query', { method: 'POST', body })
  for await (const { header } of wireMessages(response)) {
    if (header.refId === 'B') finish()
    if (header.refId) seen.push(header.refId)
  }
  expect(seen[0]).toBe('B')
  expect(seen.sort()).toEqual(['A', 'B', 'C'])
})

it('tells what failed, and at each expression that needs it why it has no answer', async () => {
  const { values, problems } = await ask([query('A', 'down'), query('B', 'up'), math('C', '$A'), math('D', '$B')])
  expect(values.sort()).toEqual([
    ['B', [1, 2]],
    ['D', [1, 2]],
  ])
  expect(problems.sort()).toEqual([
    ['A', 'DOWN'],
    ['C', 'EXPRESSION_INPUT_FAILED'],
  ])
})

it.each([
  ['a query that is not there', math('B', '$X'), 'EXPRESSION_REF_UNKNOWN'],
  ['itself', math('B', '$B + 1'), 'EXPRESSION_CYCLE'],
  ['text that is no expression', math('B', '$A +'), 'EXPRESSION_SYNTAX'],
  ['no kind of expression', { ...math('B', ''), query: { type: 'poetry' } }, 'SCHEMA_INVALID'],
])('tells at an expression that it takes %s', async (_, expression, code) => {
  const { values, problems } = await ask([query('A', 'up'), expression])
  expect(problems).toEqual([['B', code]])
  expect(values).toEqual([['A', [1, 2]]])
})

it('calculates with the numbers that variables hold', async () => {
  const { values } = await ask([query('A', 'up'), math('B', '$A * $factor')], {
    batch: { scope: { factor: { value: '5' } } },
  })
  expect(values).toContainEqual(['B', [5, 10]])
})

it('calculates once more what is compared with', async () => {
  const { headers, stats } = await ask([query('A', 'up'), math('B', '$A * 2')], { panel: { timeCompare: '1d' } })
  expect(headers.filter(({ refId }) => refId === 'B')).toHaveLength(2)
  expect(stats.filter(({ refId }) => refId === 'B').map(({ timeShiftMs }) => timeShiftMs)).toEqual([
    undefined,
    86_400_000,
  ])
})

it('shapes what expressions gave, and keeps both', async () => {
  const panel = { transformations: [{ type: 'limit', options: { limit: 1 } }] }
  const queries = [query('A', 'up', { hidden: true }), math('B', '$A * 2')]
  expect((await ask(queries, { panel })).values).toEqual([[undefined, [2]]])
  const { stats } = await ask(queries, { panel })
  expect(stats.map(({ refId, source }) => [refId, source])).toEqual([
    ['A', 'cache'],
    ['B', 'cache'],
    [undefined, 'cache'],
  ])
})

it('is not followed, and lets viewers see what their dashboard calculates', async () => {
  const viewer = await server.join(admin, 'vi', 'viewer')
  const { p } = dashboard('x', []).spec.panels
  const panels = { p: { ...p, queries: [query('A', 'up', { hidden: true }), math('B', '$A')] } }
  const saved = await create(admin, dashboard('home', [], { panels }))
  const { revision } = saved.body as { revision: string }
  const body = {
    dashboard: { id: 'home', revision },
    range,
    timeZone: 'UTC',
    live: true,
    items: [{ type: 'panel', id: 'p', panel: 'p', width: 600 }],
  }
  const messages = await allWireMessages(await viewer.fetch('/api/v1/ns/default/query', { method: 'POST', body }))
  expect(messages.map(({ header }) => [header.refId, header.end])).toEqual([
    ['B', undefined],
    [undefined, true],
  ])
})
