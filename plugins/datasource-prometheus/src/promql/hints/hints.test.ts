import { describe, expect, it } from 'vitest'
import type { HintContext, MetricType } from './hint.ts'
import { hintsFor } from './hints.ts'

const types: Readonly<Record<string, MetricType>> = {
  requests: 'counter',
  node_load1: 'gauge',
  latency: 'histogram',
  native: 'histogram',
}
const context: HintContext = { typeOf: (metric) => types[metric] }
const fixesOf = (promql: string, more: Partial<HintContext> = {}) =>
  hintsFor(promql, { ...context, ...more }).map(({ id, fix }) => [id, fix?.change.expr ?? fix?.change.top])

describe('hintsFor', () => {
  it.each([
    [
      'sum(requests{a="b"} offset 1h) # x',
      'counter-without-rate',
      'sum(rate(requests{a="b"}[$__rate_interval] offset 1h)) # x',
    ],
    ['http_requests_total / 2', 'counter-without-rate', 'rate(http_requests_total[$__rate_interval]) / 2'],
    ['latency_sum', 'counter-without-rate', 'rate(latency_sum[$__rate_interval])'],
    ['sum(rate(node_load1[5m]))', 'rate-of-gauge', 'sum(deriv(node_load1[5m]))'],
    ['increase(node_load1[5m])', 'rate-of-gauge', 'delta(node_load1[5m])'],
    ['rate(requests[ 30s ])', 'short-range', 'rate(requests[$__rate_interval])'],
    ['rate(sum by (job) (requests)[5m:1m])', 'sum-before-rate', 'sum by (job) (rate(requests[5m]))'],
    [
      'histogram_quantile(0.9, sum by (job) (rate(latency_bucket[5m])))',
      'missing-le',
      'histogram_quantile(0.9, sum by (le, job) (rate(latency_bucket[5m])))',
    ],
    [
      'histogram_quantile(0.9, sum(rate(latency_bucket[5m])))',
      'missing-le',
      'histogram_quantile(0.9, sum by (le) (rate(latency_bucket[5m])))',
    ],
    [
      'rate(latency_bucket[5m])',
      'histogram-without-quantile',
      'histogram_quantile(0.95, sum by (le) (rate(latency_bucket[5m])))',
    ],
    ['sum(rate(native[5m]))', 'histogram-without-quantile', 'histogram_quantile(0.95, sum(rate(native[5m])))'],
  ])('advises on %s', (promql, id, fixed) => {
    expect(fixesOf(promql)).toContainEqual([id, fixed])
  })

  it.each([
    'rate(requests[5m])',
    'sum by (job) (rate(requests[$__rate_interval]))',
    'node_load1',
    'absent(requests)',
    'count by (job) (requests)',
    'histogram_quantile(0.9, sum by (le) (rate(latency_bucket[5m])))',
    'histogram_quantile(0.9, sum(rate(native[5m])))',
    'rate(',
    '',
  ])('has nothing to say about %j', (promql) => {
    expect(fixesOf(promql)).toEqual([])
  })

  it('knows how often the server scrapes', () => {
    expect(fixesOf('rate(requests[30s])', { scrapeIntervalMs: 5000 })).toEqual([])
  })

  it('offers the highest of many series', () => {
    expect(fixesOf('up', { seriesCount: 500 })).toEqual([['many-series', { count: 20, by: 'max' }]])
  })

  it('finds what a rule has recorded, however it is written', () => {
    const rules = [{ name: 'job:requests:rate5m', expr: 'sum(rate(requests[5m])) by (job)' }]
    expect(fixesOf('sum by(job) ((rate(requests[5m]))) * 60', { rules })).toEqual([
      ['recorded', 'job:requests:rate5m * 60'],
    ])
  })
})
