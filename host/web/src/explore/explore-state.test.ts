import { expect, it } from 'vitest'
import { isBroken, readExplore, writeExplore, type ExploreState } from './explore-state.ts'
import { addQuery, moveQuery, newQuery } from './query-list.ts'

const query = (refId: string) => ({ refId, datasource: 'prom', query: { type: 'range', expr: `up{a="${refId}"}` } })
const empty: ExploreState = { time: { from: 'now-1h', to: 'now' }, zone: undefined, refresh: undefined, queries: [] }

it('is the last hour without queries where the address says nothing', () => {
  expect(readExplore({})).toEqual(empty)
  expect(writeExplore(empty)).toEqual({})
})

it('comes back as it was written', () => {
  const filter = { key: 'zone', operator: 'oneOf' as const, values: ['a', 'b'] }
  const state: ExploreState = {
    time: { from: '1700000000000', to: '1700000060000' },
    zone: 'Asia/Tokyo',
    refresh: 30_000,
    queries: [
      { ...query('A'), hidden: true },
      { ...query('B'), filters: [filter] },
    ],
    source: { id: 'home', revision: 'r1', variables: { job: ['api'] } },
  }
  const address = writeExplore(state) as Record<string, string>
  expect(address['refresh']).toBe('30s')
  expect(readExplore(address)).toEqual(state)
})

it.each(['[', '{}', '[{"refId":"A"}]', '[{"refId":"A","datasource":"prom","query":{},"more":1}]'])(
  'knows that %s are no queries',
  (queries) => {
    expect(readExplore({ queries })).toEqual(empty)
    expect([isBroken({ queries }), isBroken({})]).toEqual([true, false])
  },
)

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
})

it('begins a query with what its schema requires', () => {
  const of = (schema: object) =>
    newQuery({
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
  expect(of({ anyOf: [range, { ...range, properties: { type: { const: 'other' } } }], 'x-variants': 'type' })).toEqual({
    type: 'range',
  })
  expect(of({ type: 'object', properties: { table: { ...text, default: 'all' } }, required: ['table'] })).toEqual({
    table: 'all',
  })
  expect(newQuery(undefined)).toEqual({})
})
