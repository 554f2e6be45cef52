import { expect, it } from 'vitest'
import { cellAt, columnAt, type CellColumns } from './cell-columns.ts'
import { paintLevels, rasterCells, toPalette } from './cell-raster.ts'

/** Two columns of two cells: levels from the lower left up, then to the right. */
const grid = (levels: readonly number[], patch: Partial<CellColumns> = {}): CellColumns => ({
  starts: Float64Array.of(0, 10),
  ends: Float64Array.of(10, 20),
  offsets: Int32Array.of(0, 2, 4),
  edges: Float64Array.of(0, 0.5, 1),
  low: Uint32Array.of(0, 1, 0, 1),
  high: Uint32Array.of(1, 2, 1, 2),
  levels: Uint8Array.from(levels),
  ...patch,
})
const rows = (cells: CellColumns, view: Partial<Parameters<typeof rasterCells>[1]> = {}) => {
  const { width = 4, height = 4 } = view
  const pixels = rasterCells(cells, { from: 0, to: 20, width, height, gap: 0, ...view })
  return Array.from({ length: height }, (_, y) => pixels.slice(y * width, (y + 1) * width).join(''))
}

it('fills cells from whole pixel to whole pixel, the lowest at the foot', () => {
  expect(rows(grid([1, 2, 3, 4]))).toEqual(['2244', '2244', '1133', '1133'])
})

it('leaves a gap between cells that are large enough', () => {
  const upper = ['000000000000', ...Array<string>(5).fill('222220444440')]
  const lower = ['000000000000', ...Array<string>(5).fill('111110333330')]
  expect(rows(grid([1, 2, 3, 4]), { gap: 1, width: 12, height: 12 })).toEqual([...upper, ...lower])
  expect(rows(grid([1, 2, 3, 4]), { gap: 1 })).toEqual(['2244', '2244', '1133', '1133'])
})

it('shows the highest of cells that share a pixel', () => {
  expect(rows(grid([1, 9, 3, 4]), { width: 1, height: 1 })).toEqual(['9'])
})

it('draws what is in view, cut off at its ends, and hidden cells not at all', () => {
  expect(rows(grid([1, 0, 3, 4]), { from: 5, to: 15 })).toEqual(['0044', '0044', '1133', '1133'])
  expect(rows(grid([1, 2, 3, 4]), { from: 30, to: 40 })).toEqual(['0000', '0000', '0000', '0000'])
  const beyond = grid([1, 2, 3, 4], { edges: Float64Array.of(-1, 0, 2) })
  expect(rows(beyond)).toEqual(['2244', '2244', '2244', '2244'])
})

it('may stand upside down', () => {
  expect(rows(grid([1, 2, 3, 4], { edges: Float64Array.of(1, 0.5, 0) }))).toEqual(['1133', '1133', '2244', '2244'])
})

it('paints levels in their colours; level 0 is clear', () => {
  const pixels = new Uint32Array(3)
  paintLevels(Uint8Array.of(0, 1, 2), toPalette(['#ff8000', '#00ff0080']), pixels)
  expect([...new Uint8Array(pixels.buffer)]).toEqual([0, 0, 0, 0, 255, 128, 0, 255, 0, 255, 0, 128])
})

it('finds the cell of a time and a place', () => {
  const cells = grid([1, 2, 3, 4], { starts: Float64Array.of(0, 12) })
  expect([columnAt(cells, 0), columnAt(cells, 11), columnAt(cells, 12), columnAt(cells, 20)]).toEqual([
    0,
    undefined,
    1,
    undefined,
  ])
  expect([cellAt(cells, 1, 0.5), cellAt(cells, 1, 1.2)]).toEqual([{ column: 1, cell: 3 }, undefined])
})
