import { expect, it } from 'vitest'
import { queryFor, selectorFor } from './usage.ts'

it.each([
  ['http_requests_total', 'counter', 'rate(http_requests_total[$__rate_interval])'],
  ['jobs_total', '', 'rate(jobs_total[$__rate_interval])'],
  ['queue_total', 'gauge', 'queue_total'],
  ['node_load1', 'gauge', 'node_load1'],
  ['latency_bucket', 'histogram', 'histogram_quantile(0.95, sum by (le) (rate(latency_bucket[$__rate_interval])))'],
  ['latency_count', 'histogram', 'rate(latency_count[$__rate_interval])'],
  ['latency', 'histogram', 'histogram_quantile(0.95, sum(rate(latency[$__rate_interval])))'],
  ['gc_seconds', 'summary', 'gc_seconds'],
  ['gc_seconds_sum', 'summary', 'rate(gc_seconds_sum[$__rate_interval])'],
])('reads %s of type %s as it is read best', (name, type, expected) => {
  expect(queryFor({ name, type })).toBe(expected)
})

it('selects the chosen values, several by a pattern', () => {
  expect(selectorFor('up', { job: ['api'], instance: [] })).toBe('up{job="api"}')
  expect(selectorFor('up', { path: ['a.b', 'c"'] })).toBe(String.raw`up{path=~"a\\.b|c\""}`)
  expect(selectorFor('my.metric', { 'a b': ['1'] })).toBe('{"my.metric", "a b"="1"}')
})
