import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { GRID_COLUMNS, gridHeight, overlaps, packGrid, stackLayout, type GridItem } from './grid.ts'

const item = (panel: string, x: number, y: number, w: number, h: number): GridItem => ({ panel, x, y, w, h })

const anyGrid = fc
  .array(
    fc
      .record({ x: fc.nat(23), w: fc.integer({ min: 1, max: 24 }), y: fc.nat(60), h: fc.integer({ min: 1, max: 20 }) })
      .map(({ x, w, y, h }) => ({ x, y, w: Math.min(w, GRID_COLUMNS - x), h })),
    { maxLength: 40 },
  )
  .map((places) => places.map(({ x, y, w, h }, index) => item(`p${index}`, x, y, w, h)))

describe('packGrid', () => {
  it('closes gaps and opens overlaps', () => {
    const packed = packGrid([item('b', 0, 9, 12, 4), item('a', 0, 2, 24, 3), item('c', 6, 9, 12, 4)])
    expect(packed).toEqual([item('a', 0, 0, 24, 3), item('b', 0, 3, 12, 4), item('c', 6, 7, 12, 4)])
  })

  it('gives way to the panel that is being moved', () => {
    const items = [item('a', 0, 0, 12, 4), item('b', 4, 0, 12, 4)]
    expect(packGrid(items)).toEqual([item('a', 0, 0, 12, 4), item('b', 4, 4, 12, 4)])
    expect(packGrid(items, 'b')).toEqual([item('b', 4, 0, 12, 4), item('a', 0, 4, 12, 4)])
  })

  it('leaves no overlap, moves nothing sideways, loses nothing, and has nothing left to do', () => {
    fc.assert(
      fc.property(anyGrid, (items) => {
        const packed = packGrid(items)
        expect(packed.filter((a, i) => packed.some((b, k) => k > i && overlaps(a, b)))).toEqual([])
        const widths = (list: readonly GridItem[]) => list.map(({ panel, x, w, h }) => [panel, x, w, h].join()).sort()
        expect(widths(packed)).toEqual(widths(items))
        expect(packGrid(packed)).toEqual(packed)
      }),
    )
  })

  it('does not change what it was given', () => {
    const items = [item('a', 0, 5, 12, 4)]
    packGrid(items)
    expect(items).toEqual([item('a', 0, 5, 12, 4)])
  })
})

describe('stackLayout', () => {
  it('puts panels one under the other in reading order', () => {
    const stacked = stackLayout([item('c', 0, 4, 24, 2), item('b', 12, 0, 12, 4), item('a', 0, 0, 12, 3)])
    expect(stacked).toEqual([item('a', 0, 0, 24, 3), item('b', 0, 3, 24, 4), item('c', 0, 7, 24, 2)])
    expect(gridHeight(stacked)).toBe(9)
  })

  it('is empty for an empty grid', () => {
    expect([stackLayout([]), packGrid([]), gridHeight([])]).toEqual([[], [], 0])
  })
})
