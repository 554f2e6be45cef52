import { PassThrough, type Readable } from 'node:stream'
import type { Frame } from '@orrery/frames'
import {
  encodeEnd,
  encodeMessage,
  frameBytes,
  withEncoding,
  type QueryAnswer,
  type QueryStats,
  type WireHeader,
} from '@orrery/query'
import { createCompressor, flushOf, type Encoding } from '../http/compression.ts'
import { inSpan } from '../telemetry/spans.ts'

/** The body of an answer, written message by message; each is on its way as soon as it is written. */
export interface Answer {
  readonly stream: Readable
  /** Rejects when the message cannot be encoded; nothing of it is written, and others may follow. */
  readonly write: (header: WireHeader, frame?: Frame) => Promise<Encoded>
  /**
   * Writes what a query gives, each frame with a header of its own. When too much waits already for somebody who reads
   * slowly, the result is let go and asked for again once it can be written: most often the cache has it. Rejects as
   * `ask` and `write` do. Undefined for a reader who has left.
   */
  readonly writeResult: (ask: Ask, toHeader: () => WireHeader) => Promise<QueryStats | undefined>
  /** Writes the end message and ends the stream. */
  readonly end: () => Promise<void>
}

/** What a message took to be made, and its bytes before compression. */
export interface Encoded {
  readonly ms: number
  readonly bytes: number
}

/** Asks for what is written; asked again, it gives the same, if need be from its source. */
type Ask = () => Promise<QueryAnswer>

export interface AnswerOptions {
  /** Results that wait to be written take no more memory than this, in bytes, unless it is one alone. 32 MiB when omitted. */
  readonly maxWaiting?: number
}

export function createAnswer(
  encoding: Encoding | undefined,
  { maxWaiting = 32 * 1024 * 1024 }: AnswerOptions = {},
): Answer {
  const compressor = encoding && createCompressor(encoding)
  const flush = encoding && flushOf(encoding)
  const stream = compressor ?? new PassThrough()
  let last = Promise.resolve()
  let lastLate = Promise.resolve()
  let waiting = 0

  // One message is sent at a time, so there is one to wake when nobody is there to read it any more.
  let wake = () => {}
  stream.once('close', () => wake())
  const untilDoneOrGone = (start: (done: () => void) => void) =>
    new Promise<void>((resolve) => {
      wake = resolve
      start(resolve)
    })

  const send = async (chunks: readonly Uint8Array[]) => {
    if (stream.destroyed) return
    let ready = true
    for (const chunk of chunks) ready = stream.write(chunk)
    // Whoever reads slowly holds up the next message, not the memory.
    if (!ready) await untilDoneOrGone((done) => stream.once('drain', done))
    if (!compressor || stream.destroyed) return
    await untilDoneOrGone((done) => compressor.flush(flush, done))
  }
  // Messages of several queries come at the same time; each is written whole, and one that fails does not stop the next.
  const inTurn = (encode: () => readonly Uint8Array[]): Promise<Encoded> => {
    const turn = last.then(async () => {
      const began = performance.now()
      const chunks = encode()
      const ms = performance.now() - began
      await send(chunks)
      return { ms, bytes: chunks.reduce((sum, { byteLength }) => sum + byteLength, 0) }
    })
    last = settled(turn)
    return turn
  }
  const write: Answer['write'] = (header, frame) => inTurn(() => encodeMessage(header, frame))

  const writeFrames = async ({ frames, stats }: QueryAnswer, held: number, toHeader: () => WireHeader) => {
    const encoded = { ms: 0, bytes: 0 }
    waiting += held
    try {
      await inSpan('orrery.encode', async (span) => {
        for (const frame of frames) {
          const { ms, bytes } = await write(toHeader(), frame)
          encoded.ms += ms
          encoded.bytes += bytes
        }
        span.setAttributes({ 'orrery.encode.ms': encoded.ms, 'orrery.encode.bytes': encoded.bytes })
      })
    } finally {
      waiting -= held
    }
    return withEncoding(stats, encoded)
  }
  const untilNothingWaits = async (): Promise<void> => {
    if (waiting === 0) return
    await last
    await untilNothingWaits()
  }
  /** One after the other, each when all that was before is written. */
  const writeLate: Answer['writeResult'] = (ask, toHeader) => {
    const turn = lastLate.then(async () => {
      await untilNothingWaits()
      if (stream.destroyed) return undefined
      const result = await ask()
      return writeFrames(result, bytesOf(result.frames), toHeader)
    })
    lastLate = settled(turn)
    return turn
  }

  return {
    stream,
    write,
    writeResult: async (ask, toHeader) => {
      const result = await ask()
      const bytes = bytesOf(result.frames)
      return waiting > 0 && waiting + bytes > maxWaiting
        ? writeLate(ask, toHeader)
        : writeFrames(result, bytes, toHeader)
    },
    end: async () => {
      await inTurn(encodeEnd)
      stream.end()
    },
  }
}

/** When it is over, however it ends. */
const settled = (turn: Promise<unknown>): Promise<void> =>
  turn.then(
    () => {},
    () => {},
  )

const bytesOf = (frames: readonly Frame[]): number => frames.reduce((sum, frame) => sum + frameBytes(frame), 0)
