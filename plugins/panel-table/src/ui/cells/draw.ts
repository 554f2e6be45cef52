import { h, type VNodeChild } from 'vue'
import { fillLink } from '@orrery/sdk'
import { OActions, OMarkdown, type DrawnCell } from '@orrery/ui'
import { isMissing } from '../../series-table.ts'
import type { Given, SheetColumn } from '../../sheet.ts'
import { drawGauge } from './gauge.ts'
import { drawImage } from './image.ts'
import { drawLinked, drawLinks } from './links.ts'
import { drawPills } from './pills.ts'
import { drawRows, type OpenRows } from './rows.ts'
import { drawSparkline } from './sparkline.ts'

/** How cells look, and which of them show the rows that they hold. */
export interface Look extends Given {
  readonly open: OpenRows
}

/** Draws the cells of a column that are more than their text; undefined for the others. */
export function toDraw(column: SheetColumn, look: Look): ((cell: DrawnCell) => VNodeChild) | undefined {
  const { links = [], actions = [] } = column.config
  const isLinked = links.length + actions.length > 0
  const link = (row: number, inside: VNodeChild) => drawLinked(column.links(row), column.actions(row), inside)
  const content = toContent(column, look)
  if (!content) return isLinked ? ({ row }) => link(row, column.show(row).full) : undefined
  // Links of these stand in the cell by themselves.
  const { type } = column.options.cell
  if (!isLinked || type === 'links' || type === 'actions' || type === 'markdown') return content
  return (cell) => link(cell.row, content(cell))
}

function toContent(column: SheetColumn, look: Look): ((cell: DrawnCell) => VNodeChild) | undefined {
  const { options, show } = column
  const { cell: kind } = options
  const textOf = (row: number) => String(column.column.at(row) ?? '')
  // What is missing is shown as everywhere.
  const unlessMissing =
    (draw: (cell: DrawnCell) => VNodeChild) =>
    (cell: DrawnCell): VNodeChild =>
      isMissing(column.column, cell.row) ? show(cell.row).full : draw(cell)
  switch (kind.type) {
    case 'gauge':
      return unlessMissing((cell) => drawGauge(column, kind, cell))
    case 'sparkline':
      return (cell) => drawSparkline(column, kind, cell, look)
    case 'image':
      return unlessMissing(({ row, height }) => drawImage(textOf(row), kind.alt, height))
    case 'json':
      return unlessMissing(({ row }) => h('code', { class: 'table-json' }, show(row).full))
    case 'pill':
      return unlessMissing(({ row }) => drawPills(column, row, look.theme))
    case 'rows':
      return unlessMissing(({ row }) => drawRows(column, row, look, look.open))
    case 'markdown':
      return unlessMissing(({ row }) => h(OMarkdown, { class: 'table-markdown', text: textOf(row) }))
    case 'actions':
      return ({ row }) => h(OActions, { actions: column.actions(row) })
    case 'links':
      return unlessMissing(({ row }) => {
        const own = fillLink({ title: textOf(row), url: textOf(row), newTab: true }, {})
        const links = column.links(row)
        return links.length > 0 ? drawLinks(links) : own ? drawLinks([own]) : show(row).full
      })
    default:
      return undefined
  }
}
