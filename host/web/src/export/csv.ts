import {
  compileFieldConfig,
  display,
  fieldSubjects,
  toLong,
  type FieldConfigSource,
  type Frame,
  type TableFrame,
} from '@orrery/sdk'

/** A frame as a table: one row a point, or a row. */
export const toTable = (frame: Frame): TableFrame => (frame.kind === 'series' ? toLong(frame) : frame)

export interface CsvOptions {
  /** A first line of the names of the columns; default true. */
  readonly header?: boolean
  /** Cells as the panel shows them, with units and mappings; default: exact values, times in ISO 8601. */
  readonly formatted?: { readonly fieldConfig: FieldConfigSource; readonly timeZone: string } | undefined
}

const toText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return JSON.stringify(cell)
  return String(cell)
}

// A spreadsheet runs what begins like a formula; a number, with a unit or without, may begin with a sign.
const isFormula = (text: string) =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-](\d[\d.,]*(e[+-]?\d+)?|Infinity)( ?[\p{L}%°]+(\/\p{L}+)?)?$/u.test(text)

// What some spreadsheets take for the end of a cell stays in its quotes, too.
const quote = (text: string) => {
  const safe = isFormula(text) ? `'${text}` : text
  return /[",;\t\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A cell as text; times are ISO 8601. */
export const cellText = (column: { readonly kind: string }, cell: unknown): string =>
  column.kind === 'time' && typeof cell === 'number' && Number.isFinite(cell)
    ? new Date(cell).toISOString()
    : toText(cell)

type ColumnText = (cell: unknown) => string

/** How the cells of a frame's columns become text. */
function textsOf(table: TableFrame, formatted: CsvOptions['formatted']) {
  const resolve = compileFieldConfig(formatted?.fieldConfig ?? { defaults: {}, overrides: [] })
  const toColumnText = (subject: ReturnType<typeof fieldSubjects>[number]): ColumnText => {
    if (!formatted) return (cell) => cellText(subject.column, cell)
    const config = resolve(subject)
    // In English whoever asks: programs read it, and people send it to each other.
    const context = { timeZone: formatted.timeZone, locale: 'en-US' }
    return (cell) => (cell === null || Number.isNaN(cell) ? '' : display(cell, config, 'light', context).full)
  }
  return new Map(fieldSubjects(table).map((subject) => [subject.name, toColumnText(subject)]))
}

const LINES = 10_000

/** All frames as one CSV (RFC 4180), some lines at a time: the columns of all, and `query` first where there are several frames. */
export function* toCsv(
  frames: readonly Frame[],
  { header = true, formatted }: CsvOptions = {},
): Generator<string, void, undefined> {
  const tables = frames.map(toTable)
  const names = [...new Set(tables.flatMap(({ fields }) => [...fields.keys()]))]
  const several = tables.length > 1
  const toLine = (cells: readonly string[]) => `${cells.map(quote).join(',')}\r\n`
  if (header) yield toLine([...(several ? ['query'] : []), ...names])
  for (const table of tables) {
    const { fields, length, meta } = table
    const texts = textsOf(table, formatted)
    const columns = names.map((name) => ({ column: fields.get(name), textOf: texts.get(name) }))
    for (let start = 0; start < length; start += LINES) {
      const lines: string[] = []
      for (let row = start; row < Math.min(length, start + LINES); row++)
        lines.push(
          toLine([
            ...(several ? [meta.refId ?? ''] : []),
            ...columns.map(({ column, textOf }) => (column && textOf ? textOf(column.at(row)) : '')),
          ]),
        )
      yield lines.join('')
    }
  }
}
