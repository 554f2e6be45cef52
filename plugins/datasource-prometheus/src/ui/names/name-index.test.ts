import { expect, it } from 'vitest'
import { matchesOf, NameIndex } from './name-index.ts'

const names = [
  'go_gc_duration_seconds',
  'http_request_duration_seconds_bucket',
  'http_requests_total',
  'node_cpu_seconds_total',
  'prometheus_http_requests_total',
  'xhttpx_requests',
]
const find = (search: string, limit = 10) => {
  const { rows, count } = new NameIndex(names).find(search, limit)
  return [rows.map((row) => names[row]), count]
}

it('finds names by parts of their words, those that begin with it first', () => {
  expect(find('http_req')).toEqual([
    [
      'http_request_duration_seconds_bucket',
      'http_requests_total',
      'prometheus_http_requests_total',
      'xhttpx_requests',
    ],
    4,
  ])
  expect(find('total http')).toEqual([['http_requests_total', 'prometheus_http_requests_total'], 2])
  expect(find('HTTP Duration')).toEqual([['http_request_duration_seconds_bucket'], 1])
  expect(find('nothing')).toEqual([[], 0])
})

it('finds each name once, and does not join neighbours', () => {
  expect(find('s')[1]).toBe(6)
  expect(find('seconds http')).toEqual([['http_request_duration_seconds_bucket'], 1])
  expect(find('secondshttp')[1]).toBe(0)
})

it('has all names in their order for no words, and counts those beyond the limit', () => {
  expect(find(' ', 2)).toEqual([names.slice(0, 2), 6])
  expect(find('total', 1)).toEqual([['http_requests_total'], 3])
})

it('says where the words stand in a name', () => {
  expect(matchesOf('http_requests_total', 'http_r')).toEqual([0, 6])
  expect(matchesOf('prometheus_http_requests_total', 'total http')).toEqual([11, 15, 25, 30])
  expect(matchesOf('up', '')).toEqual([])
})
