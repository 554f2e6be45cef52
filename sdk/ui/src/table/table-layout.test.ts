import { expect, it } from 'vitest'
import { layoutColumns, placeColumns } from './column-layout.ts'
import type { TableColumn } from './column.ts'
import { RowHeights } from './row-heights.ts'

const column = (key: string, patch: Partial<TableColumn> = {}): TableColumn => ({
  key,
  title: key,
  text: String,
  ...patch,
})
const four = ['a', 'b', 'c', 'd'].map((key) => column(key, { width: 100 }))

it('lets columns share the room that is left, but for those with a width of their own', () => {
  const columns = [column('a', { width: 100 }), column('b', { width: 300 }), column('c', { width: 50, fixed: true })]
  expect([...layoutColumns(columns, new Map(), 850).widths]).toEqual([200, 600, 50])
  expect([...layoutColumns(columns, new Map([['a', 20]]), 850).widths]).toEqual([40, 760, 50])
  expect(layoutColumns(columns, new Map(), 100).total).toBe(450)
})

it('places only the columns that are seen, and the frozen ones', () => {
  const layout = layoutColumns(four, new Map(), 0)
  const seen = (left: number, frozen: number) =>
    placeColumns(four, layout, frozen, { left, width: 200 }).map((place) => [
      place.column.key,
      place.isFrozen,
      place.style,
    ])
  expect(seen(150, 0)).toEqual([
    ['b', false, { inlineSize: '100px', marginInlineStart: '100px' }],
    ['c', false, { inlineSize: '100px' }],
    ['d', false, { inlineSize: '100px' }],
  ])
  expect(seen(200, 1)).toEqual([
    ['a', true, { inlineSize: '100px', insetInlineStart: '0px' }],
    ['d', false, { inlineSize: '100px', marginInlineStart: '200px' }],
  ])
})

it('finds rows of one height, and of heights that were measured', () => {
  const heights = new RowHeights(1_000_000, 30)
  expect([heights.total, heights.rowAt(29.9), heights.rowAt(30), heights.rowAt(1e12)]).toEqual([3e7, 0, 1, 999_999])
  expect([heights.measure(2, 100), heights.measure(5, 40), heights.measure(2, 100.2)]).toEqual([70, 10, 0])
  expect([heights.offsetOf(2), heights.offsetOf(3), heights.offsetOf(6), heights.total]).toEqual([
    60, 160, 260, 30_000_080,
  ])
  expect([159, 160, 249.9, 260].map((offset) => heights.rowAt(offset))).toEqual([2, 3, 5, 6])
  expect(new RowHeights(0, 30).rowAt(10)).toBe(0)
})
