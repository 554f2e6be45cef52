import { expect, it } from 'vitest'
import { isBroken, readExplore, writeExplore, type ExploreState } from './explore-state.ts'

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
