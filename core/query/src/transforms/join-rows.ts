import type { JoinCodes } from './join-keys.ts'

/** The most rows of a result: many rows of one key on both sides multiply. */
export const MOST_ROWS = 10_000_000

/** Which row of each side stands in each row of the result; -1 where none does. */
export interface JoinedRows {
  readonly rows: readonly Int32Array[]
  readonly length: number
  /** Whether rows are left out, as there were more than {@link MOST_ROWS}. */
  readonly isCut: boolean
}

/**
 * One row for each key, in the order in which keys are met; of several rows of a side with one key the last counts, and rows
 * without a key are left out.
 */
export function matchKeys({ codes, count }: JoinCodes): JoinedRows {
  const placeOf = new Int32Array(count).fill(-1)
  let length = 0
  for (const side of codes) for (const code of side) if (code >= 0 && placeOf[code]! < 0) placeOf[code] = length++
  const rows = codes.map((side) => {
    const own = new Int32Array(length).fill(-1)
    for (let r = 0; r < side.length; r++) if (side[r]! >= 0) own[placeOf[side[r]!]!] = r
    return own
  })
  return { rows, length, isCut: false }
}

/** The rows of the first side whose key no other side has. */
export function withoutMatch({ codes: [first = new Int32Array(0), ...others], count }: JoinCodes): JoinedRows {
  const isMatched = new Uint8Array(count)
  for (const side of others) for (const code of side) if (code >= 0) isMatched[code] = 1
  const kept: number[] = []
  for (let r = 0; r < first.length; r++) if (first[r]! < 0 || isMatched[first[r]!] === 0) kept.push(r)
  return { rows: [Int32Array.from(kept)], length: kept.length, isCut: false }
}

/**
 * Every pair of rows with one key, side after side, as SQL does. `left` keeps rows of the first side that have no match in
 * their place; `full` puts such rows behind the pairs, and then those of the other side.
 */
export function pairRows({ codes, count }: JoinCodes, kind: 'inner' | 'left' | 'full'): JoinedRows {
  const [first = new Int32Array(0), ...others] = codes
  let keys = first
  let rows: Int32Array[] = [Int32Array.from(first, (_, r) => r)]
  let isCut = false
  for (const side of others) {
    const pairs = pairSides(keys, side, count, kind)
    isCut ||= pairs.isCut
    rows = rows.map((own) => gather(own, pairs.left))
    rows.push(pairs.right)
    keys = pairs.keys
  }
  return { rows, length: keys.length, isCut }
}

function gather(values: Int32Array, order: Int32Array): Int32Array {
  const out = new Int32Array(order.length)
  for (let k = 0; k < order.length; k++) out[k] = order[k]! < 0 ? -1 : values[order[k]!]!
  return out
}

function pairSides(keys: Int32Array, side: Int32Array, count: number, kind: 'inner' | 'left' | 'full') {
  const { offsets, order } = indexByKey(side, count)
  const matches = (key: number) => (key < 0 ? 0 : offsets[key + 1]! - offsets[key]!)
  let total = 0
  for (const key of keys) total += kind === 'left' ? Math.max(1, matches(key)) : matches(key)
  const isMatched = new Uint8Array(count)
  for (const key of keys) if (key >= 0) isMatched[key] = 1
  if (kind === 'full') {
    for (const key of keys) if (matches(key) === 0) total++
    for (const key of side) if (key < 0 || isMatched[key] === 0) total++
  }
  const length = Math.min(total, MOST_ROWS)
  const [left, right, made] = [new Int32Array(length), new Int32Array(length), new Int32Array(length)]
  let at = 0
  const put = (l: number, r: number, key: number) => {
    if (at === length) return
    left[at] = l
    right[at] = r
    made[at++] = key
  }
  for (let l = 0; l < keys.length; l++) {
    if (at === length) break
    const key = keys[l]!
    if (matches(key) > 0) for (let k = offsets[key]!; k < offsets[key + 1]!; k++) put(l, order[k]!, key)
    else if (kind === 'left') put(l, -1, key)
  }
  if (kind === 'full') {
    for (let l = 0; l < keys.length; l++) if (matches(keys[l]!) === 0) put(l, -1, keys[l]!)
    for (let r = 0; r < side.length; r++) if (side[r]! < 0 || isMatched[side[r]!] === 0) put(-1, r, side[r]!)
  }
  return { left, right, keys: made, isCut: total > length }
}

/** The rows of each key, in their order: those of key c stand from offsets[c] to offsets[c + 1]. */
function indexByKey(side: Int32Array, count: number) {
  const offsets = new Int32Array(count + 1)
  for (const key of side) if (key >= 0) offsets[key + 1]!++
  for (let c = 0; c < count; c++) offsets[c + 1]! += offsets[c]!
  const next = offsets.slice()
  const order = new Int32Array(offsets[count]!)
  for (let r = 0; r < side.length; r++) if (side[r]! >= 0) order[next[side[r]!]!++] = r
  return { offsets, order }
}
