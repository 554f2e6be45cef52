import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { QueryBatch } from '@orrery/api'
import { onTestFinished, vi } from 'vitest'

/** A batch as the host got it, and what it answers. */
export interface Asked {
  readonly batch: QueryBatch
  readonly response: ServerResponse
  /** Resolves when the page gave up. */
  readonly closed: Promise<unknown>
}

/** A host on a socket that hands each batch to the test. */
export async function startQueryHost(answer: (asked: Asked) => void | Promise<void>) {
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const closed = once(response, 'close')
    const batch = JSON.parse(await text(request)) as QueryBatch
    await answer({ batch, response, closed })
  }
  const server = createServer((request, response) => void handle(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  // The page asks by path; Node wants to know of whom.
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => fetch(url + path, init))
  onTestFinished(() => {
    vi.unstubAllGlobals()
    server.closeAllConnections()
    server.close()
  })
  return { stop: () => (server.closeAllConnections(), server.close()) }
}

/** Sends bytes in pieces of the given size, each by itself. */
export async function sendSplit(response: ServerResponse, chunks: readonly Uint8Array[], size: number) {
  const bytes = Buffer.concat(chunks)
  for (let at = 0; at < bytes.length; at += size) {
    response.write(bytes.subarray(at, at + size))
    await new Promise((resolve) => setImmediate(resolve))
  }
}
