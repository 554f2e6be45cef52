import { firstFrom } from '../nearest.ts'

/** Cells over time, one column beside the other: what a heatmap or a status grid draws. */
export interface CellColumns {
  /** Where each column begins, in milliseconds, ascending. */
  readonly starts: Float64Array
  /** Where each column ends, ascending. */
  readonly ends: Float64Array
  /** Column c has the cells `offsets[c]` to `offsets[c + 1]`, from the lowest up. */
  readonly offsets: Int32Array
  /** Places between which cells lie: 0 is the bottom of the plot, 1 its top, or the other way round. */
  readonly edges: Float64Array
  /** The edges of each cell, by index. */
  readonly low: Uint32Array
  readonly high: Uint32Array
  /** The colour of each cell: 0 is not drawn, 1 the first colour. Where cells share a pixel, the highest is seen. */
  readonly levels: Uint8Array
}

/** A cell by its column and its index among all cells. */
export interface CellPlace {
  readonly column: number
  readonly cell: number
}

/** The column that has a time; undefined between columns and beyond them. */
export function columnAt({ starts, ends }: CellColumns, time: number): number | undefined {
  const column = firstFrom(ends, time)
  const next = ends[column] === time ? column + 1 : column
  return next < starts.length && starts[next]! <= time ? next : undefined
}

/** The cell of a column at a place between bottom (0) and top (1). */
export function cellAt(cells: CellColumns, column: number, place: number): CellPlace | undefined {
  const { offsets, edges, low, high } = cells
  for (let cell = offsets[column]!; cell < offsets[column + 1]!; cell++) {
    const a = edges[low[cell]!]!
    const b = edges[high[cell]!]!
    if (place >= Math.min(a, b) && place < Math.max(a, b)) return { column, cell }
  }
  return undefined
}
