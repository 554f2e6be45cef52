import type { TimeRange } from '@orrery/sdk'
import type { CellColumns, CellPlace } from './cell-columns.ts'

/** Where keys enter: the first column in view, or the last when they come from the right; in it the lowest drawn cell. */
export function enterCells(cells: CellColumns, { from, to }: TimeRange, columns: number): CellPlace | undefined {
  const inView = Array.from(cells.starts.keys()).filter((c) => cells.ends[c]! > from && cells.starts[c]! < to)
  const column = columns < 0 ? inView.at(-1) : inView[0]
  if (column === undefined) return undefined
  const begin = cells.offsets[column]!
  const seen = cellsInView(cells, column)
  const cell = seen.find((one) => cells.levels[one]! > 0) ?? seen[0]
  return { column, cell: cell ?? begin }
}

/** So many columns and cells further, within what is in view of the value axis. */
export function moveCell(cells: CellColumns, at: CellPlace, columns: number, by: number): CellPlace {
  const { offsets, starts } = cells
  const column = Math.min(starts.length - 1, Math.max(0, at.column + columns))
  const begin = offsets[column]!
  const seen = cellsInView(cells, column)
  const [first, last] = [seen[0] ?? begin, seen.at(-1) ?? offsets[column + 1]! - 1]
  return { column, cell: Math.min(last, Math.max(first, begin + at.cell - offsets[at.column]! + by)) }
}

function cellsInView({ offsets, edges, low, high }: CellColumns, column: number): readonly number[] {
  const begin = offsets[column]!
  return Array.from({ length: offsets[column + 1]! - begin }, (_, i) => begin + i).filter((cell) => {
    const [a, b] = [edges[low[cell]!]!, edges[high[cell]!]!]
    return Math.max(a, b) > 0 && Math.min(a, b) < 1
  })
}
