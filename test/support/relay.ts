import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Relay {
  readonly url: string
  /** Cuts every connection to it, in the middle of whatever is under way. */
  readonly cut: () => void
  readonly stop: () => void
  /** Of all answers so far, as they came: compressed, where they were. */
  readonly bytes: () => number
}

/** Stands before a server, as a proxy does, so that a test can cut the way or count what comes. */
export async function startRelay(hostUrl: string): Promise<Relay> {
  const { host } = new URL(hostUrl)
  let bytes = 0
  const server = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming
    const origin = headers.origin === undefined ? {} : { origin: hostUrl }
    const onward = request(hostUrl + url, { method, headers: { ...headers, host, ...origin } }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers)
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.pipe(outgoing)
      answer.on('error', () => outgoing.destroy())
    })
    onward.on('error', () => outgoing.destroy())
    outgoing.on('close', () => onward.destroy())
    incoming.pipe(onward)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes: () => bytes,
    cut: () => server.closeAllConnections(),
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
