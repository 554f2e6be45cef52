import type { Column, NanosColumn, NumberColumn, TextColumn } from '@orrery/frames'
import { compareTexts } from './code-points.ts'
import { sortByKeys, type SortKeys } from './radix-sort.ts'

/** What rows are ordered by. */
export interface SortKey {
  readonly column: Column
  readonly descending: boolean
}

/** The key of what is missing, which comes last in both directions. */
const LAST = 0xffff_ffff

/**
 * The rows in order by the first key, where that is equal by the second, and so on; rows that are equal in all stay as
 * they stand. Numbers are ordered by size, text by code point; NaN comes last, and then what is missing. Undefined when
 * the rows are in order.
 */
export function orderRows(keys: readonly SortKey[], rows: number): Int32Array | undefined {
  let order: Int32Array | undefined
  // Each sort keeps the order of what is equal, so the first key is the last to be sorted by.
  for (const { column, descending } of keys.toReversed()) order = sortByKeys(toKeys(column, descending), order, rows)
  return order
}

function toKeys(column: Column, descending: boolean): SortKeys {
  switch (column.kind) {
    case 'number':
    case 'integer':
    case 'time':
      return numberKeys(column, descending)
    case 'nanos':
      return nanosKeys(column, descending)
    case 'text':
      return rankKeys(column.codes, rankTexts(column.dictionary.strings), column.dictionary.length, descending)
    case 'boolean':
      return rankKeys(
        codesOf(column, (i) => column.values[i]!),
        Uint32Array.of(0, 1),
        2,
        descending,
      )
    case 'longText':
    case 'json': {
      const texts = Array.from({ length: column.length }, (_, i) => column.strings.at(i))
      return rankKeys(
        codesOf(column, (i) => i),
        rankTexts(texts),
        texts.length,
        descending,
      )
    }
  }
}

/** The bits of a number, turned so that they grow with it. */
function numberKeys(column: NumberColumn, descending: boolean): SortKeys {
  const { length } = column
  const values = column.values.slice()
  const bits = new Uint32Array(values.buffer)
  const high = new Uint32Array(length)
  const low = new Uint32Array(length)
  const turn = descending ? LAST : 0
  for (let i = 0; i < length; i++) {
    // Zero has one sign.
    if (values[i] === 0) values[i] = 0
    if (Number.isNaN(values[i]!)) {
      high[i] = LAST
      low[i] = column.isNull(i) ? 1 : 0
      continue
    }
    const top = bits[2 * i + 1]!
    const mask = top >>> 31 ? LAST : 0
    high[i] = top ^ (mask | 0x8000_0000) ^ turn
    low[i] = bits[2 * i]! ^ mask ^ turn
  }
  return { high, low }
}

function nanosKeys(column: NanosColumn, descending: boolean): SortKeys {
  const { length, values } = column
  const bits = new Uint32Array(values.buffer, values.byteOffset, 2 * length)
  const high = new Uint32Array(length)
  const low = new Uint32Array(length)
  const turn = descending ? LAST : 0
  for (let i = 0; i < length; i++) {
    const isMissing = column.isNull(i)
    high[i] = isMissing ? LAST : bits[2 * i + 1]! ^ 0x8000_0000 ^ turn
    low[i] = isMissing ? LAST : bits[2 * i]! ^ turn
  }
  return { high, low }
}

function rankKeys(codes: Int32Array, ranks: Uint32Array, count: number, descending: boolean): SortKeys {
  const high = new Uint32Array(codes.length)
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!
    high[i] = code < 0 ? count : descending ? count - 1 - ranks[code]! : ranks[code]!
  }
  return { high }
}

/** The place of each text among all, by code point; equal texts have one. */
function rankTexts(texts: readonly string[]): Uint32Array {
  const order = Int32Array.from(texts, (_, i) => i).sort((a, b) => compareTexts(texts[a]!, texts[b]!))
  const ranks = new Uint32Array(texts.length)
  for (let k = 1; k < order.length; k++)
    ranks[order[k]!] = texts[order[k]!] === texts[order[k - 1]!] ? ranks[order[k - 1]!]! : k
  return ranks
}

function codesOf(column: Exclude<Column, TextColumn>, codeOf: (i: number) => number): Int32Array {
  const codes = new Int32Array(column.length)
  for (let i = 0; i < codes.length; i++) codes[i] = column.isNull(i) ? -1 : codeOf(i)
  return codes
}
