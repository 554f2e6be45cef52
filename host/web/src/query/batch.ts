import type { QueryBatch } from '@orrery/api'
import { decodeMessages, QueryError, type WireMessage } from '@orrery/query'
import { request } from '../api/client.ts'
import { session } from '../api/session.ts'

/** The chunks of a body. Not every browser can iterate a stream by itself. */
async function* chunksOf(body: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array, void> {
  const reader = body.getReader()
  let ended = false
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        // The browser says that the connection broke, and not by which code.
        throw signal.aborted ? cause : new QueryError('WIRE_TRUNCATED', {}, { cause })
      })
      ended = done
      if (done) return
      yield value
    }
  } finally {
    // Whoever stops reading early ends the request; a body that failed cannot be cancelled any more.
    if (!ended) await reader.cancel().catch(() => {})
  }
}

/** Asks for the panels of a batch and gives the messages of the answer as they arrive. */
export async function* runBatch(batch: QueryBatch, signal: AbortSignal): AsyncGenerator<WireMessage, void> {
  const path = `/api/v1/ns/${encodeURIComponent(session.namespace)}/query`
  const { body } = await request(path, { method: 'POST', body: batch, signal })
  if (body) yield* decodeMessages(chunksOf(body, signal))
}
