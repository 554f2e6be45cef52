import { tableFromIPC } from 'apache-arrow'
import { FrameError } from '../errors.ts'
import type { Frame } from '../frame.ts'
import { openTable } from './from-arrow.ts'
import { verifyStream } from './verify.ts'

export interface DecodeOptions {
  /** The bytes belong to the frame from now on, which may change them: explicit times take no memory of their own. */
  readonly owned?: boolean
}

/**
 * The frame in an Arrow IPC stream, as views of the bytes (bytes that do not begin at a multiple of 8 are copied first).
 * The bytes are not trusted: throws FRAME_TRUNCATED when they were cut off, FRAME_MALFORMED when they hold no frame, and
 * what {@link fromArrow} throws. That explicit times ascend is the writer's word.
 */
export function decode(bytes: Uint8Array, { owned = false }: DecodeOptions = {}): Frame {
  verifyStream(bytes)
  const aligned = bytes.byteOffset % 8 === 0
  try {
    return openTable(tableFromIPC(aligned ? bytes : new Uint8Array(bytes)), owned || !aligned)
  } catch (cause) {
    if (cause instanceof FrameError) throw cause
    throw new FrameError(
      'FRAME_MALFORMED',
      { reason: cause instanceof Error ? cause.message : String(cause) },
      { cause },
    )
  }
}
