import type { DashboardSpec } from '@orrery/dashboard'
import { expect, it } from 'vitest'
import { queriesOf } from './dashboard-queries.ts'

const query = { refId: 'A', datasource: 'd', query: { expr: 'up' } }
const expression = { refId: 'B', datasource: '$__expression', query: { type: 'math', expression: '$A' } }
const queries = [expression, query]

it('lists what asks datasources: no expressions, and the queries that a variable is calculated of', () => {
  const spec: DashboardSpec = {
    time: { from: 'now-1h', to: 'now' },
    variables: [{ type: 'query', name: 'host', datasource: '$__expression', query: { queries, show: 'B' } }],
    panels: { p: { type: 'timeseries', title: 'P', queries, options: {} } },
    layout: { type: 'grid', items: [] },
  }
  expect(queriesOf(spec)).toEqual([
    { query, path: '/spec/panels/p/queries/1/query' },
    { query, path: '/spec/variables/host/query/queries/1/query' },
  ])
})
