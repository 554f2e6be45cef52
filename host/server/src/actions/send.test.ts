import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { FilledAction } from '@orrery/sdk'
import { afterEach, expect, it } from 'vitest'
import { sendAction } from './send.ts'

const running: Server[] = []
afterEach(() => {
  for (const server of running.splice(0)) server.close().closeAllConnections()
})

async function start(answer: (request: IncomingMessage, response: ServerResponse) => unknown): Promise<string> {
  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1')
  running.push(server)
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const action = (url: string, patch: Partial<FilledAction> = {}): FilledAction => ({
  title: 'Restart',
  method: 'POST',
  url,
  headers: [],
  body: undefined,
  ...patch,
})
const send = (given: FilledAction, origins: readonly string[], timeoutMs?: number) =>
  sendAction(given, { origins, signal: new AbortController().signal, ...(timeoutMs !== undefined && { timeoutMs }) })

it('sends method, headers and body, and gives the status and the text of the answer', async () => {
  const origin = await start(async (request, response) => {
    const { method, url, headers } = request
    response.writeHead(409, { 'content-type': 'text/plain' })
    response.end(`${method} ${url} ${headers['x-who']} ${headers['content-type']} ${await text(request)}`)
  })
  const headers = [
    ['x-who', 'ada'],
    ['content-type', 'application/json'],
  ] as const
  expect(await send(action(`${origin}/pods/a?x=1`, { method: 'PUT', headers, body: '{}' }), [`${origin}/`])).toEqual({
    status: 409,
    text: 'PUT /pods/a?x=1 ada application/json {}',
    isCutOff: false,
  })
})

it('goes nowhere but to the origins of the setting', async () => {
  let asked = 0
  const origin = await start((_, response) => {
    asked++
    response.end()
  })
  await expect(send(action(origin), [])).rejects.toMatchObject({ code: 'ACTION_ORIGIN_FORBIDDEN' })
  await expect(send(action(origin), ['http://127.0.0.1:1'])).rejects.toMatchObject({ code: 'ACTION_ORIGIN_FORBIDDEN' })
  expect(asked).toBe(0)
})

it.each([
  'ftp://a.example',
  '/relative',
  'http://me:secret@a.example',
  'http://a.example/x/../y',
  'http://a.example/%2E./y',
])('refuses the address %s', async (url) => {
  await expect(send(action(url), ['http://a.example'])).rejects.toMatchObject({ code: 'ACTION_URL_INVALID' })
})

it('follows redirects to permitted origins only, and takes secrets to none of them', async () => {
  const seen: (string | undefined)[] = []
  const other = await start((request, response) => {
    seen.push(`${request.method} ${request.headers.authorization}`)
    response.end('done')
  })
  const first = await start((_, response) => response.writeHead(303, { location: `${other}/result` }).end())
  const given = action(first, { headers: [['authorization', 'Bearer x']] })
  expect(await send(given, [first, other])).toMatchObject({ status: 200, text: 'done' })
  expect(seen).toEqual(['GET undefined'])
  await expect(send(given, [first])).rejects.toMatchObject({ code: 'ACTION_REDIRECT_FORBIDDEN' })
  expect(seen.length).toBe(1)
})

it('stops waiting, and says so', async () => {
  const origin = await start(() => {})
  await expect(send(action(origin), [origin], 50)).rejects.toMatchObject({ code: 'ACTION_TIMEOUT' })
})

it('says why nobody could be asked', async () => {
  const origin = await start(() => {})
  running.pop()!.close()
  await expect(send(action(origin), [origin])).rejects.toMatchObject({
    code: 'ACTION_FAILED',
    params: { reason: 'ECONNREFUSED' },
  })
})

it('reads no more than a megabyte of an answer, and tells its beginning', async () => {
  const origin = await start((_, response) => {
    response.setHeader('content-type', 'text/plain')
    const write = () => {
      while (response.write('x'.repeat(100_000)));
      response.once('drain', write)
    }
    write()
  })
  const answer = await send(action(origin), [origin])
  expect([answer.text.length, answer.isCutOff]).toEqual([2000, true])
})

it('sets no header that belongs to the connection', async () => {
  const origin = await start((_, response) => response.end())
  await expect(send(action(origin, { headers: [['Host', 'b.example']] }), [origin])).rejects.toMatchObject({
    code: 'ACTION_HEADER_FORBIDDEN',
  })
})
