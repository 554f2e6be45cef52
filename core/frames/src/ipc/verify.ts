import { FrameError } from '../errors.ts'
import { Flatbuffer, type Layout } from './flatbuffer.ts'

// The tables of Arrow's Schema.fbs and Message.fbs, as far as they point at others.
const keyValue: Layout = { 0: 'string', 1: 'string' }
const encoding: Layout = { 1: { table: () => ({}) } }
const field: Layout = {
  0: 'string',
  3: { table: () => ({}) },
  4: { table: () => encoding },
  5: { tables: () => field },
  6: { tables: () => keyValue },
}
const schema: Layout = { 1: { tables: () => field }, 2: { tables: () => keyValue }, 3: { structs: 8 } }
const recordBatch: Layout = { 1: { structs: 16 }, 2: { structs: 16 }, 3: { table: () => ({}) }, 4: { structs: 8 } }
const dictionaryBatch: Layout = { 1: { table: () => recordBatch } }
const headers: Readonly<Record<number, Layout>> = { 1: schema, 2: dictionaryBatch, 3: recordBatch }

/** What every message begins with, before the length of its metadata. */
const CONTINUATION = 0xffffffff

const malformed = (reason: string) => new FrameError('FRAME_MALFORMED', { reason })

/**
 * Walks the messages of an Arrow IPC stream, before it is read by a reader that trusts it. Throws FRAME_TRUNCATED when it
 * ends before its end mark, FRAME_MALFORMED when it is no such stream or its lengths lead outside.
 */
export function verifyStream(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const truncated = () => new FrameError('FRAME_TRUNCATED', { bytes: bytes.length })
  if (bytes.length < 8 || view.getUint32(0, true) !== CONTINUATION) throw malformed('they are no Arrow IPC stream')
  for (let at = 0; ;) {
    if (at + 8 > bytes.length) throw truncated()
    if (view.getUint32(at, true) !== CONTINUATION) throw malformed('a message does not begin where it should')
    const length = view.getUint32(at + 4, true)
    at += 8
    if (length === 0) {
      if (at === bytes.length) return
      throw malformed(`${bytes.length - at} bytes follow the end mark`)
    }
    if (at + length > bytes.length) throw truncated()
    at += length + verifyMessage(new DataView(view.buffer, view.byteOffset + at, length))
  }
}

/** Checks the metadata of one message; gives the length of its body. */
function verifyMessage(view: DataView): number {
  const buffer = new Flatbuffer(view)
  const message = buffer.root()
  const type = buffer.byte(buffer.slot(message, 1, 1))
  const layout = headers[type]
  if (!layout) throw malformed(`they have a message of the unknown type ${type}`)
  const header = buffer.table(message, 2)
  if (header === undefined) throw malformed('they have a message without a header')
  buffer.check(header, layout)
  const body = buffer.size(buffer.slot(message, 3, 8))
  const batch = type === 2 ? buffer.table(header, 1) : type === 3 ? header : undefined
  if (batch !== undefined) verifyBatch(buffer, batch, body)
  return body
}

/**
 * Holds the row counts and buffers of a batch against its body: a row takes a bit at least, and no two buffers share
 * bytes, as one of them may be changed in its place.
 */
function verifyBatch(buffer: Flatbuffer, batch: number, body: number): void {
  const rows = [buffer.size(buffer.slot(batch, 0, 8))]
  const nodes = buffer.vector(batch, 1, 16)
  for (let i = 0; i < nodes.count; i++) rows.push(buffer.size(nodes.start + 16 * i))
  if (rows.some((count) => count > body * 8)) throw malformed('they promise more rows than they hold')
  const buffers = buffer.vector(batch, 2, 16)
  let taken = 0
  for (let i = 0; i < buffers.count; i++) {
    const start = buffer.size(buffers.start + 16 * i)
    const length = buffer.size(buffers.start + 16 * i + 8)
    if (start + length > body) throw malformed('a column is cut off')
    if (length === 0) continue
    if (start < taken) throw malformed('two columns share bytes')
    taken = start + length
  }
}
