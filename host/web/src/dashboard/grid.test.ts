import { expect, it } from 'vitest'
import { placeGrid } from './grid.ts'

const items = [
  { panel: 'a', x: 0, y: 0, w: 12, h: 4 },
  { panel: 'b', x: 12, y: 0, w: 12, h: 4 },
  { panel: 'c', x: 0, y: 4, w: 24, h: 2 },
]

it('fills the width with a gap between panels', () => {
  expect(placeGrid(items, 1192)).toEqual({
    panels: [
      { panel: 'a', x: 0, y: 0, width: 592, height: 152 },
      { panel: 'b', x: 600, y: 0, width: 592, height: 152 },
      { panel: 'c', x: 0, y: 160, width: 1192, height: 72 },
    ],
    height: 232,
  })
})

it('leaves the same gap between all panels at a width that 24 does not divide', () => {
  const { panels } = placeGrid(
    [0, 8, 16].map((x) => ({ panel: `p${x}`, x, y: 0, w: 8, h: 4 })),
    1001,
  )
  expect(panels.slice(1).map(({ x }, i) => x - (panels[i]!.x + panels[i]!.width))).toEqual([8, 8])
  expect(panels[2]!.x + panels[2]!.width).toBe(1001)
})

it('puts one below the other where it is narrow', () => {
  const { panels } = placeGrid(items, 374)
  expect(panels.map(({ panel, x, y, width }) => [panel, x, y, width])).toEqual([
    ['a', 0, 0, 374],
    ['b', 0, 160, 374],
    ['c', 0, 320, 374],
  ])
})
