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
  if (b) place(b, recodedA && a.dictionary === b.dictionary ? recodedA : recode(b.dictionary), rowsA)
  return new TextColumn(codes, new TextDictionary([...codeOf.keys()]))
}

/** Items with the same label names. */
interface Shape {
  readonly names: ReadonlySet<string>
  readonly left: number[]
  readonly right: number[]
}

/** All joins of items of which one side has all label names of the other. */
export function joinLabels(sides: LabelSides, rowsA: number, rows: number): readonly LabelJoin[] {
  const shapes = shapesOf(sides, rowsA, rows)
  return shapes.flatMap((a) =>
    shapes.flatMap((b) => {
      if (a.left.length === 0 || b.right.length === 0) return []
      const [fewer, more] = a.names.size <= b.names.size ? [a.names, b.names] : [b.names, a.names]
      return [...fewer].every((name) => more.has(name)) ? [join(sides, fewer, a.left, b.right, rowsA)] : []
    }),
  )
}

function shapesOf(sides: LabelSides, rowsA: number, rows: number): readonly Shape[] {
  // A label that all have tells no shapes apart.
  const partial = [...sides.values()].filter(({ codes }) => codes.includes(-1))
  const presences = partial.map(({ codes }) => ({ codes: codes.map((code) => Math.min(code, 0)), count: 1 }))
  const { groupOf, firsts } = groupRows(presences, rows)
  const shapes = Array.from(firsts, (first): Shape => {
    const names = [...sides].filter(([, column]) => !column.isNull(first)).map(([name]) => name)
    return { names: new Set(names), left: [], right: [] }
  })
  for (let row = 0; row < rows; row++) shapes[groupOf[row]!]![row < rowsA ? 'left' : 'right'].push(row)
  return shapes
}

function join(
  sides: LabelSides,
  names: ReadonlySet<string>,
  left: readonly number[],
  right: readonly number[],
  rowsA: number,
): LabelJoin {
  const order = Int32Array.from([...left, ...right])
  const columns = Array.from(names, (name) => {
    const { codes, dictionary } = sides.get(name)!
    return { codes: order.map((row) => codes[row]!), count: dictionary.length }
  })
  const { groupOf, firsts } = groupRows(columns, order.length)
  const ofRight = groupOf.subarray(left.length)
  const starts = new Int32Array(firsts.length + 1)
  for (const group of ofRight) starts[group + 1]!++
  for (let group = 0; group < firsts.length; group++) starts[group + 1]! += starts[group]!
  const next = starts.slice()
  const grouped = new Int32Array(right.length)
  for (let k = 0; k < right.length; k++) grouped[next[ofRight[k]!]!++] = right[k]! - rowsA
  return { left: order.subarray(0, left.length), groups: groupOf.subarray(0, left.length), right: grouped, starts }
}
