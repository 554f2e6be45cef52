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

// A spreadsheet runs what begins like a formula; a number may begin with a minus.
const quote = (text: string) => {
  const safe = /^[=+@\t\r]|^-(?![\d.])/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
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

/** All frames as one CSV (RFC 4180): the columns of all, and `query` first where there are several frames. */
export function toCsv(frames: readonly Frame[], { header = true, formatted }: CsvOptions = {}): string {
  const tables = frames.map(toTable)
  const names = [...new Set(tables.flatMap(({ fields }) => [...fields.keys()]))]
  const several = tables.length > 1
  const lines = header ? [[...(several ? ['query'] : []), ...names]] : []
  for (const table of tables) {
    const { fields, length, meta } = table
    const texts = textsOf(table, formatted)
    const columns = names.map((name) => ({ column: fields.get(name), textOf: texts.get(name) }))
    for (let row = 0; row < length; row++)
      lines.push([
        ...(several ? [meta.refId ?? ''] : []),
        ...columns.map(({ column, textOf }) => (column && textOf ? textOf(column.at(row)) : '')),
      ])
  }
  return lines.map((line) => `${line.map(quote).join(',')}\r\n`).join('')
}
