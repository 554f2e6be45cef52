import { prometheus } from '../../plugins/datasource-prometheus/src/index.ts'
import connect from '../../plugins/datasource-prometheus/src/server/connect.ts'
import type { Options, Query } from '../../plugins/datasource-prometheus/src/options.ts'
import type { Frame } from '@orrery/sdk'
import { collect, createTestContext, testDatasource, testRequest } from '@orrery/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { startExporter, type TestExporter } from '../support/exporter.ts'
import { until } from '../support/process.ts'
import { startPrometheus, type TestPrometheus } from '../support/prometheus.ts'
import { startRelay, type Relay } from '../support/relay.ts'

const rules = `
groups:
  - name: shop
    rules:
      - { record: job:up:sum, expr: 'sum by (job) (up)' }
      - { alert: ShopOpen, expr: 'up{job="shop"} == 1', labels: { severity: info }, annotations: { summary: "It trades." } }
`

const dump = (frame: Frame | undefined) => {
  if (frame?.kind !== 'series') throw new Error('no series')
  return Array.from(frame, (series) => ({
    labels: series.labels,
    points: Array.from(series.time, (at, k) => (series.isNull(k) ? [] : [[at, series.values[k]]])).flat(),
  }))
}

describe.skipIf(!programs.prometheus || !programs['node-exporter'])('with a real Prometheus', () => {
  let server: TestPrometheus
  let shop: TestExporter
  let relay: Relay
  beforeAll(async () => {
    shop = await startExporter()
    server = await startPrometheus({
      targets: { shop: shop.target },
      features: ['exemplar-storage', 'native-histograms'],
      rules,
    })
    relay = await startRelay(server.url)
    await until('an alert, and a scrape of the shop at a whole quarter of a minute', async () => {
      const query =
        'count_over_time(shop_latency_seconds{path="/cart"}[1m]) >= 16 and on () ALERTS{alertstate="firing"}'
      const answer = await fetch(`${server.url}/api/v1/query?query=${encodeURIComponent(query)}`)
      return ((await answer.json()) as { data: { result: unknown[] } }).data.result.length > 0
    })
  })
  afterAll(async () => {
    relay?.stop()
    await server?.remove()
    await shop?.stop()
  })

  testDatasource(prometheus, {
    options: () => server.options,
    queries: [
      { query: { type: 'range', expr: 'rate(node_cpu_seconds_total[$__rate_interval])' }, kind: 'series' },
      { query: { type: 'instant', expr: 'up' }, kind: 'numeric' },
      { query: { type: 'labels' }, kind: 'table' },
      { query: { type: 'labelValues', label: 'job', match: 'up' }, kind: 'table' },
      { query: { type: 'both', expr: 'up', exemplars: true }, kind: ['series', 'numeric', 'exemplars'] },
      { query: { type: 'range', expr: 'shop_latency_seconds', format: 'heatmap' }, kind: 'heatmap-cells' },
      { query: { type: 'instant', expr: 'shop_latency_seconds', format: 'heatmap' }, kind: 'heatmap-cells' },
      { query: { type: 'metrics', search: 'shop' }, kind: 'table' },
      { query: { type: 'rules' }, kind: 'table' },
      { query: { type: 'alerts' }, kind: 'table' },
    ],
    annotations: { type: 'annotations', expr: 'ALERTS{alertstate="firing"}' },
    filters: {
      query: { type: 'range', expr: 'up' },
      filter: { key: 'job', operator: 'oneOf', values: ['shop', 'node'] },
    },
    badQuery: { type: 'range', expr: 'rate(foo[' },
    unreachable: { url: 'http://127.0.0.1:1' },
  })

  const open = async (options: Partial<Options> = {}) =>
    connect({ url: server.url, scrapeInterval: '1s', ...options }, createTestContext())
  type Client = Awaited<ReturnType<typeof open>>
  const minuteTo = (to: number) => ({ range: { from: to - 60_000, to }, intervalMs: 1000 })
  const askAt = (client: Client, query: Query, to: number) => collect(client.query(testRequest(query, minuteTo(to))))
  const ask = async (query: Query) => askAt(await open(), query, Date.now())
  const rowsOf = (frame: Frame | undefined) => {
    if (!frame || frame.kind === 'series') throw new Error('no table')
    return Array.from({ length: frame.length }, (_, i) => frame.rowAt(i))
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
    expect(Array.from({ length: frame.length }, (_, i) => column?.at(i))).toEqual(['node', 'prometheus', 'shop'])
  })

  it('tells the exemplars of a histogram with their traces', async () => {
    const expr = 'histogram_quantile(0.9, sum by (le) (rate(shop_request_seconds_bucket[5s])))'
    const rows = rowsOf((await ask({ type: 'range', expr, exemplars: true }))[1])
    expect(rows.length).toBeGreaterThan(3)
    for (const row of rows)
      expect(row).toMatchObject({ traceId: expect.stringMatching(/^[0-9a-f]{32}$/) as string, labels: { job: 'shop' } })
  })

  it('gives the cells of a native histogram, which count as much as it does', async () => {
    const query = 'sum(shop_latency_seconds)'
    const [cells] = await ask({ type: 'instant', expr: query, format: 'heatmap' })
    const rows = rowsOf(cells)
    const [counted] = await ask({ type: 'instant', expr: `histogram_count(${query})` })
    const total = rows.reduce((sum, { count }) => sum + Number(count), 0)
    expect(Math.abs(total - Number(rowsOf(counted)[0]!['value']))).toBeLessThanOrEqual(60)
    for (const { yMin, yMax } of rows) expect(Number(yMax) / Number(yMin)).toBeCloseTo(2 ** (1 / 8), 6)
  })

  it('gives the cells of classic buckets, which count as much as the histogram does', async () => {
    const client = await open()
    const to = Date.now()
    const bucket = 'sum by (le) (shop_request_seconds_bucket)'
    const [cells] = await askAt(client, { type: 'instant', expr: bucket, format: 'heatmap' }, to)
    const [counted] = await askAt(client, { type: 'instant', expr: 'sum(shop_request_seconds_count)' }, to)
    const total = rowsOf(cells).reduce((sum, { count }) => sum + Number(count), 0)
    expect(total).toBe(rowsOf(counted)[0]!['value'])
  })

  it('lists rules and alerts, and when an alert fired', async () => {
    const [rows] = [rowsOf((await ask({ type: 'rules' }))[0])]
    expect(rows.map(({ rule, type, state, health }) => [rule, type, state, health])).toEqual([
      ['job:up:sum', 'recording', null, 'ok'],
      ['ShopOpen', 'alerting', 'firing', 'ok'],
    ])
    const [alert] = rowsOf((await ask({ type: 'alerts' }))[0])
    expect(alert).toMatchObject({ alert: 'ShopOpen', state: 'firing', value: 1, summary: 'It trades.' })
    const marks = rowsOf((await ask({ type: 'annotations', expr: 'ALERTS{alertstate="firing"}' }))[0])
    expect(marks).toMatchObject([{ title: 'ShopOpen' }])
  })

  it('tells type and help of metrics', async () => {
    const rows = rowsOf((await ask({ type: 'metrics', search: 'prometheus_http_requests' }))[0])
    expect(rows).toMatchObject([
      {
        name: 'prometheus_http_requests_total',
        type: 'counter',
        help: expect.stringContaining('HTTP requests') as string,
      },
    ])
  })

  it.each([
    ['rate(foo[', 'PROMETHEUS_QUERY_INVALID', { line: 1, column: 10 }],
    ['up * on (nothing) up', 'PROMETHEUS_MATCH_AMBIGUOUS', {}],
  ])('places what is wrong with %s', async (expr, code, params) => {
    await expect(ask({ type: 'range', expr })).rejects.toMatchObject({ code, params })
  })

  it('refreshes by the end of the range alone, with the result of a whole query', async () => {
    const keeping = await open({ url: relay.url, overlap: '1s' })
    // Those of the clock have a past, which those of a server that has just begun have not.
    const clocks = Array.from(
      { length: 20 },
      (_, n) => `label_replace(sin(vector(time() / ${n + 1})), "n", "${n}", "", "")`,
    )
    const query: Query = { type: 'range', expr: ['{job="node"}', ...clocks].join(' or ') }
    const longTo = (to: number) => ({ range: { from: to - 1_200_000, to }, intervalMs: 1000 })
    const askAt = (client: Client, to: number) => collect(client.query(testRequest(query, longTo(to))))
    const end = Math.floor(Date.now() / 1000) * 1000
    await askAt(keeping, end - 2000)
    const before = relay.bytes()
    const [refreshed] = await askAt(keeping, end)
    const tail = relay.bytes() - before
    const [whole] = await askAt(await open({ url: relay.url, incremental: false }), end)
    expect(dump(refreshed)).toEqual(dump(whole))
    expect(dump(whole).length).toBeGreaterThan(300)
    // The names of the series come each time.
    expect(tail).toBeLessThan((relay.bytes() - before - tail) / 4)
  })

  it('says which version answers', async () => {
    const client = await connect({ url: server.url }, createTestContext())
    expect(await client.check!(new AbortController().signal)).toMatch(/^Prometheus \d+\.\d+/)
  })
})
