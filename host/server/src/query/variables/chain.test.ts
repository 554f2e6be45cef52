import { createVariableGraph, variablesWithin, type Variable, type VariableOption } from '@orrery/dashboard'
import { defineTable, text } from '@orrery/frames'
import { interpolate } from '@orrery/query'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import {
  create,
  dashboard,
  datasource,
  startTestServer,
  type Person,
  type TestServer,
} from '../../testing/test-server.ts'

const Options = defineTable({ value: text() })
const range = { from: 0, to: 3_600_000 }
const layout = { type: 'grid' as const, items: [{ panel: 'p', x: 0, y: 0, w: 12, h: 8 }] }
const chain: Variable[] = Array.from({ length: 40 }, (_, i) => ({
  type: 'query',
  name: `v${i}`,
  datasource: 'd',
  query: { expr: i === 0 ? 'all' : `of $v${i - 1}` },
}))
const names = chain.map(({ name }) => name)
const at = variablesWithin({ variables: chain, layout }, [])

let server: TestServer
let viewer: Person
let revision: string
/** The queries that the datasource was asked for options, as they were sent. */
let asked: string[] = []
beforeEach(async () => {
  server = await startTestServer()
  const admin = await server.setUp()
  viewer = await server.join(admin, 'vi', 'viewer')
  await create(admin, datasource('d'))
  const saved = await create(admin, dashboard('home', [{ expr: 'up $v39' }], { variables: chain, layout }))
  ;({ revision } = saved.body as { revision: string })
  asked = []
  server.fake.answer = async ({ query: { expr }, purpose, variables }) => {
    const sent = interpolate(expr, variables, String)
    if (purpose === 'options') asked.push(sent)
    return [
      Options.fromRows(
        [{ value: `${sent} a` }, { value: `${sent} b` }].map(({ value }) => ({ value: shorten(value) })),
      ),
    ]
  }
})
afterEach(() => server.close())

/** Keeps values of a chain short, and different by what they were made of. */
const shorten = (value: string) => {
  let sum = 0
  for (const char of value) sum = (sum * 31 + char.charCodeAt(0)) % 1_000_003
  return `${sum}${value.slice(-1)}`
}

/** What a page does: its variables as one graph, over HTTP. */
function open() {
  const post = (path: string, body: object, signal?: AbortSignal) =>
    viewer.fetch(`/api/v1/ns/default/${path}`, {
      method: 'POST',
      body: { dashboard: { id: 'home', revision }, range, timeZone: 'UTC', ...body },
      ...(signal && { signal }),
    })
  const graph = createVariableGraph({
    spec: { variables: chain, layout },
    wanted: {},
    range,
    onChange: () => {},
    load: async ({ key, values, signal }) => {
      const response = await post('variable-options', { variable: key, variables: values }, signal)
      return ((await response.json()) as { options: readonly VariableOption[] }).options
    },
  })
  onTestFinished(graph.stop)
  const isSettled = () => graph.isSettled(at, names)
  const settled = () => vi.waitFor(() => expect(isSettled()).toBe(true), { timeout: 20_000 })
  const panel = async () => {
    const items = [{ type: 'panel', id: 'p', panel: 'p', width: 600 }]
    const response = await post('query', { variables: graph.valuesFor(at, ['v39']), items })
    await response.arrayBuffer()
    return response.status
  }
  return { graph, settled, isSettled, panel }
}

it('asks the datasource once for each of forty chained variables, and for none again to check their values', async () => {
  const { graph, settled, panel } = open()
  await settled()
  expect([asked.length, new Set(asked).size]).toEqual([40, 40])
  expect(await panel()).toBe(200)
  expect(asked).toHaveLength(40)

  const { options } = graph.state('v9')!
  graph.choose({ v9: options[1]!.value })
  await settled()
  expect([asked.length, new Set(asked).size]).toEqual([70, 70])
  expect(await panel()).toBe(200)
  expect(asked).toHaveLength(70)
})

it('stops a question that a change has overtaken, at the datasource too', async () => {
  const { graph, settled, isSettled } = open()
  await settled()
  const { answer } = server.fake
  let aborted = 0
  server.fake.answer = (request) =>
    new Promise((_, reject) => {
      request.signal.addEventListener('abort', () => {
        aborted++
        // As a backend whose caller has left.
        reject(request.signal.reason as Error)
      })
    })
  graph.choose({ v0: graph.state('v0')!.options[1]!.value })
  await vi.waitFor(() => expect(server.fake.asked.length).toBeGreaterThan(40))
  expect(isSettled()).toBe(false)
  server.fake.answer = answer
  graph.choose({ v0: graph.state('v0')!.options[0]!.value })
  await vi.waitFor(() => expect(aborted).toBe(1))
  await settled()
  expect(asked).toHaveLength(40)
})
