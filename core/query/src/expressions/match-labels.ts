import type { SeriesFrame, TextColumn } from '@orrery/frames'
import { countTo } from './values.ts'
import { joinLabels, uniteLabels, type LabelJoin, type LabelSides } from './label-join.ts'

/** Which items of two sides belong together. */
export interface LabelMatch {
  /** Pair k is of item `left[k]` and item `right[k]`; pairs stand in the order of the left side, then of the right. */
  readonly left: Int32Array
  readonly right: Int32Array
  /** The labels of the pairs: of each those of the side that has more. */
  readonly labels: ReadonlyMap<string, TextColumn>
}

/**
 * Matches items by their labels: those with equal ones, and those of which one has all labels of the other, so that one
 * without labels matches all. Where that finds nothing and there is one item on each side, these match, and their labels
 * are dropped. In time linear in items and pairs, for each two sets of label names that occur. `admit` is told the number
 * of pairs before they are made, and throws where there are too many.
 */
export function matchLabels(a: SeriesFrame, b: SeriesFrame, admit: (pairs: number) => void): LabelMatch {
  if (isPlain(b)) return { left: countTo(a.length), right: new Int32Array(a.length), labels: a.labels }
  if (isPlain(a)) return { left: new Int32Array(b.length), right: countTo(b.length), labels: b.labels }
  const sides = uniteLabels(a, b)
  const joins = joinLabels(sides, a.length, a.length + b.length)
  const ends = countPairs(joins, a.length)
  const pairs = ends[a.length]!
  admit(pairs)
  if (pairs === 0 && a.length === 1 && b.length === 1)
    return { left: Int32Array.of(0), right: Int32Array.of(0), labels: new Map() }

  const left = new Int32Array(pairs)
  const right = new Int32Array(pairs)
  const next = ends.slice()
  for (const { left: rows, groups, right: partners, starts } of joins)
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k]!
      for (let at = starts[groups[k]!]!; at < starts[groups[k]! + 1]!; at++) {
        left[next[row]!] = row
        right[next[row]!++] = partners[at]!
      }
    }
  // Several sets of names may have found partners for the same item.
  if (joins.length > 1) for (let row = 0; row < a.length; row++) right.subarray(ends[row], ends[row + 1]).sort()
  return { left, right, labels: labelsOfPairs(sides, a.length, left, right) }
}

/** A constant, most often: it has no labels, so it matches everything. */
const isPlain = ({ length, labels }: SeriesFrame) => length === 1 && labels.size === 0

/** Where the pairs of each item of the left begin among all; at last how many there are. */
function countPairs(joins: readonly LabelJoin[], rows: number): Float64Array {
  const ends = new Float64Array(rows + 1)
  for (const { left, groups, starts } of joins)
    for (let k = 0; k < left.length; k++) ends[left[k]! + 1]! += starts[groups[k]! + 1]! - starts[groups[k]!]!
  for (let row = 0; row < rows; row++) ends[row + 1]! += ends[row]!
  return ends
}

function labelsOfPairs(sides: LabelSides, rowsA: number, left: Int32Array, right: Int32Array) {
  const labels = new Map<string, TextColumn>()
  for (const [name, column] of sides) {
    const codes = new Int32Array(left.length)
    for (let k = 0; k < codes.length; k++) {
      const code = column.codes[left[k]!]!
      codes[k] = code < 0 ? column.codes[rowsA + right[k]!]! : code
    }
    if (codes.some((code) => code >= 0)) labels.set(name, column.withCodes(codes))
  }
  return labels
}
