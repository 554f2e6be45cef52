import {
  boolean,
  defineTable,
  number,
  parseDuration,
  text,
  time,
  toSeries,
  withNotice,
  type Frame,
  type QueryRequest,
  type TableShape,
} from '@orrery/sdk'
import type { Csv } from '../../query/tables.ts'
import { cutOff } from '../notices.ts'
import { parseCsvTable } from './csv.ts'

type Parsed = number | boolean | string | null

export function csv({ query, refId, range, budget }: QueryRequest<Csv>): readonly Frame[] {
  const { names, rows: all } = parseCsvTable(query.text)
  const rows = all.slice(0, budget.maxRows)
  const columns = names.map((_, i) =>
    typed(
      rows.map(({ cells }) => cells[i]!),
      range.to,
    ),
  )
  const Table = defineTable<TableShape>(Object.fromEntries(names.map((name, i) => [name, columns[i]!.spec])))
  const frame = Table.fromColumns(Object.fromEntries(names.map((name, i) => [name, columns[i]!.cells])), { refId })
  const shown = query.as === 'series' ? toSeries(frame) : frame
  return [cutOff(rows.length < all.length, 'first', budget.maxRows, 'rows').reduce<Frame>(withNotice, shown)]
}

/** What a column may be of: the first that all its cells are. */
const kinds = [
  { spec: time(), parse: (cell: string, now: number) => parseTime(cell, now) },
  { spec: number(), parse: (cell: string) => parseNumber(cell) },
  { spec: boolean(), parse: (cell: string) => ({ true: true, false: false })[cell] },
  { spec: text(), parse: (cell: string) => cell },
] as const

function typed(cells: readonly string[], now: number) {
  const isEmpty = cells.every((cell) => cell === '')
  for (const { spec, parse } of isEmpty ? kinds.slice(-1) : kinds) {
    const parsed = cells.map((cell): Parsed | undefined => (cell === '' ? null : parse(cell, now)))
    if (!parsed.includes(undefined)) return { spec, cells: parsed as readonly Parsed[] }
  }
  throw new Error('text takes every cell')
}

const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const parseNumber = (cell: string) => (isNumber.test(cell) ? Number(cell) : undefined)

const isDate = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/
const isZoned = /(Z|[+-]\d\d:\d\d)$/

/** Milliseconds; a date without a zone is of UTC, and `now` the end of the range. */
function parseTime(cell: string, now: number): number | undefined {
  if (cell === 'now') return now
  const before = cell.startsWith('now-') ? parseDuration(cell.slice(4)) : undefined
  if (before !== undefined) return now - before
  if (!isDate.test(cell)) return undefined
  const hasTime = cell.length > 10
  const found = Date.parse(hasTime && !isZoned.test(cell) ? `${cell.replace(' ', 'T')}Z` : cell.replace(' ', 'T'))
  return Number.isNaN(found) ? undefined : found
}
