import { RecordBatchStreamWriter } from 'apache-arrow'
import type { Frame } from '../frame.ts'
import { toArrow } from './to-arrow.ts'

/** Keeps the buffers as they are; apache-arrow's own join drops bytes where two of them overlap in memory. */
class ChunkWriter extends RecordBatchStreamWriter {
  readonly chunks: Uint8Array[] = []

  protected override _write(chunk: ArrayBufferView): this {
    if (chunk.byteLength > 0) this.chunks.push(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    return this
  }
}

/**
 * The frame as an Arrow IPC stream, in chunks to be written one after the other; together a multiple of 8 bytes. They
 * are views of the frame's own memory: do not change or transfer them.
 */
export function encodeChunks(frame: Frame): Uint8Array[] {
  const writer = new ChunkWriter()
  writer.writeAll(toArrow(frame))
  return writer.chunks
}

/** The frame as an Arrow IPC stream in one piece. */
export function encode(frame: Frame): Uint8Array<ArrayBuffer> {
  const chunks = encodeChunks(frame)
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}
