import { TestdataError } from '../errors.ts'

export interface CsvRow {
  /** Where it begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

const invalid = (line: number, reason: string) => new TestdataError('TESTDATA_CSV_INVALID', { line, reason })

/**
 * The rows of a text as RFC 4180 has it: cells in quotes may hold commas, line breaks and doubled quotes. Empty lines are
 * passed over. Throws TESTDATA_CSV_INVALID, with the line, for a quote that is never closed or that is followed by text.
 */
export function parseCsv(text: string): readonly CsvRow[] {
  const rows: CsvRow[] = []
  let [line, begins, isQuoted, wasQuoted] = [1, 1, false, false]
  let cells: string[] = []
  let cell = ''
  const endCell = () => {
    cells.push(wasQuoted ? cell : cell.trim())
    cell = ''
    wasQuoted = false
  }
  const endRow = () => {
    endCell()
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: begins, cells })
    cells = []
    begins = line + 1
  }
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!
    if (isQuoted) {
      if (letter === '"' && text[i + 1] === '"') cell += text[++i]!
      else if (letter === '"') isQuoted = false
      else cell += letter
    } else if (letter === '"' && cell.trim() === '' && !wasQuoted) {
      cell = ''
      isQuoted = wasQuoted = true
    } else if (letter === ',') endCell()
    else if (letter === '\n') endRow()
    else if (!wasQuoted) cell += letter
    else if (letter.trim() !== '') throw invalid(line, 'there is text after a closing quote')
    if (letter === '\n') line++
  }
  if (isQuoted) throw invalid(begins, 'a quote is not closed')
  endRow()
  return rows
}

/** The rows below the first by its names. Throws TESTDATA_CSV_INVALID for names and rows that do not fit. */
export function parseCsvTable(text: string): { readonly names: readonly string[]; readonly rows: readonly CsvRow[] } {
  const [header, ...rows] = parseCsv(text)
  if (!header) throw invalid(1, 'there are no names of columns')
  const names = header.cells
  const twice = names.find((name, i) => names.indexOf(name) < i)
  if (names.includes('')) throw invalid(header.line, 'a column has no name')
  if (twice !== undefined) throw invalid(header.line, `two columns are called "${twice}"`)
  for (const { line, cells } of rows)
    if (cells.length !== names.length) throw invalid(line, `${cells.length} cells where ${names.length} are needed`)
  return { names, rows }
}
