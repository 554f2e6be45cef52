import { decode, encodeChunks, type Frame } from '@orrery/frames'
import { check, Type, Variants, type CodedError, type Static } from '@orrery/schema'

import { QueryError } from './errors.ts'
import { QueryStats } from './query-stats.ts'

/** A coded error as it travels; an API's problem document has all of it too. */
export const WireProblem = Type.Object({
  code: Type.String(),
  status: Type.Integer(),
  /** What happened to which thing, then what to do. */
  detail: Type.String(),
  params: Type.Record(Type.String(), Type.Unknown()),
  plugin: Type.Optional(Type.String()),
  traceId: Type.Optional(Type.String()),
})
export type WireProblem = Static<typeof WireProblem>

const Sequence = Type.Integer({ minimum: 0 })

/** What the frame of a query that is followed does to what stood. */
export const WireLive = Variants([
  Type.Object({
    type: Type.Literal('replace'),
    /** Of this run of the stream. */
    stream: Type.String({ maxLength: 64 }),
    /** The update up to which the frame goes. */
    sequence: Sequence,
    /** How many moments are kept; absent when the frame is not appended to. */
    window: Type.Optional(Type.Integer({ minimum: 1 })),
  }),
  Type.Object({
    type: Type.Literal('append'),
    /** That of the first moment; one more than the last that was sent, else updates were missed. */
    sequence: Sequence,
  }),
])
export type WireLive = Static<typeof WireLive>

/** What a message says beside its frame. */
export const WireHeader = Type.Object({
  /** The item of the batch that it answers. */
  id: Type.String({ maxLength: 8192 }),
  /** The query of the item. */
  refId: Type.Optional(Type.String({ maxLength: 64 })),
  /** Counts the frames of an item from 0. */
  part: Type.Optional(Type.Integer({ minimum: 0 })),
  /** The query, or without `refId` the whole item, failed. */
  problem: Type.Optional(WireProblem),
  /** The query is followed. */
  live: Type.Optional(WireLive),
  /** What is known of this item has come; more follows as it happens. */
  current: Type.Optional(Type.Literal(true)),
  /** With the end of an item, or the first word that a live one is current: how its queries were answered. */
  stats: Type.Optional(Type.Array(QueryStats, { maxItems: 100 })),
  /** Nothing more comes for this item. */
  end: Type.Optional(Type.Literal(true)),
})
export type WireHeader = Static<typeof WireHeader>

export interface WireMessage {
  readonly header: WireHeader
  readonly frame?: Frame
  /** How long reading the frame's bytes took, when they had come; of messages that were read from a stream. */
  readonly decodeMs?: number
}

/** The id of the message that ends the stream; no item of a batch has it. */
const STREAM_END = ''

export interface WireLimits {
  /** 64 KiB when omitted. */
  readonly maxHeaderBytes?: number
  /** Of one frame; 256 MiB when omitted. */
  readonly maxBodyBytes?: number
}

const utf8 = new TextEncoder()
const text = new TextDecoder('utf-8', { fatal: true })
const SPACE = 0x20
const LENGTHS = 8
const padded = (length: number) => Math.ceil(length / 8) * 8

/**
 * A message in chunks to be written one after the other: u32 header length, u32 body length (little-endian), JSON header
 * padded with spaces to a multiple of 8, Arrow IPC stream. The chunks of the frame are views of its memory.
 */
export function encodeMessage(header: WireHeader, frame?: Frame): Uint8Array[] {
  const body = frame ? encodeChunks(frame) : []
  const json = utf8.encode(JSON.stringify(header))
  const head = new Uint8Array(LENGTHS + padded(json.length)).fill(SPACE)
  const view = new DataView(head.buffer)
  view.setUint32(0, head.length - LENGTHS, true)
  view.setUint32(
    4,
    body.reduce((sum, chunk) => sum + chunk.byteLength, 0),
    true,
  )
  head.set(json, LENGTHS)
  return [head, ...body]
}

/** The last message of every stream: one without it was cut off. */
export const encodeEnd = (): Uint8Array[] => encodeMessage({ id: STREAM_END, end: true })

/** Together well below the 64 KiB of a header, however they are escaped. */
const MAX_DETAIL = 4000
const MAX_PARAMS = 8 * 1024

const fitting = (params: CodedError['params']): CodedError['params'] => {
  try {
    return JSON.stringify(params).length > MAX_PARAMS ? {} : params
  } catch {
    return {}
  }
}

/** An error as a message carries it: a long message is cut, and params that are too large or no JSON are left out. */
export const toWireProblem = ({ code, status, message, params }: CodedError): WireProblem => ({
  code,
  status,
  detail: message.length > MAX_DETAIL ? `${message.slice(0, MAX_DETAIL - 1)}…` : message,
  params: fitting(params),
})

/**
 * The messages of a stream that arrives in chunks of any size. Throws WIRE_TRUNCATED when it stops before its end
 * message, WIRE_MALFORMED, WIRE_HEADER_TOO_LARGE, WIRE_BODY_TOO_LARGE, and what `decode` of a frame throws.
 */
export async function* decodeMessages(
  stream: AsyncIterable<Uint8Array>,
  { maxHeaderBytes = 64 * 1024, maxBodyBytes = 256 * 1024 * 1024 }: WireLimits = {},
): AsyncGenerator<WireMessage, void> {
  const bytes = createReader(stream)
  try {
    for (;;) {
      const lengths = await bytes.take(LENGTHS)
      const view = new DataView(lengths.buffer, lengths.byteOffset)
      const headerBytes = view.getUint32(0, true)
      const bodyBytes = view.getUint32(4, true)
      if (headerBytes > maxHeaderBytes)
        throw new QueryError('WIRE_HEADER_TOO_LARGE', { bytes: headerBytes, limit: maxHeaderBytes })
      if (bodyBytes > maxBodyBytes)
        throw new QueryError('WIRE_BODY_TOO_LARGE', { bytes: bodyBytes, limit: maxBodyBytes })
      if (headerBytes % 8 || bodyBytes % 8)
        throw new QueryError('WIRE_MALFORMED', { reason: 'a length is not a multiple of 8' })
      const header = readHeader(await bytes.take(headerBytes))
      if (header.id === STREAM_END) break
      if (bodyBytes === 0) yield { header }
      else {
        const body = await bytes.take(bodyBytes)
        const began = performance.now()
        const frame = decode(body, { owned: true })
        yield { header, frame, decodeMs: performance.now() - began }
      }
    }
    if (await bytes.hasMore()) throw new QueryError('WIRE_MALFORMED', { reason: 'bytes follow its end message' })
  } finally {
    await bytes.close()
  }
}

function readHeader(bytes: Uint8Array): WireHeader {
  try {
    return check(WireHeader, JSON.parse(text.decode(bytes)), 'The header of a message')
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new QueryError('WIRE_MALFORMED', { reason }, { cause })
  }
}

/** Takes exact lengths from chunks, as copies: a frame may change its bytes, and holds no chunk that others share. */
function createReader(stream: AsyncIterable<Uint8Array>) {
  const chunks = stream[Symbol.asyncIterator]()
  let chunk = new Uint8Array() as Uint8Array
  let at = 0

  /** Whether a byte is left, after fetching the next chunk if need be. */
  const hasMore = async (): Promise<boolean> => {
    while (at === chunk.length) {
      const next = await chunks.next()
      if (next.done) return false
      chunk = next.value
      at = 0
    }
    return true
  }

  const take = async (length: number): Promise<Uint8Array> => {
    if (length > 0 && !(await hasMore())) throw new QueryError('WIRE_TRUNCATED', {})
    const copy = new Uint8Array(length)
    for (let filled = 0; filled < length;) {
      if (!(await hasMore())) throw new QueryError('WIRE_TRUNCATED', {})
      const part = chunk.subarray(at, at + length - filled)
      copy.set(part, filled)
      filled += part.length
      at += part.length
    }
    return copy
  }

  return { take, hasMore, close: async () => void (await chunks.return?.()) }
}
