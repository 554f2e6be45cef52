/** Of the notice that says how many values are left out, in pixels. */
export const noticeHeight = 22

/** The room for a grid of equal cells, in CSS pixels. */
export interface GridRoom {
  readonly width: number
  readonly height: number
  readonly count: number
  /** Automatic: as many columns as give the largest cells. */
  readonly orientation: 'auto' | 'horizontal' | 'vertical'
  /** No cell is smaller: where they do not fit, the grid scrolls. */
  readonly minWidth: number
  readonly minHeight: number
  /** How large what is drawn in a cell gets; by default its shorter side. */
  readonly sizeOf?: (width: number, height: number) => number
}

/** How the cells stand, in CSS pixels. */
export interface Grid {
  readonly columns: number
  readonly cellWidth: number
  readonly cellHeight: number
  readonly scrolls: boolean
}

/** Between cells. */
export const gridGap = 4

/** Puts cells into a grid in which what they draw is as large as the room allows. */
export function layOutGrid(room: GridRoom): Grid {
  const { count, orientation, sizeOf = Math.min } = room
  const most = orientation === 'vertical' ? 1 : Math.max(1, count)
  const least = orientation === 'horizontal' ? most : 1
  let best = fit(room, least)
  for (let columns = least + 1; columns <= most; columns++) {
    const grid = fit(room, columns)
    if (grid.columns < columns) break
    const isLarger = sizeOf(grid.cellWidth, grid.cellHeight) > sizeOf(best.cellWidth, best.cellHeight)
    // Where not all is seen, the more is seen at once the better.
    if (best.scrolls ? !grid.scrolls || grid.columns > best.columns : !grid.scrolls && isLarger) best = grid
  }
  return best
}

function fit({ width, height, count, minWidth, minHeight }: GridRoom, wanted: number): Grid {
  const columns = Math.max(1, Math.min(wanted, Math.floor((width + gridGap) / (minWidth + gridGap))))
  const rows = Math.max(1, Math.ceil(count / columns))
  const cellWidth = Math.max(1, (width - gridGap * (columns - 1)) / columns)
  const even = (height - gridGap * (rows - 1)) / rows
  const scrolls = even < minHeight && (rows > 1 || even < height)
  return { columns, cellWidth, cellHeight: scrolls ? wholeRow(height, minHeight) : Math.max(1, even), scrolls }
}

/** The height of a row where not all rows are seen: those that are seen are seen whole. */
function wholeRow(height: number, least: number): number {
  const seen = Math.max(1, Math.floor((height + gridGap) / (least + gridGap)))
  return Math.max(least, (height - gridGap * (seen - 1)) / seen)
}
