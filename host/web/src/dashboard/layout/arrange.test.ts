import type { GridItem } from '@orrery/dashboard'
import { expect, it } from 'vitest'
import { arrangeGrid } from './arrange.ts'

const item = (panel: string, x: number, y: number, w: number, h: number, more: Partial<GridItem> = {}): GridItem => ({
  panel,
  x,
  y,
  w,
  h,
  ...more,
})
const arrange = (items: readonly GridItem[], count: (panel: string) => number) =>
  arrangeGrid(items, ({ panel, repeat }) =>
    Array.from({ length: count(panel) }, (_, i) => (repeat ? `${panel}${i}` : panel)),
  ).map(({ panel, x, y, w, h }) => [panel, x, y, w, h])

it('leaves a grid as it is that has no repeats', () => {
  const items = [item('b', 12, 0, 12, 4), item('a', 0, 0, 12, 4), item('c', 0, 9, 24, 2)]
  expect(arrange(items, () => 1)).toEqual([
    ['a', 0, 0, 12, 4],
    ['b', 12, 0, 12, 4],
    ['c', 0, 9, 24, 2],
  ])
})

it('spreads instances over the width of their item, and moves down what is below', () => {
  const repeat = { variable: 'host', direction: 'right', maxPerRow: 2 } as const
  const items = [item('a', 6, 0, 18, 4, { repeat }), item('b', 0, 0, 6, 6), item('c', 0, 6, 24, 2)]
  expect(arrange(items, (panel) => (panel === 'a' ? 3 : 1))).toEqual([
    ['b', 0, 0, 6, 6],
    ['a0', 6, 0, 9, 4],
    ['a1', 15, 0, 9, 4],
    ['a2', 6, 4, 9, 4],
    ['c', 0, 10, 24, 2],
  ])
})

it('puts four beside each other where nothing is said, and any number below each other', () => {
  const right = item('a', 0, 0, 24, 4, { repeat: { variable: 'host', direction: 'right' } })
  expect(arrange([right], () => 5).map(([, x, y]) => [x, y])).toEqual([
    [0, 0],
    [6, 0],
    [12, 0],
    [18, 0],
    [0, 4],
  ])
  const down = item('a', 0, 0, 8, 4, { repeat: { variable: 'host', direction: 'down' } })
  expect(arrange([down], () => 2)).toEqual([
    ['a0', 0, 0, 8, 4],
    ['a1', 0, 4, 8, 4],
  ])
})

it('closes the room of what is not shown, where nothing stands beside it', () => {
  const items = [item('a', 0, 0, 12, 4), item('b', 12, 0, 12, 4), item('c', 0, 5, 24, 2)]
  const yOf = (...hidden: string[]) => arrange(items, (panel) => (hidden.includes(panel) ? 0 : 1)).at(-1)?.[2]
  expect([yOf(), yOf('a'), yOf('a', 'b')]).toEqual([5, 5, 1])
  const column = [item('a', 0, 0, 24, 4), item('b', 0, 4, 24, 4), item('c', 0, 8, 24, 4), item('d', 0, 12, 24, 4)]
  expect(arrange(column, (panel) => (panel === 'a' || panel === 'd' ? 1 : 0)).map(([, , y]) => y)).toEqual([0, 4])
})
