import type { Summary } from '@orrery/sdk'
import type { Options } from './options.ts'
import { readSheets, type Sheet } from './sheet.ts'
import { t } from './text.ts'

const mostColumns = 8

const summary: Summary<Options> = (props) => describeSheets(readSheets({ ...props, theme: 'light' }))
export default summary

/** The sheets in a sentence or two each. */
export function describeSheets(sheets: readonly Sheet[]): string {
  if (sheets.length === 0) return t('No rows.')
  return sheets.map((sheet) => (sheets.length > 1 ? `${sheet.title}: ${describe(sheet)}` : describe(sheet))).join(' ')
}

function describe({ columns, length }: Sheet): string {
  const rows = t('{count} row | {count} rows', {}, length)
  const named = columns.slice(0, mostColumns)
  const more = columns.length > named.length ? ', …' : ''
  const titles = named.map(({ title }) => title).join(', ') + more
  const head = t('{rows} with {titles}.', { rows, titles })
  if (length === 0) return head
  return `${head} ${t('First row: {cells}.', { cells: named.map(({ show }) => show(0).full).join(', ') + more })}`
}
