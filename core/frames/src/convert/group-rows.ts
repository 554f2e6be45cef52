import { Int32Buffer } from '../column/growable.ts'
import type { Codes } from './column-codes.ts'
import { createNumberCodes } from './number-codes.ts'

export interface RowGroups {
  /** The number of the group of each row; groups are numbered as they are met. */
  readonly groupOf: Int32Array
  /** The first row of each group. */
  readonly firsts: Int32Array
  /** Where rows of a group stand together; see `runsOf` where it is not known. */
  readonly runs?: GroupRuns
}

/** Rows of one group one after the other: run k is of the group `groups[k]`, and ends before the row `ends[k]`. */
export interface GroupRuns {
  readonly groups: Int32Array
  readonly ends: Int32Array
}

/**
 * Groups rows that are equal in these columns, given by their codes; missing cells are equal, too. Each row gets a key, into
 * which column after column is multiplied; keys are counted up anew when there could be more of them than rows.
 */
export function groupRows(columns: readonly Codes[], rows: number): RowGroups {
  const [only] = columns
  const firsts = only && columns.length === 1 ? firstsInOrder(only) : undefined
  if (only && firsts) return { groupOf: only.codes, firsts }
  const keys = new Int32Array(rows)
  let width = 1 // every key is below
  for (const { codes, count } of columns) {
    const values = count + 1 // with one for null
    if (width * values > rows) width = renumber(keys, width).length
    if (width * values > 4 * rows + 4096) width = renumberSparse(keys, codes, values).length
    else {
      multiply(keys, codes, values)
      width *= values
    }
  }
  return { firsts: renumber(keys, width), groupOf: keys }
}

/** The first rows, where codes are numbered as they are met and no cell is missing: then they are the groups. */
function firstsInOrder({ codes, count }: Codes): Int32Array | undefined {
  const firsts = new Int32Array(count)
  let next = 0
  for (let r = 0; r < codes.length; r++) {
    const code = codes[r]!
    if (code === next) firsts[next++] = r
    else if (code < 0 || code > next) return undefined
  }
  return firsts.subarray(0, next)
}

function multiply(keys: Int32Array, codes: Int32Array, values: number): void {
  for (let r = 0; r < keys.length; r++) keys[r] = keys[r]! * values + codes[r]! + 1
}

/** Numbers the keys, which are below `width`, as they are met; gives the first row of each. */
function renumber(keys: Int32Array, width: number): Int32Array {
  const firsts = new Int32Buffer()
  const numberOf = new Int32Array(width).fill(-1)
  for (let r = 0; r < keys.length; r++) {
    const key = keys[r]!
    let number = numberOf[key]!
    if (number < 0) {
      number = numberOf[key] = firsts.length
      firsts.push(r)
    }
    keys[r] = number
  }
  return firsts.take()
}

/** As {@link renumber}, of the keys with one more column, where they are few among all that there could be. */
function renumberSparse(keys: Int32Array, codes: Int32Array, values: number): Int32Array {
  // Both are numbers of rows at most, so a double holds their product.
  const wide = new Float64Array(keys.length)
  for (let r = 0; r < keys.length; r++) wide[r] = keys[r]! * values + codes[r]! + 1
  const coder = createNumberCodes(keys.length)
  keys.set(coder.codesOf(wide))
  const firsts = new Int32Array(coder.count())
  for (let r = 0, next = 0; next < firsts.length; r++) if (keys[r] === next) firsts[next++] = r
  return firsts
}
