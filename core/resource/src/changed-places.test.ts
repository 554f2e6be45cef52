import { expect, it } from 'vitest'
import { changedPlaces } from './changed-places.ts'

it('names the innermost places, with what was and what is there', () => {
  const before = { spec: { a: { x: 1, y: [1, 2] }, gone: true } }
  const after = { spec: { a: { x: 2, y: [1, 3] }, come: { z: 1 } } }
  expect(changedPlaces(before, after)).toEqual([
    { path: ['spec', 'a', 'x'], before: 1, after: 2 },
    { path: ['spec', 'a', 'y'], before: [1, 2], after: [1, 3] },
    { path: ['spec', 'gone'], before: true, after: undefined },
    { path: ['spec', 'come'], before: undefined, after: { z: 1 } },
  ])
})

it('knows named items wherever they stand', () => {
  const queries = [
    { refId: 'A', expr: 'up' },
    { refId: 'B', expr: 'down' },
  ]
  const turned = [queries[1], { refId: 'A', expr: 'rate(up[5m])' }]
  expect(changedPlaces({ queries }, { queries: turned })).toEqual([
    { path: ['queries', 'A', 'expr'], before: 'up', after: 'rate(up[5m])' },
  ])
  expect(changedPlaces({ queries }, { queries: queries.toReversed() })).toEqual([])
})

it('takes a list and an object for different things', () => {
  expect(changedPlaces([], {})).toEqual([{ path: [], before: [], after: {} }])
})
