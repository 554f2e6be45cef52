import { shallowRef, watch } from 'vue'
import type CellTip from './CellTip.vue'
import type { TableColumn } from './column.ts'
import { toCellText } from './use-cell-menu.ts'
import type { TableLine } from './use-groups.ts'

/** Hints are made for the cells that are pointed at: texts of all would cost as much as the cells themselves. */
export function useHint(
  given: () => {
    readonly columns: readonly TableColumn[]
    readonly lineOf: (position: number) => TableLine
    /** The first line that is in the page. */
    readonly first: number | undefined
  },
) {
  /** Of the cell that is pointed at, where its column names a side. */
  const hint = shallowRef<InstanceType<typeof CellTip>['$props']>()
  /** Cells whose hints the browser shows. */
  const titled = new Set<HTMLElement>()
  const textOf = (column: TableColumn, line: TableLine) =>
    line.group || !column.tip ? toCellText({ column, line }) : column.tip(line.row)

  function onPoint(event: Event) {
    const { columns, lineOf } = given()
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
    const column = cell && columns[Number(cell.dataset['column'])]
    const line = column && lineOf(Number(cell.dataset['row']))
    const side = line?.group ? undefined : column?.tipSide
    hint.value = cell && line && side ? { cell, side, text: textOf(column, line) } : undefined
    if (!column || !line || side) return
    cell.title = textOf(column, line)
    titled.add(cell)
  }

  // Other lines take over the elements of those that leave.
  watch(
    () => given().first,
    () => {
      hint.value = undefined
      for (const cell of titled) cell.removeAttribute('title')
      titled.clear()
    },
  )
  return { hint, onPoint }
}
