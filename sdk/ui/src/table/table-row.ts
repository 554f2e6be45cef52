import { createTextVNode, h, type FunctionalComponent, type VNodeChild } from 'vue'
import OIcon from '../controls/OIcon.vue'
import { t } from '../text.ts'
import type { PlacedColumn } from './column-layout.ts'
import type { CellPaint, TableColumn } from './column.ts'

interface TableRowProps {
  /** In the data. */
  readonly row: number
  /** Among the rows that are shown. */
  readonly position: number
  readonly placed: readonly PlacedColumn[]
  /** Height in pixels, as CSS has it. */
  readonly size: Readonly<Record<string, string>>
  readonly height: number
  readonly paint: CellPaint | undefined
  /** Index of the current column, where this is the current row. */
  readonly current: number | undefined
  /** What the ids of cells begin with. */
  readonly id: string
  /** Keys of the columns that its groups tell of. */
  readonly groupBy: readonly string[]
}

const padding = 16

/**
 * A row of cells. It has no template, because hundreds of cells change in each frame of scrolling: here each is one element
 * and one text, and what does not change is shared. The row may take over the element of another row.
 */
export const TableRow: FunctionalComponent<TableRowProps, { inspect: [row: number, column: TableColumn] }> = (
  { row, position, placed, size, height, paint, current, id, groupBy },
  { emit },
) => {
  const contentOf = ({ column, width }: PlacedColumn): VNodeChild => {
    if (column.draw) return column.draw({ row, width: width - padding, height: height - 8 })
    // A text of its own is changed in place; the text of an element is made anew.
    return createTextVNode(column.text(row))
  }
  const inspectorOf = (column: TableColumn) =>
    h(
      'button',
      {
        type: 'button',
        class: 'o-table-inspect',
        tabindex: -1,
        'aria-label': t('Show the whole value'),
        onClick: () => emit('inspect', row, column),
      },
      h(OIcon, { name: 'maximize-2', size: 12 }),
    )
  const cells = placed.map((place) => {
    const { column, index, style, cellClass } = place
    const own = column.paint?.(row)
    const isCurrent = current === index
    const props = {
      // What a column draws may hold on to what it was made of.
      key: column.draw ? `${column.key} ${row}` : column.key,
      // The grid points to the current cell.
      id: isCurrent ? `${id}-${position}-${index}` : undefined,
      role: 'gridcell',
      class: `${cellClass}${isCurrent ? ' o-current' : ''}${groupBy.includes(column.key) ? ' o-table-told' : ''}`,
      style: own || paint ? { ...style, ...paint, ...own } : style,
      'aria-colindex': index + 1,
      'data-row': position,
      'data-column': index,
    }
    const content = contentOf(place)
    return h('div', props, column.inspectable ? [content, inspectorOf(column)] : [content])
  })
  return h(
    'div',
    {
      role: 'row',
      class: 'o-table-row',
      'aria-rowindex': position + 2,
      'aria-level': groupBy.length > 0 ? groupBy.length + 1 : undefined,
      style: size,
    },
    cells,
  )
}
TableRow.props = ['row', 'position', 'placed', 'size', 'height', 'paint', 'current', 'id', 'groupBy']
TableRow.emits = ['inspect']
