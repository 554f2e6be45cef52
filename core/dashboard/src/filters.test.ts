import type { AdhocFilter } from '@orrery/query'
import { describe, expect, it } from 'vitest'

import type { Variable } from './variable.ts'
import { filtersFor, resolveFilters } from './filters.ts'
import { resolveVariables } from './variables.ts'

const job: AdhocFilter = { key: 'job', operator: '=', values: ['api'] }
const zone: AdhocFilter = { key: 'zone', operator: 'oneOf', values: ['a', 'b'] }
const variables: readonly Variable[] = [
  { type: 'text', name: 'path', default: '/' },
  { type: 'filters', name: 'where', datasource: 'prom', default: [job] },
  { type: 'filters', name: 'more', datasource: 'prom' },
  { type: 'filters', name: 'logs', datasource: 'loki' },
]

describe('resolveFilters', () => {
  it('takes defaults where nothing was set', () => {
    expect(resolveFilters(variables, { more: [zone] })).toEqual({ where: [job], more: [zone], logs: [] })
  })

  it('takes an empty list for none, also where there is a default', () => {
    expect(resolveFilters(variables, { where: [] })['where']).toEqual([])
  })

  it.each(['path', 'other', 'constructor'])('refuses the name %s, which no variable of filters has', (name) => {
    expect(() => resolveFilters(variables, { [name]: [job] })).toThrow(
      expect.objectContaining({ code: 'QUERY_VARIABLE_UNKNOWN', status: 400 }),
    )
  })

  it('keeps them apart from what stands in queries', () => {
    expect(resolveVariables(variables, {})).toEqual({ path: '/' })
    expect(() => resolveVariables(variables, { where: 'x' })).toThrow(
      expect.objectContaining({ code: 'QUERY_VARIABLE_UNKNOWN' }),
    )
  })
})

it('filtersFor joins the filters of one datasource', () => {
  const values = resolveFilters(variables, { more: [zone], logs: [zone] })
  expect(filtersFor(variables, values, 'prom')).toEqual([job, zone])
  expect(filtersFor(variables, values, 'loki')).toEqual([zone])
  expect(filtersFor(variables, values, 'sql')).toEqual([])
})
