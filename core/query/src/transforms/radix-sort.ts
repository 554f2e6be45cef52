/** Numbers that are ordered as rows shall be: by their high 32 bits, and where these are equal by the low ones. */
export interface SortKeys {
  readonly high: Uint32Array
  readonly low?: Uint32Array
}

const BITS = 11
const MASK = (1 << BITS) - 1
/** A stretch of equal high bits up to this length is sorted by moving each row down to its place. */
const SHORT = 32

/**
 * Sorts rows, which stand in the order `before`, by default as they are numbered; those with equal keys stay as they
 * stand. Gives `before` when they are sorted.
 */
export function sortByKeys(
  { high, low }: SortKeys,
  before: Int32Array | undefined,
  rows: number,
): Int32Array | undefined {
  const order = new Int32Array(rows)
  const keys = new Uint32Array(rows)
  let isSorted = true
  for (let k = 0, last = -1, lastLow = -1; k < rows; k++) {
    const row = before ? before[k]! : k
    const key = high[row]!
    const lowKey = low ? low[row]! : 0
    if (key < last || (key === last && lowKey < lastLow)) isSorted = false
    last = key
    lastLow = lowKey
    order[k] = row
    keys[k] = key
  }
  if (isSorted) return before
  const sorted = radixSort(keys, order)
  if (low) sortStretches(sorted.keys, low, sorted.order)
  return sorted.order
}

interface Sorted {
  readonly keys: Uint32Array
  readonly order: Int32Array
}

/** Sorts by eleven bits after the other, the lowest first; passes over those that are equal in all. */
function radixSort(keys: Uint32Array, order: Int32Array): Sorted {
  const { length } = keys
  let from: Sorted = { keys, order }
  let to: Sorted = { keys: new Uint32Array(length), order: new Int32Array(length) }
  const starts = new Uint32Array(3 * (MASK + 1))
  for (let k = 0; k < length; k++) {
    const key = keys[k]!
    starts[key & MASK]!++
    starts[MASK + 1 + ((key >>> BITS) & MASK)]!++
    starts[2 * (MASK + 1) + (key >>> (2 * BITS))]!++
  }
  for (let pass = 0; pass < 3; pass++) {
    const next = starts.subarray(pass * (MASK + 1), (pass + 1) * (MASK + 1))
    const shift = pass * BITS
    if (length > 0 && next[(from.keys[0]! >>> shift) & MASK] === length) continue
    for (let digit = 0, sum = 0; digit <= MASK; digit++) {
      const count = next[digit]!
      next[digit] = sum
      sum += count
    }
    scatter(from.keys, from.order, to.keys, to.order, next, shift)
    ;[from, to] = [to, from]
  }
  return from
}

function scatter(
  keys: Uint32Array,
  order: Int32Array,
  toKeys: Uint32Array,
  toOrder: Int32Array,
  next: Uint32Array,
  shift: number,
): void {
  for (let k = 0; k < keys.length; k++) {
    const key = keys[k]!
    const place = next[(key >>> shift) & MASK]!++
    toKeys[place] = key
    toOrder[place] = order[k]!
  }
}

/** Sorts the rows of each stretch of equal keys by their low bits. */
function sortStretches(keys: Uint32Array, low: Uint32Array, order: Int32Array): void {
  for (let from = 0, to = 1; from < keys.length; from = to++) {
    let isSorted = true
    for (; to < keys.length && keys[to] === keys[from]; to++)
      if (low[order[to - 1]!]! > low[order[to]!]!) isSorted = false
    if (isSorted) continue
    if (to - from > SHORT) {
      const rows = order.subarray(from, to)
      rows.set(
        radixSort(
          Uint32Array.from(rows, (row) => low[row]!),
          rows.slice(),
        ).order,
      )
    } else insertionSort(low, order, from, to)
  }
}

function insertionSort(low: Uint32Array, order: Int32Array, from: number, to: number): void {
  for (let k = from + 1; k < to; k++) {
    const row = order[k]!
    const key = low[row]!
    let place = k
    for (; place > from && low[order[place - 1]!]! > key; place--) order[place] = order[place - 1]!
    order[place] = row
  }
}
