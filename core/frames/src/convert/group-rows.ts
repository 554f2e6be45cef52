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
  const groupOfKey = keyIndex(groups * width, groupOf.length)
  for (let r = 0; r < groupOf.length; r++) {
    const key = groupOf[r]! * width + codes[r]! + 1
    let group = groupOfKey.get(key)
    if (group === undefined) {
      group = firsts.length
      firsts.push(r)
      groupOfKey.set(key, group)
    }
    next[r] = group
  }
  return { groupOf: next, firsts: firsts.take() }
}

/** A plain array while the keys are few beside the rows, else a Map. */
function keyIndex(
  keys: number,
  rows: number,
): { get(key: number): number | undefined; set(key: number, group: number): unknown } {
  if (keys > 4 * rows + 4096) return new Map<number, number>()
  const groups = new Int32Array(keys).fill(-1)
  return {
    get: (key) => (groups[key]! < 0 ? undefined : groups[key]!),
    set: (key, group) => (groups[key] = group),
  }
}
