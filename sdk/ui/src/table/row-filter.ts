import type { TableColumn } from './column.ts'
import { countUp, STEP, type Steps } from './steps.ts'
import { textCodesOf } from './text-codes.ts'

/** Which rows of a column stay; what is absent lets all pass. */
export interface ColumnFilter {
  /** Part of the text, in small or capital letters. */
  readonly contains?: string
  /** Texts of which a cell must have one; the empty text stands for a missing cell. */
  readonly values?: ReadonlySet<string>
  /** Lowest and highest number, included. */
  readonly from?: number
  readonly to?: number
  /** Only cells without value, or only those with one. */
  readonly missing?: 'only' | 'without'
}

/** Filters by the keys of their columns. */
export type ColumnFilters = ReadonlyMap<string, ColumnFilter>

/** A text of a column and how many rows have it; the empty text stands for missing cells. */
export interface Facet {
  readonly text: string
  readonly count: number
}

const isEmptyAt = (column: TableColumn, row: number) =>
  column.numbers ? Number.isNaN(column.numbers[row]) : column.isMissing?.(row) === true

/** The rows that pass all filters, in their order. */
export function* filterRows(
  columns: readonly TableColumn[],
  filters: ColumnFilters,
  rows: number,
): Steps<Uint32Array<ArrayBuffer>> {
  let left = yield* countUp(rows)
  for (const column of columns) {
    const filter = filters.get(column.key)
    if (!filter) continue
    const passes = yield* toTest(column, filter, rows)
    let kept = 0
    for (let k = 0; k < left.length; k++) {
      if (passes(left[k]!)) left[kept++] = left[k]!
      if (k % STEP === STEP - 1) yield
    }
    left = left.slice(0, kept)
  }
  return left
}

function* toTest(column: TableColumn, filter: ColumnFilter, rows: number): Steps<(row: number) => boolean> {
  const { numbers } = column
  const { contains, values, from = -Infinity, to = Infinity, missing } = filter
  const hasRange = filter.from !== undefined || filter.to !== undefined
  let isTextFit = (_row: number) => true
  if (contains !== undefined || values) {
    const { codes, texts } = yield* textCodesOf(column, rows)
    const part = contains?.toLowerCase() ?? ''
    const fits = (text: string) => text.toLowerCase().includes(part) && (!values || values.has(text))
    const accepted = Uint8Array.from(texts, (text) => Number(fits(text)))
    const acceptsMissing = fits('')
    isTextFit = (row) => (codes[row]! < 0 || isEmptyAt(column, row) ? acceptsMissing : accepted[codes[row]!] === 1)
  }
  return (row) => {
    const isEmpty = isEmptyAt(column, row) || (column.codes !== undefined && column.codes.codes[row]! < 0)
    if (missing === 'only') return isEmpty
    if (isEmpty && (missing === 'without' || hasRange)) return false
    if (hasRange && numbers && !(numbers[row]! >= from && numbers[row]! <= to)) return false
    return isTextFit(row)
  }
}

/** The texts of a column, the most frequent first. */
export function* facetsOf(column: TableColumn, rows: number): Steps<readonly Facet[]> {
  const { codes, texts } = yield* textCodesOf(column, rows)
  const counts = new Float64Array(texts.length)
  let empty = 0
  for (let row = 0; row < rows; row++) {
    const code = codes[row]!
    if (code < 0 || isEmptyAt(column, row)) empty++
    else counts[code]!++
    if (row % STEP === STEP - 1) yield
  }
  const found: Facet[] = []
  for (const [code, text] of texts.entries()) if (counts[code]! > 0) found.push({ text, count: counts[code]! })
  if (empty > 0) found.push({ text: '', count: empty })
  return found.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
}
