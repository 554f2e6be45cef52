import type { TableColumn, TableSort } from './column.ts'
import { STEP, type Steps } from './steps.ts'
import { mergeSort, textCodesOf } from './text-codes.ts'

/** Rows that have texts in common, group within group: each group stands before those in it. */
export interface RowGroups {
  /** Keys of the columns that they have in common, the outermost first. */
  readonly keys: readonly string[]
  /** Row numbers, those of a group side by side. */
  readonly rows: Uint32Array
  readonly count: number
  /** How deep each group is, 0 for the outermost. */
  readonly levels: Uint8Array
  /** Where the rows of each group begin and end among `rows`. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** The group that follows it and all in it. */
  readonly nexts: Uint32Array
}

/** Rows by what they share at one level: ids count groups in the order in which their first rows stand. */
interface Level {
  /** By place among the rows. */
  readonly ids: Uint32Array
  /** The group that each is in. */
  readonly parents: Uint32Array
}

/**
 * Groups ordered rows by the texts of some columns. Rows keep their order within their group. Groups stand by their own
 * figures where they are sorted by a column that has one for groups, else as the first of their rows do.
 */
export function* groupRows(
  order: Uint32Array,
  columns: readonly TableColumn[],
  keys: readonly string[],
  sorts: readonly TableSort[],
  rows: number,
): Steps<RowGroups> {
  const levels: Level[] = []
  const places: Uint32Array[] = []
  for (const key of keys) {
    const column = columns.find((one) => one.key === key)!
    const level = yield* divide(order, levels.at(-1), column, rows)
    places.push(yield* rankGroups(level, places.at(-1), order, columns, sorts))
    levels.push(level)
  }
  return yield* arrangeGroups(order, keys, levels, places)
}

function* divide(order: Uint32Array, above: Level | undefined, column: TableColumn, rows: number): Steps<Level> {
  const { codes, texts } = yield* textCodesOf(column, rows)
  const isMissing = (row: number) =>
    codes[row]! < 0 || (column.numbers ? Number.isNaN(column.numbers[row]) : column.isMissing?.(row) === true)
  const ids = new Uint32Array(order.length)
  const parents: number[] = []
  const known = new Map<number, number>()
  for (let k = 0; k < order.length; k++) {
    const row = order[k]!
    const parent = above ? above.ids[k]! : 0
    const pair = parent * (texts.length + 1) + (isMissing(row) ? texts.length : codes[row]!)
    let id = known.get(pair)
    if (id === undefined) {
      known.set(pair, (id = known.size))
      parents.push(parent)
    }
    ids[k] = id
    if (k % STEP === STEP - 1) yield
  }
  return { ids, parents: Uint32Array.from(parents) }
}

/** Where each group of a level stands among all of them. */
function* rankGroups(
  { ids, parents }: Level,
  above: Uint32Array | undefined,
  order: Uint32Array,
  columns: readonly TableColumn[],
  sorts: readonly TableSort[],
): Steps<Uint32Array> {
  const figures: { readonly values: Float64Array; readonly sign: number }[] = []
  for (const { key, descending } of sorts) {
    const group = columns.find((column) => column.key === key)?.group
    // By a column that has no figure groups stand as their rows do, which have been sorted by all that follows.
    if (!group) break
    const { rows, starts } = yield* gather(order, ids, parents.length)
    const values = new Float64Array(parents.length)
    for (let id = 0; id < values.length; id++) {
      values[id] = group.number(rows.subarray(starts[id]!, starts[id + 1]!)) ?? Number.NaN
      if (id % (STEP / 16) === 0) yield
    }
    figures.push({ values, sign: descending ? -1 : 1 })
  }
  const compare = (a: number, b: number) => {
    const apart = above ? above[parents[a]!]! - above[parents[b]!]! : 0
    if (apart !== 0) return apart
    for (const { values, sign } of figures) {
      const [one, other] = [values[a]!, values[b]!]
      if (one === other || (Number.isNaN(one) && Number.isNaN(other))) continue
      if (Number.isNaN(one) || Number.isNaN(other)) return Number.isNaN(one) ? 1 : -1
      return one < other ? -sign : sign
    }
    return a - b
  }
  const sorted = yield* mergeSort(parents.length, compare)
  const places = new Uint32Array(parents.length)
  for (let place = 0; place < sorted.length; place++) places[sorted[place]!] = place
  return places
}

/** Rows by their groups, and where each group begins. */
function* gather(order: Uint32Array, groupOf: Uint32Array, groups: number) {
  const starts = new Uint32Array(groups + 1)
  for (let k = 0; k < order.length; k++) {
    starts[groupOf[k]! + 1]!++
    if (k % STEP === STEP - 1) yield
  }
  for (let group = 0; group < groups; group++) starts[group + 1]! += starts[group]!
  const next = starts.slice()
  const rows = new Uint32Array(order.length)
  for (let k = 0; k < order.length; k++) {
    rows[next[groupOf[k]!]!++] = order[k]!
    if (k % STEP === STEP - 1) yield
  }
  return { rows, starts }
}

function* arrangeGroups(
  order: Uint32Array,
  keys: readonly string[],
  levels: readonly Level[],
  places: readonly Uint32Array[],
): Steps<RowGroups> {
  const count = levels.reduce((sum, { parents }) => sum + parents.length, 0)
  const innermost = levels.length - 1
  const placeOf = places[innermost]!
  const { rows, starts: rowStarts } = yield* gather(
    order,
    levels[innermost]!.ids.map((id) => placeOf[id]!),
    placeOf.length,
  )
  const inOrder = new Uint32Array(placeOf.length)
  for (let id = 0; id < placeOf.length; id++) inOrder[placeOf[id]!] = id
  const groups = {
    levels: new Uint8Array(count),
    starts: new Uint32Array(count),
    ends: new Uint32Array(count),
    nexts: new Uint32Array(count),
  }
  // The group of each level that is not yet at its end, as id and as place.
  const open = levels.map(() => ({ id: -1, at: -1 }))
  let at = 0
  const close = (from: number, row: number) => {
    for (let level = from; level <= innermost; level++) {
      const { at: group } = open[level]!
      if (group < 0) continue
      groups.ends[group] = row
      groups.nexts[group] = at
    }
  }
  const path = new Uint32Array(levels.length)
  for (let place = 0; place < inOrder.length; place++) {
    path[innermost] = inOrder[place]!
    for (let level = innermost; level > 0; level--) path[level - 1] = levels[level]!.parents[path[level]!]!
    let from = 0
    while (from < innermost && open[from]!.id === path[from]) from++
    close(from, rowStarts[place]!)
    for (let level = from; level <= innermost; level++) {
      open[level] = { id: path[level]!, at }
      groups.levels[at] = level
      groups.starts[at] = rowStarts[place]!
      at++
    }
    if (place % STEP === STEP - 1) yield
  }
  close(0, rows.length)
  return { keys, rows, count, ...groups }
}
