import type { Int32Buffer } from './growable.ts'

/** Which cells are there, as Arrow does it: bit set = present, least significant bit first. `undefined` = all are. */
export type Validity = Uint8Array | undefined

export const isNull = (validity: Validity, i: number): boolean =>
  validity !== undefined && (validity[i >> 3]! & (1 << (i & 7))) === 0

export const setNull = (bitmap: Uint8Array, i: number): void => {
  bitmap[i >> 3]! &= ~(1 << (i & 7))
}

/** A bitmap in which all cells are there, padded with zeros to 8 bytes. */
function allPresent(length: number): Uint8Array {
  const bitmap = new Uint8Array(((length + 63) >> 6) << 3).fill(255, 0, length >> 3)
  if (length & 7) bitmap[length >> 3] = (1 << (length & 7)) - 1
  return bitmap
}

/** A bitmap with the bits of `nulls` cleared; undefined when there are none. */
export function toValidity(length: number, nulls: Int32Buffer): Validity {
  if (nulls.length === 0) return undefined
  const bitmap = allPresent(length)
  for (let k = 0; k < nulls.length; k++) setNull(bitmap, nulls.data[k]!)
  return bitmap
}

/** The bits [start, end) as a bitmap that begins at bit 0. */
export function sliceValidity(validity: Validity, start: number, end: number): Validity {
  if (!validity) return undefined
  if ((start & 7) === 0) return validity.subarray(start >> 3, (end + 7) >> 3)
  const bitmap = new Uint8Array((end - start + 7) >> 3)
  for (let i = start; i < end; i++) if (!isNull(validity, i)) bitmap[(i - start) >> 3]! |= 1 << ((i - start) & 7)
  return bitmap
}

/** Whether an order has no -1, which stands for a null: such columns are gathered without a look at each place. */
export function isComplete(order: Int32Array): boolean {
  let signs = 0
  for (let k = 0; k < order.length; k++) signs |= order[k]!
  return signs >= 0
}

/** The bits in a new order; -1 in `order` gives a null. */
export function gatherValidity(validity: Validity, order: Int32Array): Validity {
  if (validity === undefined && isComplete(order)) return undefined
  let bitmap: Uint8Array | undefined
  for (let k = 0; k < order.length; k++) {
    const from = order[k]!
    if (from >= 0 && (validity === undefined || !isNull(validity, from))) continue
    bitmap ??= allPresent(order.length)
    setNull(bitmap, k)
  }
  return bitmap
}

/** Calls `visit` for every null, passing over eight cells at once where none is. */
export function eachNull(validity: Validity, length: number, visit: (i: number) => void): void {
  if (!validity) return
  for (let byte = 0; byte < length; byte += 8) {
    if (validity[byte >> 3] === 255) continue
    const end = Math.min(byte + 8, length)
    for (let i = byte; i < end; i++) if (isNull(validity, i)) visit(i)
  }
}
