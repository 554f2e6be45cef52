import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { collect, createTestContext, testRequest } from '@orrery/testing'
import type { QueryRequest } from '@orrery/sdk'
import type { Options, Query } from './options.ts'
import connect from './server/connect.ts'

export type Reply = (request: IncomingMessage, response: ServerResponse, form: URLSearchParams) => void

export interface Asked {
  readonly method: string
  /** Behind `/api/v1/`. */
  readonly path: string
  readonly form: URLSearchParams
  readonly headers: IncomingMessage['headers']
}

export const json =
  (body: unknown, status = 200): Reply =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

/** A successful answer. */
export const success = (data: unknown, remarks: object = {}): Reply => json({ status: 'success', data, ...remarks })

export const failure = (errorType: string, error: string, status: number): Reply =>
  json({ status: 'error', errorType, error }, status)

export const matrix = (result: readonly object[], remarks?: object): Reply =>
  success({ resultType: 'matrix', result }, remarks)

const buildInfo = success({ version: '2.42.0', revision: 'abc' })

/** A server on a socket that answers each path as it is told; it is a Prometheus unless it is told otherwise. */
export async function startFake(replies: Record<string, Reply> = {}) {
  const all: Record<string, Reply> = { 'status/buildinfo': buildInfo, ...replies }
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url!, 'http://x')
      const form = request.method === 'POST' ? new URLSearchParams(body) : searchParams
      const path = pathname.replace('/api/v1/', '')
      asked.push({ method: request.method!, path, form, headers: request.headers })
      const reply = all[path] ?? ((_, away) => away.writeHead(404).end('404 page not found'))
      reply(request, response, form)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    asked,
    /** What was asked of one path. */
    formsOf: (path: string) => asked.filter((one) => one.path === path).map(({ form }) => Object.fromEntries(form)),
    set: (path: string, reply: Reply) => void (all[path] = reply),
    open: (options: Partial<Options> = {}) => openAt({ url, ...options }),
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
export type Fake = Awaited<ReturnType<typeof startFake>>

/** A client of its own: what it keeps is not that of another. */
export async function openAt(options: Options) {
  const client = await connect(options, createTestContext())
  return {
    client,
    ask: (query: Query, patch: Partial<QueryRequest<Query>> = {}) => collect(client.query(testRequest(query, patch))),
  }
}

/** The code and the parameters of what goes wrong. */
export const problemOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 'no error',
    ({ code, params }: { code?: string; params?: object }) => ({ code, params }),
  )
