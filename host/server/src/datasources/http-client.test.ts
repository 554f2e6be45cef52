import { createServer, type RequestListener } from 'node:http'
import { text } from 'node:stream/consumers'
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net'
import { inspect } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, it } from 'vitest'
import { createHttpClient, type HttpLimits } from './http-client.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

const listen = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const serve = (listener: RequestListener) => listen(createServer(listener))
const client = (limits: Partial<HttpLimits> = {}) => {
  const made = createHttpClient({ timeoutMs: 5000, maxBytes: 1000, ...limits })
  closers.push(made.close)
  return made
}
const code = (expected: string, params?: object) =>
  expect.objectContaining({ code: expected, ...(params && { params: expect.objectContaining(params) }) })

it('sends method, headers and body, and gives any status, headers and text', async () => {
  const url = await serve(async (request, response) => {
    const body = await text(request)
    response.writeHead(422, { 'X-Seen': `${request.method} ${request.headers['x-test']} ${body}` }).end('no')
  })
  const answer = await client().request(`${url}/path`, { method: 'POST', headers: { 'x-test': 'yes' }, body: 'hello' })
  expect([answer.status, answer.headers['x-seen'], await answer.text()]).toEqual([422, 'POST yes hello', 'no'])
})

it('unpacks gzip', async () => {
  const url = await serve((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed')),
  )
  expect(await (await client().request(url)).text()).toBe('packed')
})

it('gives the body in chunks as they arrive', async () => {
  let finish = () => {}
  const url = await serve((_, response) => {
    response.write('first')
    finish = () => void response.end('second')
  })
  const answer = await client().request(url)
  const chunks: string[] = []
  for await (const chunk of answer.body) {
    chunks.push(Buffer.from(chunk).toString())
    finish()
  }
  expect(chunks).toEqual(['first', 'second'])
})

it('does not follow a redirect, so credentials go where they were meant', async () => {
  const url = await serve((_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end())
  expect((await client().request(url)).status).toBe(302)
})

it('says that nothing listens, without credentials', async () => {
  const url = await serve(() => {})
  const port = new URL(url).port
  await closers.pop()!()
  const failed = client().request(`http://ada:hunter2@127.0.0.1:${port}/?key=hunter2`)
  await expect(failed).rejects.toEqual(
    code('HTTP_UNREACHABLE', { origin: `http://127.0.0.1:${port}`, reason: 'nothing listens there' }),
  )
  expect(inspect(await failed.catch((error: unknown) => error))).not.toContain('hunter2')
})

it('refuses an address that is none', async () => {
  for (const url of ['', 'prometheus:9090', 'ftp://ada:hunter2@x/', '/path']) {
    const failed = client().request(url)
    await expect(failed).rejects.toEqual(code('HTTP_URL_INVALID'))
    expect(inspect(await failed.catch((error: unknown) => error))).not.toContain('hunter2')
  }
})

it('stops at an answer that is too large, packed or not', async () => {
  const plain = await serve((_, response) => response.end('x'.repeat(2000)))
  const packed = await serve((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1_000_000))),
  )
  for (const url of [plain, packed])
    await expect((await client().request(url)).text()).rejects.toMatchObject({
      code: 'HTTP_BODY_TOO_LARGE',
      // Of this query, not an outage of the backend.
      status: 422,
      params: { limit: 1000 },
    })
})

it('times out before the headers and in the middle of the body', async () => {
  const silent = await serve(() => {})
  await expect(client({ timeoutMs: 50 }).request(silent)).rejects.toEqual(code('HTTP_TIMEOUT', { seconds: 0.05 }))
  const stuck = await serve((_, response) => void response.write('x'))
  await expect((await client({ timeoutMs: 200 }).request(stuck)).text()).rejects.toEqual(code('HTTP_TIMEOUT'))
})

it('says that an answer was cut off', async () => {
  const half = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('half')
    setImmediate(() => response.destroy())
  })
  await expect((await client().request(half)).text()).rejects.toEqual(code('HTTP_CUT_OFF'))
  const halfPacked = await serve((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(500)).subarray(0, 15)),
  )
  await expect((await client().request(halfPacked)).text()).rejects.toEqual(code('HTTP_CUT_OFF'))
})

it('says that the other side does not answer in HTTP', async () => {
  const url = await listen(createTcpServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n')))
  await expect(client().request(url)).rejects.toEqual(
    code('HTTP_UNREACHABLE', { reason: 'it does not answer in HTTP' }),
  )
})

it('ends with the reason of the caller who leaves, and tells the other side', async () => {
  const leaving = new AbortController()
  const reason = new Error('gone')
  let left = () => {}
  const gone = new Promise<void>((resolve) => (left = resolve))
  const url = await serve((request) => {
    request.on('close', left)
    leaving.abort(reason)
  })
  await expect(client().request(url, { signal: leaving.signal })).rejects.toBe(reason)
  await gone
})
