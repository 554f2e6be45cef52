import { describe, expect, it } from 'vitest'
import { interpolatePromql } from './promql.ts'

const values = {
  job: 'api',
  jobs: ['a.b', 'c|d'],
  evil: 'x"} or vector(1) #',
  n: '5',
  window: '1m30s',
  labels: ['job', 'instance'],
  all: { value: ['a', 'b'], text: 'All', verbatim: '.+', isListed: true },
  host: { value: 'h1', text: 'Host "1"', properties: { zone: 'eu' }, isListed: true },
}

describe('interpolatePromql', () => {
  it.each([
    ['up{job="$job"}', 'up{job="api"}'],
    ['up{job=~"$jobs"}', 'up{job=~"(a\\\\.b|c\\\\|d)"}'],
    ["up{job!~'pre-$jobs'}", "up{job!~'pre-(a\\\\.b|c\\\\|d)'}"],
    ['up{job=~`$jobs`}', 'up{job=~`(a\\.b|c\\|d)`}'],
    ['up{job="$evil"}', 'up{job="x\\"} or vector(1) #"}'],
    ['topk($n, rate(x[$window]))', 'topk(5, rate(x[1m30s]))'],
    ['sum by ($labels) (up)', 'sum by (job, instance) (up)'],
    ['label_replace(up, "a", "$$1", "b", "(.*)")', 'label_replace(up, "a", "$1", "b", "(.*)")'],
    ['up{job=~"$all", host="${host.zone}"}', 'up{job=~".+", host="eu"}'],
    ['up{job=~"${jobs:pipe}"}', 'up{job=~"a.b|c|d"}'],
    ['up{job="${evil:raw}", host="${host:text}"}', 'up{job="x\\"} or vector(1) #", host="Host \\"1\\""}'],
    ['${host:raw} + ${labels.1}', 'h1 + instance'],
    ['up # "$job\n + {a="$job"}', 'up # "api\n + {a="api"}'],
  ])('writes %s', (expr, written) => {
    expect(interpolatePromql(expr, values)).toBe(written)
  })

  it.each([
    ['topk($evil, up)', 'PROMETHEUS_VARIABLE_MISPLACED'],
    ['up{job="$jobs"}', 'PROMETHEUS_VARIABLE_MISPLACED'],
    ['topk(${evil:raw}, up)', 'QUERY_VARIABLE_RAW'],
    ['up{job="$nobody"}', 'QUERY_VARIABLE_UNKNOWN'],
  ])('refuses %s', (expr, code) => {
    expect(() => interpolatePromql(expr, values)).toThrow(expect.objectContaining({ code }))
  })
})
