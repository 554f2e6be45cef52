import type { TableColumn } from './column.ts'
import { STEP, type Steps } from './steps.ts'

// A spreadsheet runs what begins like a formula; a number, with a unit or without, may begin with a sign.
const isFormula = (text: string) =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]\d[\d.,]*(e[+-]?\d+)?( ?[\p{L}%°]+(\/\p{L}+)?)?$/u.test(text)

function quote(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text
  return /[",;\t\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Cells of a row as they are shown, with tabs between them: what spreadsheets paste. */
export const toRowText = (columns: readonly TableColumn[], row: number): string =>
  columns.map((column) => column.text(row).replaceAll(/[\t\n\r]+/g, ' ')).join('\t')

/** Rows as CSV (RFC 4180) with a line of titles; the cells as they are shown. */
export function* toCsv(columns: readonly TableColumn[], rows: number, order: Uint32Array | undefined): Steps<string> {
  const lines = [columns.map(({ title }) => quote(title)).join(',')]
  for (let k = 0; k < rows; k++) {
    const row = order ? order[k]! : k
    lines.push(columns.map((column) => quote(column.text(row))).join(','))
    if (k % (STEP / 16) === 0) yield
  }
  return `${lines.join('\r\n')}\r\n`
}
