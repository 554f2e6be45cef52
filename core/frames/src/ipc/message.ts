import { toFlatbuffer, type Slot } from './flatbuffer-writer.ts'
import type { WireColumn, WireDictionary, WireType } from './wire-column.ts'

// The tables of Arrow's Schema.fbs and Message.fbs, slot by slot.

const byte = (value: number): Slot => ({ size: 1, value })
const short = (value: number): Slot => ({ size: 2, value })
const int = (value: number): Slot => ({ size: 4, value })
const long = (value: number): Slot => ({ size: 8, value })

const V5 = short(4)
const YES = byte(1)

/** Number of the type among those that a field may have, and the table that says more of it. */
const types: Readonly<Record<WireType, readonly [number, readonly Slot[]]>> = {
  int64: [2, [int(64), YES]],
  float64: [3, [short(2)]],
  utf8: [5, []],
  bool: [6, []],
  millis: [10, [short(1)]],
  nanos: [10, [short(3)]],
  list: [12, []],
  struct: [13, []],
}
const int32: readonly Slot[] = [int(32), YES]

const keyValues = (metadata: ReadonlyMap<string, string> = new Map()): Slot =>
  metadata.size ? { tables: Array.from(metadata) } : undefined

const field = ({ name, type, dictionary, children, metadata }: WireColumn): readonly Slot[] => [
  name,
  YES,
  byte(types[type][0]),
  { table: types[type][1] },
  dictionary && { table: [long(dictionary.id), { table: int32 }] },
  { tables: children.map(field) },
  keyValues(metadata),
]

const message = (kind: number, header: readonly Slot[], bodyLength = 0) =>
  toFlatbuffer([V5, byte(kind), { table: header }, long(bodyLength)])

/** The message that says what columns follow. */
export const schemaMessage = (columns: readonly WireColumn[], metadata: ReadonlyMap<string, string>) =>
  message(1, [short(0), { tables: columns.map(field) }, keyValues(metadata)])

/** Buffers as they stand in the body of a message: each is padded to a multiple of 8 bytes. */
export interface Body {
  readonly buffers: readonly ArrayBufferView[]
  readonly length: number
}

export const paddedLength = ({ byteLength }: ArrayBufferView): number => (byteLength + 7) & ~7

function batch(length: number, columns: readonly WireColumn[]) {
  const nodes: number[] = []
  const places: number[] = []
  const buffers: ArrayBufferView[] = []
  let at = 0
  const add = (column: WireColumn) => {
    nodes.push(column.length, column.nulls)
    for (const buffer of column.buffers) {
      buffers.push(buffer)
      places.push(at, buffer.byteLength)
      at += paddedLength(buffer)
    }
    column.children.forEach(add)
  }
  columns.forEach(add)
  const header: readonly Slot[] = [long(length), { int64s: nodes }, { int64s: places }]
  return { header, body: { buffers, length: at } satisfies Body }
}

/** The message with the rows of all columns, and its body. */
export function batchMessage(length: number, columns: readonly WireColumn[]) {
  const { header, body } = batch(length, columns)
  return { metadata: message(3, header, body.length), body }
}

/** The message with the texts of one dictionary, and its body. */
export function dictionaryMessage({ id, strings }: WireDictionary) {
  const { length, offsets, bytes } = strings
  const buffers = [new Uint8Array(0), offsets, bytes]
  const column: WireColumn = { name: '', type: 'utf8', length, nulls: 0, buffers, children: [] }
  const { header, body } = batch(length, [column])
  return { metadata: message(2, [long(id), { table: header }], body.length), body }
}
