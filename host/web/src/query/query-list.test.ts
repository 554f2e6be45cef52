import { expect, it } from 'vitest'
import type { Contributed } from '../plugins/plugin-list.ts'
import { addQuery, isBegun, moveQuery, newQuery } from './query-list.ts'

const query = (refId: string) => ({ refId, datasource: 'prom', query: { type: 'range', expr: `up{a="${refId}"}` } })

it('names queries by the first free letter, and knows when there is none', () => {
  const { refId: _, ...plain } = query('A')
  const names = (list: readonly { refId: string }[]) => list.map(({ refId }) => refId).join('')
  expect(names(addQuery([query('A'), query('C')], plain))).toBe('ACB')
  expect(names(addQuery([query('A'), query('C')], plain, 0))).toBe('ABC')
  const all = Array.from({ length: 26 }, (_, i) => query(String.fromCharCode(65 + i)))
  expect(addQuery(all, plain)).toBe(all)
})

it('moves queries as far as there is room', () => {
  const list = [query('A'), query('B')]
  expect(moveQuery(list, 0, 1).map(({ refId }) => refId)).toEqual(['B', 'A'])
  expect(moveQuery(list, 0, -1)).toBe(list)
  expect(moveQuery(list, 1, 2)).toBe(list)
})

const typeOf = (schema: object): Contributed => ({
  plugin: { id: 'p', version: '1', title: 'P', base: '', contributes: [] },
  kind: 'datasource',
  id: 'd',
  title: 'D',
  data: { query: schema },
})
const text = { type: 'string' }
const range = {
  type: 'object',
  properties: { type: { const: 'range' }, expr: text, resolution: { type: 'integer', default: 1 } },
  required: ['type', 'expr'],
}

it('takes a query for begun when it says more than a new one, or a new one asks something', () => {
  expect(isBegun({ type: 'range' }, typeOf(range))).toBe(false)
  expect(isBegun({ type: 'range', resolution: 2 }, typeOf(range))).toBe(true)
  expect(isBegun({ type: 'range', expr: 'up' }, typeOf(range))).toBe(true)
  const whole = { type: 'object', properties: { table: { ...text, default: 'all' } }, required: ['table'] }
  expect(isBegun({ table: 'all' }, typeOf(whole))).toBe(true)
  expect(isBegun({}, undefined)).toBe(true)
})

it('begins a query with what its schema requires', () => {
  const of = (schema: object) => newQuery(typeOf(schema))
  expect(of({ anyOf: [range, { ...range, properties: { type: { const: 'other' } } }], 'x-variants': 'type' })).toEqual({
    type: 'range',
  })
  expect(of({ type: 'object', properties: { table: { ...text, default: 'all' } }, required: ['table'] })).toEqual({
    table: 'all',
  })
  expect(newQuery(undefined)).toEqual({})
})
