import { RecordBatchStreamWriter } from 'apache-arrow'
import type { Frame } from '../frame.ts'
import { toArrow } from './to-arrow.ts'

/** Chunks below this are copied together: each chunk that is written to a socket costs more than so many bytes. */
const SMALL = 4096

/** Keeps large buffers as they are; apache-arrow's own join drops bytes where two of them overlap in memory. */
class ChunkWriter extends RecordBatchStreamWriter {
  readonly chunks: Uint8Array[] = []
  #small: Uint8Array[] = []

  protected override _write(chunk: ArrayBufferView): this {
    const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    if (bytes.length >= SMALL) {
      this.joinSmall()
      this.chunks.push(bytes)
    } else if (bytes.length > 0) this.#small.push(bytes)
    return this
  }

  joinSmall(): void {
    if (this.#small.length > 0) this.chunks.push(join(this.#small))
    this.#small = []
  }
}

/**
 * The frame as an Arrow IPC stream, in chunks to be written one after the other; together a multiple of 8 bytes. They
 * are views of the frame's own memory: do not change or transfer them.
 */
export function encodeChunks(frame: Frame): Uint8Array[] {
  const writer = new ChunkWriter()
  writer.writeAll(toArrow(frame))
  writer.joinSmall()
  return writer.chunks
}

/** The frame as an Arrow IPC stream in one piece. */
export const encode = (frame: Frame): Uint8Array<ArrayBuffer> => join(encodeChunks(frame))

function join(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}
