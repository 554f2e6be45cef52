import { NumberColumn, runsOf, type Column, type RowGroups } from '@orrery/frames'

/**
 * The first `kept` columns of a matrix of the cells of a column: each stands in the column and the row of its groups. Of
 * several in one place the last counts; where there is none the cell is null.
 */
export function spreadCells(cells: Column, columns: RowGroups, rows: RowGroups, kept: number): readonly Column[] {
  if (cells instanceof NumberColumn) return spreadNumbers(cells, columns, rows, kept)
  const height = rows.firsts.length
  const places = new Int32Array(kept * height).fill(-1)
  for (let r = 0; r < cells.length; r++) {
    const column = columns.groupOf[r]!
    if (column < kept) places[column * height + rows.groupOf[r]!] = r
  }
  return Array.from({ length: kept }, (_, c) => cells.gather(places.subarray(c * height, (c + 1) * height)))
}

/** Numbers are written where they belong: that reads each once, and in order. */
function spreadNumbers(cells: NumberColumn, columns: RowGroups, rows: RowGroups, kept: number): readonly Column[] {
  const height = rows.firsts.length
  const made = Array.from({ length: kept }, () => ({
    values: new Float64Array(height).fill(NaN),
    validity: new Uint8Array(((height + 63) >> 6) << 3),
  }))
  const { groups, ends } = runsOf(columns)
  for (let k = 0; k < ends.length; k++) {
    const [from, to] = [k === 0 ? 0 : ends[k - 1]!, ends[k]!]
    const column = made[groups[k]!]
    if (column) writeRun(cells, rows.groupOf, from, to, column)
  }
  // Of the kind that they were.
  return made.map(({ values, validity }) => new NumberColumn(cells.kind, values, validity, cells.meta) as Column)
}

function writeRun(
  { values: from, validity: known }: NumberColumn,
  places: Int32Array,
  start: number,
  end: number,
  { values, validity }: { readonly values: Float64Array; readonly validity: Uint8Array },
): void {
  for (let r = start; r < end; r++) {
    const place = places[r]!
    values[place] = from[r]!
    validity[place >> 3]! |= 1 << (place & 7)
  }
  if (!known) return
  for (let r = start; r < end; r++) {
    const place = places[r]!
    const isThere = (known[r >> 3]! >> (r & 7)) & 1
    if (isThere) validity[place >> 3]! |= 1 << (place & 7)
    else validity[place >> 3]! &= ~(1 << (place & 7))
  }
}
