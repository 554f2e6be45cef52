import { computed } from 'vue'
import type { MenuAction } from '../overlays/menu-item.ts'
import { t } from '../text.ts'
import { copyText } from './clipboard.ts'
import type { TableColumn } from './column.ts'
import { toCsv, toRowText } from './csv.ts'
import { finishInSlices } from './steps.ts'
import { toGroupText, type GroupLine, type TableLine } from './use-groups.ts'
import type { ShownRows } from './use-rows.ts'

/** A cell that keys and menus are of. */
export interface CurrentCell {
  readonly line: TableLine
  readonly column: TableColumn
}

/** What a cell says, whether it is of a row or of a group. */
export const toCellText = ({ line, column }: CurrentCell): string =>
  line.group ? toGroupText(line.group, column.key) : column.text(line.row)

/** What the menu of the current cell offers. */
export function useCellMenu(
  given: () => {
    /** Undefined where there are no rows. */
    readonly cell: CurrentCell | undefined
    readonly columns: readonly TableColumn[]
    readonly shown: ShownRows
  },
  doors: {
    readonly toggle: (group: GroupLine) => void
    readonly inspect: (row: number, column: TableColumn) => void
    readonly filter: (key: string, text: string) => void
  },
) {
  async function copyAll() {
    const { columns, shown } = given()
    const csv = await finishInSlices(toCsv(columns, shown.count, shown.order), new AbortController().signal)
    if (csv !== undefined) await copyText(csv)
  }
  const all = (): MenuAction => ({ label: t('Copy all as CSV'), icon: 'copy', select: () => void copyAll() })
  const copy = (cell: CurrentCell): MenuAction => ({
    label: t('Copy cell'),
    icon: 'copy',
    select: () => void copyText(toCellText(cell)),
  })
  const only = ({ filter, key }: TableColumn, text: string): readonly MenuAction[] =>
    filter === 'values'
      ? [{ label: t('Only rows with this value'), icon: 'filter', select: () => doors.filter(key, text) }]
      : []
  return computed((): readonly MenuAction[] => {
    const { cell, columns } = given()
    if (!cell) return [all()]
    const { line, column } = cell
    if (line.group) {
      const { group } = line
      const label = group.isOpen ? t('Close group') : t('Open group')
      const open = { label, icon: group.isOpen ? 'chevron-right' : 'chevron-down', select: () => doors.toggle(group) }
      return [open, copy(cell), all(), ...(group.key === column.key ? only(column, group.text) : [])]
    }
    const { row } = line
    return [
      copy(cell),
      { label: t('Copy row'), icon: 'copy', select: () => void copyText(toRowText(columns, row)) },
      all(),
      { label: t('Inspect value'), icon: 'maximize-2', select: () => doors.inspect(row, column) },
      ...only(column, toCellText(cell)),
      ...(column.offers?.(row) ?? []),
    ]
  })
}
