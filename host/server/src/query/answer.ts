import { PassThrough, type Readable } from 'node:stream'
import { constants } from 'node:zlib'
import type { Frame } from '@orrery/frames'
import { encodeEnd, encodeMessage, type WireHeader } from '@orrery/query'
import { createCompressor, type Encoding } from '../http/compression.ts'

/** The body of an answer, written message by message; each is on its way as soon as it is written. */
export interface Answer {
  readonly stream: Readable
  readonly write: (header: WireHeader, frame?: Frame) => Promise<void>
  /** Writes the end message and ends the stream. */
  readonly end: () => Promise<void>
}

export function createAnswer(encoding: Encoding | undefined): Answer {
  const compressor = encoding && createCompressor(encoding)
  const stream = compressor ?? new PassThrough()
  let last = Promise.resolve()

  const gone = new Promise<void>((resolve) => stream.once('close', resolve))

  const send = async (chunks: readonly Uint8Array[]) => {
    if (stream.destroyed) return
    let ready = true
    for (const chunk of chunks) ready = stream.write(chunk)
    // Whoever reads slowly holds up the next message, not the memory.
    if (!ready) await Promise.race([new Promise<void>((resolve) => stream.once('drain', resolve)), gone])
    if (!compressor || stream.destroyed) return
    const flushed = new Promise<void>((resolve) => compressor.flush(constants.Z_SYNC_FLUSH, resolve))
    await Promise.race([flushed, gone])
  }
  // Messages of several queries come at the same time; each is written whole.
  const inTurn = (chunks: () => readonly Uint8Array[]) => (last = last.then(() => send(chunks())))

  return {
    stream,
    write: (header, frame) => inTurn(() => encodeMessage(header, frame)),
    end: async () => {
      await inTurn(encodeEnd)
      stream.end()
    },
  }
}
