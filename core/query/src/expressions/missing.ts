import type { Validity } from '@orrery/frames'

/** Of numbers of which those are missing that are not numbers: which are there. Undefined when all are. */
export function missingWhereNaN(numbers: Float64Array): Validity {
  let bits: Uint8Array | undefined
  for (let k = 0; k < numbers.length; k++) {
    if (numbers[k] === numbers[k]) continue
    bits ??= new Uint8Array(((numbers.length + 63) >> 6) << 3).fill(255)
    bits[k >> 3]! &= ~(1 << (k & 7))
  }
  return bits
}
