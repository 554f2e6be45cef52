import { PassThrough, type Readable } from 'node:stream'
import type { Frame } from '@orrery/frames'
import { encodeEnd, encodeMessage, type WireHeader } from '@orrery/query'
import { createCompressor, flushOf, type Encoding } from '../http/compression.ts'

/** The body of an answer, written message by message; each is on its way as soon as it is written. */
export interface Answer {
  readonly stream: Readable
  /** Rejects when the message cannot be encoded; nothing of it is written, and others may follow. */
  readonly write: (header: WireHeader, frame?: Frame) => Promise<void>
  /** Writes the end message and ends the stream. */
  readonly end: () => Promise<void>
}

export function createAnswer(encoding: Encoding | undefined): Answer {
  const compressor = encoding && createCompressor(encoding)
  const flush = encoding && flushOf(encoding)
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
    const flushed = new Promise<void>((resolve) => compressor.flush(flush, resolve))
    await Promise.race([flushed, gone])
  }
  // Messages of several queries come at the same time; each is written whole, and one that fails does not stop the next.
  const inTurn = (chunks: () => readonly Uint8Array[]): Promise<void> => {
    const turn = last.then(() => send(chunks()))
    last = turn.catch(() => {})
    return turn
  }

  return {
    stream,
    write: (header, frame) => inTurn(() => encodeMessage(header, frame)),
    end: async () => {
      await inTurn(encodeEnd)
      stream.end()
    },
  }
}
