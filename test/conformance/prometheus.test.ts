import { prometheus } from '../../plugins/datasource-prometheus/src/index.ts'
import connect from '../../plugins/datasource-prometheus/src/server/connect.ts'
import type { Query } from '../../plugins/datasource-prometheus/src/options.ts'
import { collect, createTestContext, testDatasource, testRequest } from '@orrery/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { startPrometheus, type TestPrometheus } from '../support/prometheus.ts'

describe.skipIf(!programs.prometheus || !programs['node-exporter'])('with a real Prometheus', () => {
  let server: TestPrometheus
  beforeAll(async () => {
    server = await startPrometheus()
  })
  afterAll(() => server.remove())

  testDatasource(prometheus, {
    options: () => ({ url: server.url, scrapeInterval: '1s' }),
    queries: [
      { query: { type: 'range', expr: 'rate(node_cpu_seconds_total[$__rate_interval])' }, kind: 'series' },
      { query: { type: 'instant', expr: 'up' }, kind: 'numeric' },
      { query: { type: 'labels' }, kind: 'table' },
      { query: { type: 'labelValues', label: 'job', match: 'up' }, kind: 'table' },
    ],
    badQuery: { type: 'range', expr: 'rate(foo[' },
    unreachable: { url: 'http://127.0.0.1:1' },
  })

  const ask = async (query: Query) => {
    const client = await connect({ url: server.url, scrapeInterval: '1s' }, createTestContext())
    const to = Date.now()
    return collect(client.query(testRequest(query, { range: { from: to - 60_000, to }, intervalMs: 1000 })))
  }

  it('gives every processor mode its series, on a grid of a second', async () => {
    const [frame] = await ask({ type: 'range', expr: 'node_cpu_seconds_total{cpu="0"}' })
    if (frame?.kind !== 'series') throw new Error('no series')
    expect([...frame].map(({ labels }) => labels['mode']).sort()).toEqual(
      expect.arrayContaining(['idle', 'system', 'user']),
    )
    expect(frame.step).toBe(1000)
  })

  it('lists the jobs that it scrapes', async () => {
    const [frame] = await ask({ type: 'labelValues', label: 'job' })
    if (!frame || frame.kind === 'series') throw new Error('no table')
    const column = frame.fields.get('name')
    expect(Array.from({ length: frame.length }, (_, i) => column?.at(i))).toEqual(['node', 'prometheus'])
  })

  it('says which version answers', async () => {
    const client = await connect({ url: server.url }, createTestContext())
    expect(await client.check!(new AbortController().signal)).toMatch(/^Prometheus \d+\.\d+/)
  })
})
