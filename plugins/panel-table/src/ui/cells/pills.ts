import { h, type VNode } from 'vue'
import { colorOf, display, type Theme } from '@orrery/sdk'
import type { SheetColumn } from '../../sheet.ts'

/** What is in a cell that lists several: the items of JSON, or what stands between commas. */
export function itemsOf(cell: unknown): readonly string[] {
  if (cell === null || cell === undefined) return []
  if (Array.isArray(cell)) return cell.filter((item) => item !== null).map(String)
  return String(cell)
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/** Each item as a pill in the colour of its mapping, else in one that goes with its text. */
export function drawPills({ column, config }: SheetColumn, row: number, theme: Theme): VNode {
  const pills = itemsOf(column.at(row)).map((item) => {
    const shown = display(item, config, theme)
    const color = shown.color ?? colorOf({ color: { type: 'palette', by: 'name' } }, { name: item }, theme)
    return h('span', { class: 'table-pill', style: { '--pill': color } }, shown.full)
  })
  return h('span', { class: 'table-pills' }, pills)
}
