import { toLong, type Frame, type TableFrame } from '@orrery/sdk'

/** A frame as a table: one row a point, or a row. */
export const toTable = (frame: Frame): TableFrame => (frame.kind === 'series' ? toLong(frame) : frame)

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

/** All frames as one CSV (RFC 4180): the columns of all, and `query` first where there are several frames. */
export function toCsv(frames: readonly Frame[]): string {
  const tables = frames.map(toTable)
  const names = [...new Set(tables.flatMap(({ fields }) => [...fields.keys()]))]
  const several = tables.length > 1
  const lines = [[...(several ? ['query'] : []), ...names]]
  for (const { fields, length, meta } of tables) {
    const columns = names.map((name) => fields.get(name))
    for (let row = 0; row < length; row++)
      lines.push([
        ...(several ? [meta.refId ?? ''] : []),
        ...columns.map((column) => (column ? cellText(column, column.at(row)) : '')),
      ])
  }
  return lines.map((line) => `${line.map(quote).join(',')}\r\n`).join('')
}
