import { describe, expect, it } from 'vitest'
import { toggleHidden } from './legend.ts'
import { arrangeRows, chooseRows, type TooltipRow } from './tooltip-rows.ts'
import { placeTooltip } from './tooltip.ts'

const rows = (count: number, near = -1): TooltipRow[] =>
  Array.from({ length: count }, (_, i) => ({ series: i, name: `s${i}`, color: 'red', value: i, near: i === near }))

describe('arrangeRows', () => {
  it('puts the highest first and says how many are left out', () => {
    const { shown, more } = arrangeRows(rows(40), 'descending')
    expect([shown[0]!.value, shown.length, more]).toEqual([39, 15, 25])
  })
  it('keeps the series under the cursor', () => {
    expect(arrangeRows(rows(40, 3), 'descending').shown.at(-1)!.name).toBe('s3')
  })
})

it('tells the series under the cursor alone, or the first, or none, and leaves out zeros', () => {
  const told = (...asked: Parameters<typeof chooseRows>) => chooseRows(...asked).map(({ name }) => name)
  expect(told(rows(3, 1), 'single', false)).toEqual(['s1'])
  expect(told(rows(3), 'single', false)).toEqual(['s0'])
  expect(told(rows(3), 'multi', true)).toEqual(['s1', 's2'])
  expect(told(rows(3), 'none', false)).toEqual([])
})

it('stands beside the pointer, and inside the window', () => {
  const view = { width: 400, height: 300 }
  expect(placeTooltip({ x: 100, y: 100 }, { width: 120, height: 80 }, view)).toEqual({ x: 114, y: 114 })
  expect(placeTooltip({ x: 350, y: 290 }, { width: 120, height: 80 }, view)).toEqual({ x: 216, y: 216 })
  expect(placeTooltip({ x: 10, y: 0 }, { width: 500, height: 400 }, view)).toEqual({ x: 4, y: 4 })
})

describe('toggleHidden', () => {
  it('isolates by a click, and brings all back by another', () => {
    const alone = toggleHidden(new Set(), 1, 3, false)
    expect([...alone]).toEqual([0, 2])
    expect([...toggleHidden(alone, 1, 3, false)]).toEqual([])
  })
  it('hides and shows one by itself with the modifier', () => {
    expect([...toggleHidden(new Set([0]), 2, 3, true)]).toEqual([0, 2])
    expect([...toggleHidden(new Set([0, 2]), 0, 3, true)]).toEqual([2])
  })
})
