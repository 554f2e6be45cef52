import { Int32Buffer } from '../column/growable.ts'
import type { TextColumn } from '../column/text-column.ts'

export interface RowGroups {
  /** The number of the group of each row; groups are numbered as they are met. */
  readonly groupOf: Int32Array
  /** The first row of each group. */
  readonly firsts: Int32Array
}

/** Groups rows that are equal in these columns: column by column, with codes only, never text. */
export function groupRows(columns: readonly TextColumn[], rows: number): RowGroups {
  let groupOf = new Int32Array(rows)
  let firsts = Int32Array.from(rows > 0 ? [0] : [])
  for (const column of columns) ({ groupOf, firsts } = refine(groupOf, firsts.length, column))
  return { groupOf, firsts }
}

/** Splits the groups by one more column. */
function refine(groupOf: Int32Array, groups: number, { codes, dictionary }: TextColumn) {
  const width = dictionary.length + 1 // a code for null, too
  const next = new Int32Array(groupOf.length)
  const firsts = new Int32Buffer()
  // A plain array while the keys are few beside the rows, else a Map.
  const isDense = groups * width <= 4 * groupOf.length + 4096
  const dense = new Int32Array(isDense ? groups * width : 0).fill(-1)
  const sparse = new Map<number, number>()
  for (let r = 0; r < groupOf.length; r++) {
    const key = groupOf[r]! * width + codes[r]! + 1
    let group = isDense ? dense[key]! : (sparse.get(key) ?? -1)
    if (group < 0) {
      group = firsts.length
      firsts.push(r)
      if (isDense) dense[key] = group
      else sparse.set(key, group)
    }
    next[r] = group
  }
  return { groupOf: next, firsts: firsts.take() }
}
