import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decodeMessages, type WireProblem } from '@orrery/query'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  removeFolder,
  signIn,
  startHost,
  temporaryFolder,
  tokenOf,
  type Person,
  type TestHost,
} from '../support/host.ts'

type Reply = (request: IncomingMessage, response: ServerResponse) => void
const good = JSON.stringify({
  status: 'success',
  data: { resultType: 'matrix', result: [{ metric: { job: 'a' }, values: [[1, '1']] }] },
})
// White space, which JSON allows without end: nothing in it is wrong but its size.
const MiB = Buffer.alloc(1024 * 1024, ' ')

/** Writes for as long as somebody reads. */
const endless: Reply = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const more = () => {
    while (response.write(MiB));
  }
  response.on('drain', more)
  more()
}

let backend: Server
let host: TestHost
let admin: Person
let reply: Reply
const data = temporaryFolder('backends')

beforeAll(async () => {
  backend = createServer((request, response) => reply(request, response)).listen(0, '127.0.0.1')
  await once(backend, 'listening')
  host = await startHost(['--data', data])
  admin = await signIn(host, { name: 'ada', password: 'correct horse', token: tokenOf(host.setupUrl!) })
})
afterAll(async () => {
  await host?.stop()
  backend.closeAllConnections()
  backend.close()
  removeFolder(data)
})

/** A datasource of its own for each case, so that no failure holds up another. */
let count = 0
const address = () => `http://127.0.0.1:${(backend.address() as AddressInfo).port}`
async function ask(url = address()) {
  const id = `case-${count++}`
  const body = {
    apiVersion: 'orrery.dev/v1',
    kind: 'datasource',
    namespace: 'default',
    id,
    metadata: { title: id },
    spec: { type: 'prometheus', options: { url } },
  }
  const saved = await admin.request(`/api/v1/ns/default/datasources/${id}`, {
    method: 'PUT',
    body,
    headers: { 'if-none-match': '*' },
  })
  expect(saved.ok).toBe(true)
  const to = Date.now()
  const item = { type: 'draft', id: 'q', datasource: id, refId: 'A', query: { type: 'range', expr: 'up' }, width: 500 }
  const answer = await admin.request('/api/v1/ns/default/query', {
    method: 'POST',
    body: { range: { from: to - 60_000, to }, timeZone: 'UTC', items: [item] },
  })
  let problem: WireProblem | undefined
  let frames = 0
  for await (const message of decodeMessages(answer.body!)) {
    problem ??= message.header.problem
    if (message.frame) frames++
  }
  return { problem, frames }
}

it('answers with frames while the backend is well', async () => {
  reply = (_, response) => response.end(good)
  expect(await ask()).toMatchObject({ frames: 1, problem: undefined })
})

it('names a backend that cannot be reached', async () => {
  expect((await ask('http://127.0.0.1:1')).problem).toMatchObject({
    code: 'HTTP_UNREACHABLE',
    status: 502,
    plugin: '@orrery/datasource-prometheus',
    traceId: expect.any(String) as string,
  })
})

it.each<[string, Reply, string]>([
  ['no JSON', (_, response) => response.end('<html>'), 'PROMETHEUS_ANSWER_INVALID'],
  [
    'half an answer',
    (_, response) => {
      response.writeHead(200, { 'content-length': String(good.length) }).write(good.slice(0, 20))
      setImmediate(() => response.destroy())
    },
    'HTTP_CUT_OFF',
  ],
  ['more than it may', endless, 'HTTP_BODY_TOO_LARGE'],
])('gives a coded error for %s', async (_, misbehave, code) => {
  reply = misbehave
  const { problem } = await ask()
  expect(problem).toMatchObject({ code })
  expect(problem!.detail).not.toMatch(/\n\s+at /)
})

it('does not wait for a backend that never answers, and keeps others fast', async () => {
  reply = (request, response) => void (request.url!.startsWith('/silent') || response.end(good))
  const slow = ask(`${address()}/silent`)
  expect(await ask()).toMatchObject({ frames: 1 })
  expect((await slow).problem?.code).toMatch(/^(HTTP|QUERY)_TIMEOUT$/)
})
