import type { TableColumn, TableSort } from './column.ts'
import { STEP, type Steps } from './steps.ts'
import { textCodesOf, textRanks } from './text-codes.ts'

/** What rows are sorted by: 32 bits each, those that weigh least first. */
type Words = readonly Uint32Array[]

/**
 * Sorts row numbers in place by several columns, the first weighing most. Rows that are equal stay as they were, and cells
 * that are missing come last in both directions. Takes time in proportion to the rows.
 */
export function* sortRows(
  order: Uint32Array<ArrayBuffer>,
  columns: readonly TableColumn[],
  sorts: readonly TableSort[],
  rows: number,
): Steps<Uint32Array<ArrayBuffer>> {
  // By the column that weighs least first: sorts that keep equal rows add up.
  for (const { key, descending } of sorts.toReversed()) {
    const column = columns.find((one) => one.key === key)
    if (!column) continue
    const words = column.numbers
      ? yield* numberWords(column.numbers, rows, descending)
      : yield* textWords(column, rows, descending)
    for (const word of words) order = yield* sortByWord(order, word)
  }
  return order
}

const MISSING = 0xffff_ffff

/** The bits of doubles, changed so that they rank as numbers do. */
function* numberWords(numbers: ArrayLike<number>, rows: number, descending: boolean): Steps<Words> {
  const low = new Uint32Array(rows)
  const high = new Uint32Array(rows)
  const number = new Float64Array(1)
  // Low word first: all machines that browsers run on are little-endian.
  const bits = new Uint32Array(number.buffer)
  for (let row = 0; row < rows; row++) {
    // Adding 0 makes -0 the 0 that it equals.
    number[0] = numbers[row]! + 0
    const flip = bits[1]! >= 0x8000_0000 ? MISSING : 0
    const turn = descending ? MISSING : 0
    const isMissing = Number.isNaN(number[0])
    low[row] = isMissing ? MISSING : bits[0]! ^ flip ^ turn
    high[row] = isMissing ? MISSING : bits[1]! ^ (flip | 0x8000_0000) ^ turn
    if (row % STEP === STEP - 1) yield
  }
  return [low, high]
}

function* textWords(column: TableColumn, rows: number, descending: boolean): Steps<Words> {
  const { codes, texts } = yield* textCodesOf(column, rows)
  const ranks = yield* textRanks(texts)
  const word = new Uint32Array(rows)
  for (let row = 0; row < rows; row++) {
    const code = codes[row]!
    const isMissing = code < 0 || column.isMissing?.(row)
    word[row] = isMissing ? MISSING : descending ? MISSING - 1 - ranks[code]! : ranks[code]!
    if (row % STEP === STEP - 1) yield
  }
  return [word]
}

/** Radix sort by halves of the word; a half that is the same everywhere costs only the look. */
function* sortByWord(order: Uint32Array<ArrayBuffer>, word: Uint32Array): Steps<Uint32Array<ArrayBuffer>> {
  for (const shift of [0, 16]) {
    const places = new Uint32Array(65_537)
    for (let k = 0; k < order.length; k++) {
      places[((word[order[k]!]! >>> shift) & 0xffff) + 1]!++
      if (k % STEP === STEP - 1) yield
    }
    if (places.includes(order.length)) continue
    for (let digit = 0; digit < 65_536; digit++) places[digit + 1]! += places[digit]!
    const sorted = new Uint32Array(order.length)
    for (let k = 0; k < order.length; k++) {
      const row = order[k]!
      sorted[places[(word[row]! >>> shift) & 0xffff]!++] = row
      if (k % STEP === STEP - 1) yield
    }
    order = sorted
  }
  return order
}
