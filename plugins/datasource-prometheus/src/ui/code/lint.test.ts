// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { lintPromql, markProblem } from './lint.ts'

const marked = (text: string) => lintPromql(text).map(({ from, to }) => text.slice(from, to))

it.each([
  [''],
  ['up'],
  ['sum by (job) (rate(http_requests_total{code=~"5.."}[$__rate_interval]))'],
  ['topk($count, $metric{job="$job"})'],
  ['rate(up[${window}m])'],
  ['label_replace(up, "a", "$1", "b", "(.*)")'],
])('has nothing against %s', (text) => {
  expect(lintPromql(text)).toEqual([])
})

it.each([
  ['sum(up', 1],
  ['rate(up)', 1],
  ['up{job=}', 1],
  ['histogram_quantile("a", up)', 1],
])('marks what is wrong in %s', (text, count) => {
  const found = lintPromql(text)
  expect(found.length).toBeGreaterThanOrEqual(count)
  expect(found.every(({ severity }) => severity === 'error')).toBe(true)
})

it('marks the argument that is of another type', () => {
  expect(marked('rate(up)')).toEqual(['up'])
})

it('marks the words of Prometheus at the line and column that it names', () => {
  const text = 'sum(\n  rate(up)\n)'
  const params = { reason: 'expected type range vector', line: 2, column: 8 }
  const one = markProblem({ code: 'PROMETHEUS_QUERY_INVALID', detail: 'Prometheus cannot read it.', params }, text)
  expect([text.slice(one.from, one.to), one.message]).toEqual(['up', 'expected type range vector'])
})

it('marks all where no place is named, and stays within the text', () => {
  const detail = 'It is too much.'
  expect(markProblem({ code: 'X', detail, params: {} }, 'up')).toEqual({
    from: 0,
    to: 2,
    severity: 'error',
    message: detail,
  })
  const beyond = markProblem({ code: 'X', detail, params: { reason: 'r', line: 1, column: 3 } }, 'up')
  expect([beyond.from, beyond.to]).toEqual([2, 2])
})
