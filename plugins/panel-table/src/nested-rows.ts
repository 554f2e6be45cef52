import { createBuilder, TableFrame, type Column } from '@orrery/sdk'

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The rows that a cell holds: a JSON list of objects, also as text. Undefined for anything else. */
export function rowsOf(cell: unknown): readonly Row[] | undefined {
  const value = typeof cell === 'string' ? parseJson(cell) : cell
  if (!Array.isArray(value)) return undefined
  const rows: readonly unknown[] = value
  return rows.every(isRow) ? rows : undefined
}

/** Rows as a table: a column for each name, of numbers, booleans or times where all of its values are, else of texts. */
export function toNestedFrame(rows: readonly Row[]): TableFrame {
  const names = new Set(rows.flatMap((row) => Object.keys(row)))
  return new TableFrame({ fields: new Map(Array.from(names, (name) => [name, toColumn(name, rows)])) })
}

function toColumn(name: string, rows: readonly Row[]): Column {
  const cells = rows.map((row) => (Object.hasOwn(row, name) ? row[name] : null))
  const present = cells.filter((cell) => cell !== null)
  const areAll = (fits: (cell: unknown) => boolean) => present.length > 0 && present.every(fits)
  if (areAll((cell) => typeof cell === 'number')) return build('number', name, cells)
  if (areAll((cell) => typeof cell === 'boolean')) return build('boolean', name, cells)
  if (areAll((cell) => typeof cell === 'string' && isoTime.test(cell) && !Number.isNaN(Date.parse(cell))))
    return build(
      'time',
      name,
      cells.map((cell) => (cell === null ? null : Date.parse(String(cell)))),
    )
  const toText = (cell: unknown) => (cell === null || typeof cell === 'string' ? cell : JSON.stringify(cell))
  return build('text', name, cells.map(toText))
}

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/

function build(kind: 'number' | 'boolean' | 'time' | 'text', name: string, cells: readonly unknown[]): Column {
  const builder = createBuilder(kind, name)
  for (const cell of cells) builder.push(cell)
  return builder.build({})
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
