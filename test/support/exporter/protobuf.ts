/**
 * Writes messages of protocol buffers, as far as the exposition of metrics needs it.
 * https://protobuf.dev/programming-guides/encoding/
 */
const VARINT = 0
const FIXED64 = 1
const BYTES = 2

const varint = (value: bigint): number[] => {
  const bytes: number[] = []
  for (let rest = BigInt.asUintN(64, value); ; rest >>= 7n) {
    if (rest < 0x80n) return [...bytes, Number(rest)]
    bytes.push(Number(rest & 0x7fn) | 0x80)
  }
}
const key = (field: number, type: number) => varint(BigInt((field << 3) | type))

export const unsigned = (field: number, value: number) => [...key(field, VARINT), ...varint(BigInt(value))]

/** Zigzag: small numbers of either sign are short. */
export const signed = (field: number, value: number) => unsigned(field, value < 0 ? -value * 2 - 1 : value * 2)

export function double(field: number, value: number): number[] {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setFloat64(0, value, true)
  return [...key(field, FIXED64), ...bytes]
}

export const bytes = (field: number, content: readonly number[]) => [
  ...key(field, BYTES),
  ...varint(BigInt(content.length)),
  ...content,
]

export const text = (field: number, value: string) => bytes(field, [...new TextEncoder().encode(value)])

/** A message with its length before it: how several follow each other in a stream. */
export const delimited = (content: readonly number[]) => [...varint(BigInt(content.length)), ...content]
