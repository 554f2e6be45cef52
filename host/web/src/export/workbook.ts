import { formatIsoTime, type Frame } from '@orrery/sdk'
import { toTable } from './csv.ts'

/** What a sheet of Excel holds, its line of names included. */
export const MOST_ROWS = 1_048_576
/** What a sheet of Excel holds. */
export const MOST_COLUMNS = 16_384
const MOST_CHARACTERS = 32_767
/** A workbook is put together in memory: beyond this, the browser may not have it. */
export const MOST_CELLS = 8_000_000
const NAME_LENGTH = 31

type CellValue = string | number | boolean | Date | null
export type SheetCell = CellValue | { readonly value: string; readonly fontWeight: 'bold' }

/** A frame as a sheet. */
export interface Sheet {
  readonly name: string
  /** In characters. */
  readonly widths: readonly number[]
  readonly rows: SheetCell[][]
}

/** Why frames are no workbook. */
export interface TooLarge {
  readonly sheet: string
  readonly rows: number
  readonly columns: number
}

/** A name that Excel takes, and that no other sheet has: at most 31 characters, none of `[]/\:*?`, no `'` at the ends. */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean = (text: string) =>
    text
      .replaceAll(/[[\]/\\:*?\p{Cc}]+/gu, ' ')
      .replaceAll(/^[\s']+|[\s']+$/g, '')
      .slice(0, NAME_LENGTH)
      .replaceAll(/[\s']+$/g, '')
  // Excel keeps one name for itself.
  const base = /^(history)?$/i.test(clean(wanted)) ? 'Data' : clean(wanted)
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : ` ${n}`
    const name = base.slice(0, NAME_LENGTH - suffix.length) + suffix
    if (!taken.has(name.toLowerCase())) return name
  }
}

/** The clock of a zone as a date, because Excel knows no zones. */
function toClock(ms: number, timeZone: string): Date | string {
  const seconds = Date.parse(`${formatIsoTime(ms, timeZone).replace(' ', 'T')}Z`)
  // Excel begins with 1900.
  return seconds >= Date.UTC(1900, 2) ? new Date(seconds + (((ms % 1000) + 1000) % 1000)) : new Date(ms).toISOString()
}

const cut = (text: string) => (text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text)

function toCell(kind: string, cell: unknown, timeZone: string): CellValue {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return kind === 'time' ? null : String(cell)
    return kind === 'time' ? toClock(cell, timeZone) : cell
  }
  if (typeof cell === 'boolean') return cell
  return cut(typeof cell === 'object' ? JSON.stringify(cell) : String(cell))
}

const titleOf = ({ meta }: Frame) => [...new Set([meta.refId, meta.name])].filter(Boolean).join(' ')

/** A sheet for each frame, with cells of types; or what is too large for Excel. */
export function toSheets(frames: readonly Frame[], timeZone: string): readonly Sheet[] | TooLarge {
  const taken = new Set<string>()
  const sheets: Sheet[] = []
  let cells = 0
  for (const frame of frames) {
    const { fields, length } = toTable(frame)
    const name = sheetName(titleOf(frame), taken)
    taken.add(name.toLowerCase())
    cells += length * fields.size
    if (length + 1 > MOST_ROWS || fields.size > MOST_COLUMNS || cells > MOST_CELLS)
      return { sheet: name, rows: length, columns: fields.size }
    const columns = [...fields].map(([title, column]) => ({ title, column }))
    const header = columns.map(({ title, column }) => ({
      value: column.kind === 'time' ? `${title} (${timeZone})` : title,
      fontWeight: 'bold' as const,
    }))
    const rows = Array.from({ length }, (_, row): SheetCell[] =>
      columns.map(({ column }) => toCell(column.kind, column.at(row), timeZone)),
    )
    const widths = header.map(({ value }, i) =>
      Math.max(columns[i]!.column.kind === 'time' ? 24 : 12, value.length + 2),
    )
    sheets.push({ name, widths, rows: [header, ...rows] })
  }
  return sheets
}
