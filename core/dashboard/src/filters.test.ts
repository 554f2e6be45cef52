import type { AdhocFilter } from '@orrery/query'
import { describe, expect, it } from 'vitest'

import { filtersFor, resolveFilters } from './filters.ts'
import { scopedVariables } from './variables/scope.ts'

const job: AdhocFilter = { key: 'job', operator: '=', values: ['api'] }
const zone: AdhocFilter = { key: 'zone', operator: 'oneOf', values: ['a', 'b'] }
const variables = scopedVariables({
  layout: { type: 'grid', items: [] },
  variables: [
    { type: 'text', name: 'path', default: '/' },
    { type: 'filters', name: 'where', datasource: 'prom', default: [job] },
    { type: 'filters', name: 'more', datasource: 'prom' },
    { type: 'filters', name: 'logs', datasource: 'loki' },
    { type: 'filters', name: 'any', datasource: '$source' },
  ],
})

describe('resolveFilters', () => {
  it('takes defaults where nothing was set', () => {
    expect(resolveFilters(variables, { more: [zone] })).toEqual({ where: [job], more: [zone], logs: [], any: [] })
  })

  it('takes an empty list for none, also where there is a default', () => {
    expect(resolveFilters(variables, { where: [] })['where']).toEqual([])
  })

  it.each(['path', 'other', 'constructor'])('refuses the name %s, which no variable of filters has', (name) => {
    expect(() => resolveFilters(variables, { [name]: [job] })).toThrow(
      expect.objectContaining({ code: 'QUERY_VARIABLE_UNKNOWN', status: 400 }),
    )
  })
})

it('filtersFor joins the filters of one datasource', () => {
  const values = resolveFilters(variables, { more: [zone], logs: [zone] })
  expect(filtersFor(variables, values, 'prom', {})).toEqual([job, zone])
  expect(filtersFor(variables, values, 'loki', {})).toEqual([zone])
  expect(filtersFor(variables, values, 'sql', {})).toEqual([])
})

it('filtersFor follows variables of datasources, of filters and of queries', () => {
  const values = resolveFilters(variables, { any: [zone] })
  const scope = { source: ['prom', 'loki'] }
  expect(filtersFor(variables, values, 'prom', scope)).toEqual([job, zone])
  expect(filtersFor(variables, values, '$source', scope)).toEqual([job, zone])
  expect(filtersFor(variables, values, 'loki', scope)).toEqual([])
  expect(filtersFor(variables, values, '$source', {})).toEqual([zone])
})
