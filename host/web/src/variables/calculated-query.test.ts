import { expect, it } from 'vitest'
import {
  newCalculatedQuery,
  toCalculatedQuery,
  withExpression,
  withMoved,
  withQueries,
  withQuery,
} from './calculated-query.ts'

const source = { id: 'prom', title: 'Prometheus', isDefault: true, type: undefined }
const start = newCalculatedQuery(source)
const names = ({ queries }: typeof start) => queries.map(({ refId }) => refId)

it('begins with a query and one number of each of its series', () => {
  expect(start).toMatchObject({
    queries: [
      { refId: 'A', datasource: 'prom' },
      { refId: 'B', datasource: '$__expression', query: { type: 'reduce', input: 'A' } },
    ],
    show: 'B',
  })
})

it('adds queries of the data source of the others, and expressions of the last query, which make the options', () => {
  const other = { ...source, id: 'other' }
  expect(withQuery(start, [other, source]).queries[2]).toMatchObject({ refId: 'C', datasource: 'prom' })
  expect(withQuery(start, [other, source]).show).toBe('B')
  const more = withExpression(start)
  expect(more.queries[2]).toMatchObject({ refId: 'C', query: { type: 'math', expression: '$B' } })
  expect(more.show).toBe('C')
})

it('takes the last query where the one that makes the options is gone', () => {
  expect(withQueries(start, start.queries.slice(0, 1)).show).toBe('A')
  expect(withQueries(start, [])).toEqual({ queries: [], show: '' })
})

it('moves queries', () => {
  expect(names(withMoved(start, 0, 1))).toEqual(['B', 'A'])
  expect(names(withMoved(start, 1, 1))).toEqual(['A', 'B'])
})

it('reads what was written by hand, whatever it lacks', () => {
  expect(toCalculatedQuery({})).toEqual({ queries: [], show: '' })
  expect(toCalculatedQuery({ ...start })).toEqual(start)
})
