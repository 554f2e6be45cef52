import type { TableColumn } from './column.ts'

/** Where each column begins and how wide it is, in pixels. */
export interface ColumnLayout {
  readonly starts: Float64Array
  readonly widths: Float64Array
  readonly total: number
}

const defaultWidth = 120
export const leastWidth = ({ minWidth = 40 }: TableColumn) => minWidth

/** Columns at the widths that they want or that the viewer gave them; those that may grow share what is left. */
export function layoutColumns(
  columns: readonly TableColumn[],
  chosen: ReadonlyMap<string, number>,
  room: number,
): ColumnLayout {
  const widths = Float64Array.from(columns, (column) =>
    Math.max(leastWidth(column), chosen.get(column.key) ?? column.width ?? defaultWidth),
  )
  const grows = columns.map(({ key, fixed }) => !fixed && !chosen.has(key))
  const wanted = widths.reduce((sum, width) => sum + width, 0)
  const growing = widths.reduce((sum, width, i) => sum + (grows[i] ? width : 0), 0)
  const left = Math.max(0, room - wanted)
  if (growing > 0 && left > 0)
    for (const [i, width] of widths.entries()) if (grows[i]) widths[i] = width + Math.floor((left * width) / growing)
  const starts = new Float64Array(columns.length)
  let total = 0
  for (const [i, width] of widths.entries()) {
    starts[i] = total
    total += width
  }
  return { starts, widths, total }
}

/** A column that is on the screen. */
export interface PlacedColumn {
  readonly column: TableColumn
  /** Among all columns. */
  readonly index: number
  readonly width: number
  readonly isFrozen: boolean
  /** Made once for all cells of the column. */
  readonly cellClass: string
  readonly style: Readonly<Record<string, string>>
}

/** The columns that are seen: the frozen ones, and those of the others that are scrolled to. */
export function placeColumns(
  columns: readonly TableColumn[],
  { starts, widths, total }: ColumnLayout,
  frozen: number,
  view: { readonly left: number; readonly width: number },
): PlacedColumn[] {
  const frozenWidth = frozen < columns.length ? starts[frozen]! : total
  const from = view.left + frozenWidth
  const to = view.left + view.width
  const seen: PlacedColumn[] = []
  for (const [index, column] of columns.entries()) {
    const start = starts[index]!
    const width = widths[index]!
    const isFrozen = index < frozen
    if (!isFrozen && (start + width <= from || start >= to)) continue
    // The first that scrolls stands as far from the frozen ones as the columns that are left out are wide.
    const isFirst = !isFrozen && (seen.at(-1)?.isFrozen ?? true)
    const style = {
      inlineSize: `${width}px`,
      ...(isFrozen && { insetInlineStart: `${start}px` }),
      ...(isFirst && { marginInlineStart: `${start - frozenWidth}px` }),
    }
    const marks = `${isFrozen ? ' o-frozen' : ''}${column.wraps ? ' o-wraps' : ''}${column.inspectable ? ' o-inspectable' : ''}`
    const cellClass = `o-table-cell o-${column.align ?? 'start'}${marks}`
    seen.push({ column, index, width, isFrozen, cellClass, style })
  }
  return seen
}
