const HIGH = 2 ** 32

/** Whole numbers as 64-bit integers, word by word: a BigInt for each would cost ten times as much. NaN becomes 0. */
export function toInt64(values: Float64Array): BigInt64Array<ArrayBuffer> {
  const out = new BigInt64Array(values.length)
  const words = new Int32Array(out.buffer)
  for (let i = 0; i < values.length; i++) {
    const high = Math.floor(values[i]! / HIGH)
    words[2 * i] = values[i]! - high * HIGH
    words[2 * i + 1] = high
  }
  return out
}

/** 64-bit integers as numbers, exact up to 2^53. With `inPlace` the numbers take the place of the integers in memory. */
export function fromInt64(values: BigInt64Array, inPlace = false): Float64Array {
  const words = new Int32Array(values.buffer, values.byteOffset, values.length * 2)
  const out = inPlace
    ? new Float64Array(values.buffer, values.byteOffset, values.length)
    : new Float64Array(values.length)
  for (let i = 0; i < out.length; i++) out[i] = words[2 * i + 1]! * HIGH + (words[2 * i]! >>> 0)
  return out
}
