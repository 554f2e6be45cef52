import type { Frame } from '@orrery/sdk'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { failure, matrix, startFake, success, type Fake } from './fake-prometheus.fixture.ts'
import type { Query } from './options.ts'

let fake: Fake
beforeAll(async () => {
  fake = await startFake()
})
afterAll(() => fake.stop())
beforeEach(() => {
  fake.asked.length = 0
})

const ask = async (query: Query, patch = {}) => (await fake.open()).ask(query, patch)
const rowsOf = (frame: Frame | undefined) => {
  if (!frame || frame.kind === 'series') throw new Error('no table')
  return Array.from({ length: frame.length }, (_, i) => Object.values(frame.rowAt(i)))
}
const heatmap = { type: 'range', expr: 'h', format: 'heatmap', minStep: '10s' } as const
const tenSeconds = { intervalMs: 10_000 }

describe('native histograms', () => {
  // https://prometheus.io/docs/prometheus/latest/querying/api/#native-histograms
  const buckets = [
    [0, '-2', '-1', '3'],
    [3, '-0.001', '0.001', '2'],
    [0, '1', '2', '5.5'],
  ]
  const native = (time: number, own = buckets) => [time, { count: '10', sum: '4.5', buckets: own }]

  it('become cells, with negative buckets and the one around zero, of the step before', async () => {
    fake.set('query_range', matrix([{ metric: { path: '/' }, histograms: [native(100), native(110)] }]))
    const [frame] = await ask(heatmap, tenSeconds)
    expect(frame!.meta.notices).toBeUndefined()
    expect(rowsOf(frame)).toEqual([
      [90_000, 100_000, -2, -1, 3],
      [90_000, 100_000, -0.001, 0.001, 2],
      [90_000, 100_000, 1, 2, 5.5],
      [100_000, 110_000, -2, -1, 3],
      [100_000, 110_000, -0.001, 0.001, 2],
      [100_000, 110_000, 1, 2, 5.5],
    ])
  })

  it('are added up where there are several', async () => {
    const one = (path: string) => ({ metric: { path }, histograms: [native(100, [[0, '1', '2', '1']])] })
    fake.set('query_range', matrix([one('/a'), one('/b')]))
    expect(rowsOf((await ask(heatmap, tenSeconds))[0])).toEqual([[90_000, 100_000, 1, 2, 2]])
  })

  it('of a moment are cells without a length, and some have no buckets', async () => {
    const result = [
      { metric: {}, histogram: native(100, [[0, '1', '2', '1']]) },
      { metric: { path: '/new' }, histogram: [100, { count: '0', sum: '0' }] },
    ]
    fake.set('query', success({ resultType: 'vector', result }))
    expect(rowsOf((await ask({ type: 'instant', expr: 'h', format: 'heatmap' }))[0])).toEqual([[100_000, 1, 2, 1]])
  })

  it('are named in a notice where numbers are asked for', async () => {
    fake.set('query_range', matrix([{ metric: {}, histograms: [native(100)] }]))
    const [frame] = await ask({ type: 'range', expr: 'h' })
    expect(frame!.meta.notices).toEqual([
      { severity: 'warning', text: expect.stringContaining('choose the format heatmap') as string },
    ])
  })

  it('that are damaged are an error', async () => {
    fake.set('query_range', matrix([{ metric: {}, histograms: [native(100, [[0, '1', 'x', '1']])] }]))
    await expect(ask(heatmap)).rejects.toMatchObject({ code: 'PROMETHEUS_ANSWER_INVALID' })
  })
})

describe('classic buckets', () => {
  const bucket = (le: string, ...counts: string[]) => ({
    metric: { __name__: 'h_bucket', le },
    values: counts.flatMap((count, k) => (count ? [[100 + 10 * k, count]] : [])),
  })

  it('become what each holds above the one below, in order of le as a number', async () => {
    fake.set('query_range', matrix([bucket('+Inf', '10'), bucket('10', '9'), bucket('2.5', '7'), bucket('0.5', '4')]))
    expect(rowsOf((await ask(heatmap, tenSeconds))[0])).toEqual([
      [90_000, 100_000, 0, 0.5, 4],
      [90_000, 100_000, 0.5, 2.5, 3],
      [90_000, 100_000, 2.5, 10, 2],
      [90_000, 100_000, 10, Infinity, 1],
    ])
  })

  it('that are missing at a time widen the next, and none counts less than nothing', async () => {
    fake.set('query_range', matrix([bucket('1', '4', '4'), bucket('2', '6', ''), bucket('4', '5', '9')]))
    expect(rowsOf((await ask(heatmap, tenSeconds))[0])).toEqual([
      [90_000, 100_000, 0, 1, 4],
      [90_000, 100_000, 1, 2, 2],
      [90_000, 100_000, 2, 4, 0],
      [100_000, 110_000, 0, 1, 4],
      [100_000, 110_000, 1, 4, 5],
    ])
  })

  it('below zero begin without an end, and those of several histograms are added up', async () => {
    const of = (path: string, le: string, count: string) => ({ metric: { path, le }, values: [[100, count]] })
    fake.set('query_range', matrix([of('/a', '-1', '1'), of('/a', '1', '3'), of('/b', '-1', '2'), of('/b', '1', '2')]))
    expect(rowsOf((await ask(heatmap, tenSeconds))[0])).toEqual([
      [90_000, 100_000, -Infinity, -1, 3],
      [90_000, 100_000, -1, 1, 2],
    ])
  })

  it('are missed where there are only other series', async () => {
    fake.set('query_range', matrix([{ metric: { job: 'api' }, values: [[100, '1']] }]))
    const [frame] = await ask(heatmap)
    expect([frame!.length, frame!.meta.notices?.[0]?.text]).toEqual([
      0,
      expect.stringContaining('One series is no bucket of a histogram. Keep the label le'),
    ])
  })

  it('give up empty cells first, then the oldest, when there are too many', async () => {
    fake.set('query_range', matrix([bucket('1', '1', '2', '3'), bucket('2', '1', '3', '4')]))
    const budget = { maxPoints: 100, maxSeries: 100, maxRows: 3, maxBytes: 1e6 }
    const [frame] = await ask(heatmap, { ...tenSeconds, budget })
    expect(rowsOf(frame).map(([, end, low]) => [end, low])).toEqual([
      [110_000, 1],
      [120_000, 0],
      [120_000, 1],
    ])
    expect(frame!.meta.notices?.[0]?.text).toContain('only the latest 3 cells')
  })
})

describe('exemplars', () => {
  // https://prometheus.io/docs/prometheus/latest/querying/api/#querying-exemplars
  const answer = [
    {
      seriesLabels: { __name__: 'h_bucket', le: '0.1' },
      exemplars: [
        { labels: { trace_id: 'b', span_id: 's' }, value: '0.06', timestamp: 110.5 },
        { labels: { other: 'x' }, value: '0.07', timestamp: 100 },
      ],
    },
  ]
  const query = { type: 'range', expr: 'rate(h_bucket[1m])', exemplars: true } as const

  it('stand beside the series, in order of time, with their labels, traces and links', async () => {
    fake.set('query_range', matrix([]))
    fake.set('query_exemplars', success(answer))
    const traceLinks = [{ label: 'trace_id', title: 'Tempo', url: 'https://tempo.example.org/${traceId}' }]
    const frames = await (await fake.open({ traceLinks })).ask(query, { range: { from: 60_000, to: 120_000 } })
    expect(frames.map(({ kind, meta }) => [kind, meta.refId])).toEqual([
      ['series', 'A'],
      ['exemplars', 'A'],
    ])
    expect(rowsOf(frames[1])).toEqual([
      [100_000, 0.07, { __name__: 'h_bucket', le: '0.1', other: 'x' }, null, null],
      [110_500, 0.06, { __name__: 'h_bucket', le: '0.1', trace_id: 'b', span_id: 's' }, 'b', 's'],
    ])
    expect(frames[1]!.meta.meta).toEqual({ links: [{ title: 'Tempo', url: 'https://tempo.example.org/${traceId}' }] })
    expect(fake.formsOf('query_exemplars')).toEqual([{ query: 'rate(h_bucket[1m])', start: '60', end: '120' }])
  })

  it('that the server does not tell are a notice, and the series are there', async () => {
    fake.set('query_range', matrix([{ metric: {}, values: [[100, '1']] }]))
    fake.set('query_exemplars', failure('bad_data', 'exemplars are not enabled', 400))
    const frames = await ask(query)
    expect(frames.map(({ length }) => length)).toEqual([1, 0])
    expect(frames[1]!.meta.notices?.[0]?.text).toContain('exemplars are not enabled')
  })
})
