import type { DashboardSpec, Layout } from '@orrery/dashboard'
import { expect, it } from 'vitest'
import { layoutOf, moveByKey, placeIn, resizeByKey } from './grid-keys.ts'
import { draftOfTwo } from './testing.ts'

const spec: DashboardSpec = draftOfTwo().spec
const at = (of: DashboardSpec, panel: string) => {
  const { x, y, w, h } = placeIn(of, panel)!
  return [x, y, w, h]
}

it('moves a panel by a column, past the one below it, and back', () => {
  const right = moveByKey(spec, 'cpu', 'ArrowRight')
  expect([at(right, 'cpu'), at(right, 'memory')]).toEqual([
    [1, 0, 12, 8],
    [12, 8, 12, 8],
  ])
  const down = moveByKey(right, 'cpu', 'ArrowDown')
  expect([at(down, 'cpu'), at(down, 'memory')]).toEqual([
    [1, 8, 12, 8],
    [12, 0, 12, 8],
  ])
  expect(at(moveByKey(down, 'cpu', 'ArrowUp'), 'cpu')).toEqual([1, 0, 12, 8])
})

it('stays where there is nowhere to go', () => {
  expect(moveByKey(spec, 'cpu', 'ArrowLeft')).toBe(spec)
  expect(moveByKey(spec, 'cpu', 'ArrowUp')).toBe(spec)
  expect(at(moveByKey(spec, 'cpu', 'ArrowDown'), 'cpu')).toEqual([0, 0, 12, 8])
})

it('resizes by a column and by a row', () => {
  expect(at(resizeByKey(spec, 'cpu', 'ArrowLeft'), 'cpu')).toEqual([0, 0, 11, 8])
  expect(at(resizeByKey(spec, 'cpu', 'ArrowDown'), 'cpu')).toEqual([0, 0, 12, 9])
})

it('moves a panel among the others of an automatic layout, in its section', () => {
  const auto: Layout = {
    type: 'auto',
    minWidth: 300,
    rowHeight: 200,
    maxColumns: 3,
    items: [{ panel: 'cpu' }, { panel: 'memory' }],
  }
  const nested: DashboardSpec = { ...spec, layout: { type: 'rows', sections: [{ id: 'a', title: 'A', layout: auto }] } }
  const moved = moveByKey(nested, 'cpu', 'ArrowRight')
  expect(layoutOf(moved.layout, 'cpu')?.items.map(({ panel }) => panel)).toEqual(['memory', 'cpu'])
  expect(moveByKey(moved, 'cpu', 'ArrowDown')).toBe(moved)
  expect(resizeByKey(nested, 'cpu', 'ArrowRight')).toBe(nested)
})
