import { h, type VNode, type VNodeChild } from 'vue'
import { OIcon } from '@orrery/ui'
import { rowsOf, toNestedFrame } from '../../nested-rows.ts'
import { readSheets, type Given, type SheetColumn } from '../../sheet.ts'
import { t } from '../../text.ts'

/** Which cells show their rows, by column and row; replaced when one opens or closes. */
export interface OpenRows {
  readonly isOpen: (key: string) => boolean
  readonly toggle: (key: string) => void
}

/** The most that a row takes, in pixels, unless the panel says otherwise. */
export const highestRow = 300
/** What the button and the edges of the cell take of it. */
const around = 40
const least = 60

/** How many rows a cell holds. */
export const countText = (cell: unknown): string => t('{count} row | {count} rows', {}, rowsOf(cell)?.length ?? 0)

/** A button with the number of rows that the cell holds, and below it these as a table while it is open. */
export function drawRows({ name, column, show }: SheetColumn, row: number, given: Given, open: OpenRows): VNodeChild {
  const rows = rowsOf(column.at(row))
  if (!rows) return show(row).full
  const key = `${name} ${row}`
  const isOpen = rows.length > 0 && open.isOpen(key)
  const button = h(
    'button',
    {
      type: 'button',
      class: 'table-rows-button',
      tabindex: -1,
      disabled: rows.length === 0,
      'aria-expanded': isOpen,
      onClick: () => open.toggle(key),
    },
    [h(OIcon, { name: isOpen ? 'chevron-down' : 'chevron-right', size: 12 }), countText(rows)],
  )
  return h('div', { class: 'table-rows' }, isOpen ? [button, drawTable(rows, name, given)] : [button])
}

function drawTable(rows: NonNullable<ReturnType<typeof rowsOf>>, label: string, given: Given): VNode {
  // Columns that the panel arranges are its own, not those inside.
  const options = { ...given.options, columns: [] }
  const [sheet] = readSheets({ ...given, options, frames: [toNestedFrame(rows)] })
  const columns = sheet?.columns ?? []
  const endOf = (isNumeric: boolean) => (isNumeric ? 'is-number' : undefined)
  const room = Math.max(least, (given.options.maxRowHeight ?? highestRow) - around)
  const box = { class: 'table-rows-inside', style: { maxBlockSize: `${room}px` } }
  return h('div', { ...box, tabindex: 0, role: 'region', 'aria-label': label }, [
    h('table', [
      h('thead', [
        h(
          'tr',
          columns.map(({ title, isNumeric }) => h('th', { scope: 'col', class: endOf(isNumeric) }, title)),
        ),
      ]),
      h(
        'tbody',
        rows.map((_, at) =>
          h(
            'tr',
            columns.map(({ show, isNumeric }) => {
              const { full } = show(at)
              return h('td', { class: endOf(isNumeric), title: full }, full)
            }),
          ),
        ),
      ),
    ]),
  ])
}
