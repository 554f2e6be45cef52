import { groupRows, TextColumn, TextDictionary, type SeriesFrame } from '@orrery/frames'

/** The labels of two sides under the same codes: items of the right stand behind those of the left. */
export type LabelSides = ReadonlyMap<string, TextColumn>

/** Items whose label names are alike, and those of the other side that have equal values in the labels of both. */
export interface LabelJoin {
  readonly left: Int32Array
  /** The group of each item of `left`. */
  readonly groups: Int32Array
  /** Items of the right side: those of group g are `right[starts[g]]` to `right[starts[g + 1]]`, ascending. */
  readonly right: Int32Array
  readonly starts: Int32Array
}

export function uniteLabels(a: SeriesFrame, b: SeriesFrame): LabelSides {
  const names = new Set([...a.labels.keys(), ...b.labels.keys()])
  return new Map(
    Array.from(names, (name) => [name, uniteColumns(a.labels.get(name), a.length, b.labels.get(name), b.length)]),
  )
}

/** Both columns under one dictionary, in which no text is twice. */
function uniteColumns(a: TextColumn | undefined, rowsA: number, b: TextColumn | undefined, rowsB: number): TextColumn {
  const codes = new Int32Array(rowsA + rowsB).fill(-1)
  const codeOf = new Map<string, number>()
  const recode = ({ strings }: TextDictionary) =>
    Int32Array.from(strings, (text) => {
      let code = codeOf.get(text)
      if (code === undefined) codeOf.set(text, (code = codeOf.size))
      return code
    })
  const place = (column: TextColumn, recoded: Int32Array, at: number) => {
    for (let row = 0; row < column.length; row++)
      if (column.codes[row]! >= 0) codes[at + row] = recoded[column.codes[row]!]!
  }
  const recodedA = a && recode(a.dictionary)
  if (recodedA) place(a, recodedA, 0)
  if (b) place(b, recodedA && isSame(a.dictionary, b.dictionary) ? recodedA : recode(b.dictionary), rowsA)
  return new TextColumn(codes, new TextDictionary([...codeOf.keys()]))
}

/** Queries of the same things answer with the same texts in the same order, which is sooner seen than looked up. */
function isSame(a: TextDictionary, b: TextDictionary): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  const [mine, theirs] = [a.strings, b.strings]
  for (let code = 0; code < mine.length; code++) if (mine[code] !== theirs[code]) return false
  return true
}

/** Items with the same label names. */
interface Shape {
  readonly names: ReadonlySet<string>
  /** Those of the left side, then those of the right. */
  readonly rows: Int32Array
  /** How many of them are of the left side. */
  readonly left: number
}

/** All joins of items of which one side has all label names of the other. */
export function joinLabels(sides: LabelSides, rowsA: number, rows: number): readonly LabelJoin[] {
  const shapes = shapesOf(sides, rowsA, rows)
  return shapes.flatMap((a) =>
    shapes.flatMap((b) => {
      if (a.left === 0 || b.left === b.rows.length) return []
      const [fewer, more] = a.names.size <= b.names.size ? [a.names, b.names] : [b.names, a.names]
      if (![...fewer].every((name) => more.has(name))) return []
      return [join(sides, fewer, a.rows.subarray(0, a.left), b.rows.subarray(b.left), rowsA)]
    }),
  )
}

function shapesOf(sides: LabelSides, rowsA: number, rows: number): readonly Shape[] {
  // A label that all have tells no shapes apart.
  const partial = [...sides.values()].filter(({ codes }) => codes.includes(-1))
  const presences = partial.map(({ codes }) => ({ codes: codes.map((code) => Math.min(code, 0)), count: 1 }))
  const { groupOf, firsts } = groupRows(presences, rows)
  const { order, starts } = orderByGroup(groupOf, firsts.length)
  return Array.from(firsts, (first, shape): Shape => {
    const names = [...sides].filter(([, column]) => !column.isNull(first)).map(([name]) => name)
    const own = order.subarray(starts[shape], starts[shape + 1])
    const right = own.findIndex((row) => row >= rowsA)
    return { names: new Set(names), rows: own, left: right < 0 ? own.length : right }
  })
}

function join(
  sides: LabelSides,
  names: ReadonlySet<string>,
  left: Int32Array,
  right: Int32Array,
  rowsA: number,
): LabelJoin {
  const count = left.length + right.length
  const columns = Array.from(names, (name) => {
    const { codes, dictionary } = sides.get(name)!
    const own = new Int32Array(count)
    for (let k = 0; k < left.length; k++) own[k] = codes[left[k]!]!
    for (let k = 0; k < right.length; k++) own[left.length + k] = codes[right[k]!]!
    return { codes: own, count: dictionary.length }
  })
  const { groupOf, firsts } = groupRows(columns, count)
  const { order, starts } = orderByGroup(groupOf.subarray(left.length), firsts.length)
  return { left, groups: groupOf.subarray(0, left.length), right: order.map((k) => right[k]! - rowsA), starts }
}

/** The rows, group by group, ascending within each: those of group g are `order[starts[g]]` to `order[starts[g + 1]]`. */
function orderByGroup(groupOf: Int32Array, groups: number) {
  const starts = new Int32Array(groups + 1)
  for (let row = 0; row < groupOf.length; row++) starts[groupOf[row]! + 1]!++
  for (let group = 0; group < groups; group++) starts[group + 1]! += starts[group]!
  const next = starts.slice()
  const order = new Int32Array(groupOf.length)
  for (let row = 0; row < groupOf.length; row++) order[next[groupOf[row]!]!++] = row
  return { order, starts }
}
