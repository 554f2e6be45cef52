import type { TableColumn, TextCodes } from './column.ts'
import { countUp, STEP, type Steps } from './steps.ts'

const known = new WeakMap<TableColumn, TextCodes>()

/** The texts of all cells of a column, as codes; asked for once. */
export function* textCodesOf(column: TableColumn, rows: number): Steps<TextCodes> {
  const found = column.codes ?? known.get(column)
  if (found) return found
  const codes = new Int32Array(rows)
  const places = new Map<string, number>()
  for (let row = 0; row < rows; row++) {
    const text = column.text(row)
    let place = places.get(text)
    if (place === undefined) places.set(text, (place = places.size))
    codes[row] = place
    if (row % STEP === STEP - 1) yield
  }
  const made = { codes, texts: [...places.keys()] }
  known.set(column, made)
  return made
}

/** The most texts that are compared as a dictionary does; above, it would take many seconds. */
const mostCollated = 20_000

/** The place of each text in their order, as people count (`item 9` before `item 10`); equal texts share one. */
export function* textRanks(texts: readonly string[]): Steps<Uint32Array> {
  const compare = texts.length <= mostCollated ? collated(texts) : yield* folded(texts)
  const order = yield* mergeSort(texts.length, compare)
  const ranks = new Uint32Array(texts.length)
  for (let k = 1; k < order.length; k++) {
    const isSame = compare(order[k - 1]!, order[k]!) === 0
    ranks[order[k]!] = ranks[order[k - 1]!]! + (isSame ? 0 : 1)
    if (k % STEP === 0) yield
  }
  return ranks
}

type Compare = (a: number, b: number) => number

function collated(texts: readonly string[]): Compare {
  // One collator for all: localeCompare would make one a call.
  const { compare } = new Intl.Collator(undefined, { numeric: true })
  return (a, b) => compare(texts[a]!, texts[b]!)
}

/** By small letters without accents and by numbers of one length, which plain comparison puts in order. */
function* folded(texts: readonly string[]): Steps<Compare> {
  const keys: string[] = []
  for (const text of texts) {
    const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
    keys.push(plain.replaceAll(/\d+/g, (digits) => digits.padStart(20, '0')))
    if (keys.length % (STEP / 4) === 0) yield
  }
  return (a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : 0)
}

/** The numbers below `count`, sorted. Stable, from runs of one upwards, because that can be interrupted. */
export function* mergeSort(count: number, compare: Compare): Steps<Uint32Array> {
  let from = yield* countUp(count)
  let to = new Uint32Array(count)
  for (let run = 1; run < count; run *= 2) {
    let sinceYield = 0
    for (let start = 0; start < count; start += 2 * run) {
      const middle = Math.min(start + run, count)
      const end = Math.min(start + 2 * run, count)
      let [left, right] = [start, middle]
      for (let k = start; k < end; k++) {
        const takesLeft = left < middle && (right >= end || compare(from[left]!, from[right]!) <= 0)
        to[k] = takesLeft ? from[left++]! : from[right++]!
        if (++sinceYield % 4096 === 0) yield
      }
    }
    ;[from, to] = [to, from]
  }
  return from
}
