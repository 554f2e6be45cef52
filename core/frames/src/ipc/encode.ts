import type { Frame } from '../frame.ts'
import { batchMessage, dictionaryMessage, paddedLength, schemaMessage, type Body } from './message.ts'
import { toWireColumns, type WireColumn, type WireDictionary } from './wire-column.ts'
import { packFrameMeta } from './wire-metadata.ts'

/**
 * The frame as an Arrow IPC stream, in chunks to be written one after the other; together a multiple of 8 bytes. Large
 * ones are views of the frame's own memory: do not change or transfer them.
 */
export function encodeChunks(frame: Frame): Uint8Array[] {
  const columns = toWireColumns(frame)
  const writer = new ChunkWriter()
  writer.message(schemaMessage(columns, packFrameMeta(frame.kind, frame.meta)))
  for (const dictionary of dictionariesOf(columns)) {
    const { metadata, body } = dictionaryMessage(dictionary)
    writer.message(metadata, body)
  }
  const { metadata, body } = batchMessage(frame.length, columns)
  writer.message(metadata, body)
  return writer.end()
}

/** The frame as an Arrow IPC stream in one piece. */
export const encode = (frame: Frame): Uint8Array<ArrayBuffer> => join(encodeChunks(frame))

const dictionariesOf = (columns: readonly WireColumn[]): WireDictionary[] =>
  columns.flatMap(({ dictionary, children }) => [...(dictionary ? [dictionary] : []), ...dictionariesOf(children)])

/** Chunks below this are copied together: each chunk that is written to a socket costs more than so many bytes. */
const SMALL = 4096
const EMPTY = new Uint8Array(0)

class ChunkWriter {
  readonly #chunks: Uint8Array[] = []
  #small: Uint8Array[] = []

  message(metadata: Uint8Array, body?: Body): void {
    // Every message begins with a mark and the length of its metadata; a length of 0 ends the stream.
    this.#write(new Uint8Array(Uint32Array.of(0xffffffff, metadata.length).buffer))
    this.#write(metadata)
    for (const buffer of body?.buffers ?? []) {
      this.#write(new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength))
      const padding = paddedLength(buffer) - buffer.byteLength
      if (padding > 0) this.#write(new Uint8Array(padding))
    }
  }

  end(): Uint8Array[] {
    this.message(EMPTY)
    this.#joinSmall()
    return this.#chunks
  }

  #write(bytes: Uint8Array): void {
    if (bytes.length < SMALL) {
      this.#small.push(bytes)
      return
    }
    this.#joinSmall()
    this.#chunks.push(bytes)
  }

  #joinSmall(): void {
    if (this.#small.length > 0) this.#chunks.push(join(this.#small))
    this.#small = []
  }
}

function join(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}
