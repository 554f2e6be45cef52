import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PROBLEM_MEDIA_TYPE } from '@orrery/api'
import { onTestFinished, vi } from 'vitest'

/** What a page asks. */
export interface HostRequest {
  readonly method: string
  readonly url: URL
  readonly body: unknown
  readonly headers: IncomingMessage['headers']
}

/** An answer as JSON, or a function that writes it; `never` leaves the page waiting. */
export type HostAnswer =
  | { readonly status?: number; readonly body?: unknown }
  | ((response: ServerResponse) => void)
  | 'never'

/** A problem as the host answers it. */
export const problemAnswer = (status: number, code: string, detail: string, params = {}): HostAnswer => ({
  status,
  body: { type: `https://orrery.dev/errors#${code}`, title: code, status, code, detail, params },
})

/** In a test that has a page, that page is not of the host. */
function allowOtherOrigins() {
  const page = globalThis as { happyDOM?: { settings: { fetch: { disableSameOriginPolicy: boolean } } } }
  if (page.happyDOM) page.happyDOM.settings.fetch.disableSameOriginPolicy = true
}

/** A host on a socket, to which `fetch` with a path goes until the test ends. Gives what was asked. */
export async function startFakeHost(answer: (request: HostRequest) => HostAnswer): Promise<readonly HostRequest[]> {
  const asked: HostRequest[] = []
  const reply = async (request: IncomingMessage, response: ServerResponse) => {
    const text = (await request.toArray()).join('')
    const { method = 'GET', headers } = request
    const one = {
      method,
      url: new URL(request.url!, 'http://host'),
      body: text && (JSON.parse(text) as unknown),
      headers,
    }
    asked.push(one)
    const answered = answer(one)
    if (answered === 'never') return
    if (typeof answered === 'function') return answered(response)
    const { status = 200, body } = answered
    response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : PROBLEM_MEDIA_TYPE })
    response.end(body === undefined ? undefined : JSON.stringify(body))
  }
  const server = createServer((request, response) => void reply(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { fetch } = globalThis
  allowOtherOrigins()
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => fetch(url + path, init))
  onTestFinished(() => {
    vi.unstubAllGlobals()
    server.closeAllConnections()
    server.close()
  })
  return asked
}
