import { expect, it } from 'vitest'

import plugin from '../example/src/index.ts'
import connect from '../example/src/server/connect.ts'
import share from '../example/src/share/apply.ts'
import summary from '../example/src/summary.ts'
import { defineTable, number, type HttpClient, type QueryRequest } from './index.ts'

const reply = (status: number, body: unknown): HttpClient => ({
  request: async () => ({
    status,
    headers: {},
    body: (async function* () {})(),
    text: async () => JSON.stringify(body),
  }),
})
const request: QueryRequest<{ room: string }> = {
  query: { room: '$room' },
  refId: 'A',
  range: { from: 0, to: 60_000 },
  intervalMs: 1000,
  timeZone: 'UTC',
  budget: { maxPoints: 100, maxSeries: 10, maxRows: 100, maxBytes: 1e6 },
  purpose: 'data',
  variables: { room: 'attic' },
  filters: [],
  signal: new AbortController().signal,
}
const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const get = () => {
  throw new Error('the example asks for no service')
}

it('declares both contributions of the example', () => {
  expect(plugin.contributes.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['datasource sensors', 'panel big'])
})

it('runs the example from the reply to the summary', async () => {
  const http = reply(200, [
    { at: 1000, celsius: 20 },
    { at: 2000, celsius: 21.5 },
  ])
  const client = await connect({ url: 'http://sensors/' }, { http, log, get })
  const answer = await client.query(request)
  const frames = 'length' in answer ? answer : []
  expect(
    summary({
      options: { size: 'large' },
      frames,
      fieldConfig: { defaults: {}, overrides: [] },
      variables: {},
      timeZone: 'UTC',
    }),
  ).toBe('21.5 °C')
})

it('refuses a reply of another shape with a coded error', async () => {
  const client = await connect({ url: 'http://sensors/' }, { http: reply(200, { error: 'no' }), log, get })
  await expect(client.query(request)).rejects.toMatchObject({ code: 'SCHEMA_INVALID' })
})

it('shapes frames with the example of a transformation', () => {
  const frame = defineTable({ value: number() }).fromRows([{ value: 1 }, { value: null }, { value: 3 }])
  const notices: string[] = []
  const context = { range: { from: 0, to: 1 }, timeZone: 'UTC', note: (text: string) => void notices.push(text) }
  const [shared] = share([frame], { field: 'Value' }, context)
  expect([0, 1, 2].map((i) => shared!.fields.get('value')!.at(i))).toEqual([0.25, null, 0.75])
  expect(share([frame], { field: 'price' }, context)).toEqual([frame])
  expect(notices).toEqual(['There is no field "price" with numbers, so nothing is divided.'])
})
