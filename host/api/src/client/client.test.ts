import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClient, createResourceClient, routes, type Client } from '../index.ts'

let answer: (request: IncomingMessage, response: ServerResponse) => void
const server = createServer((request, response) => {
  asked.push(request)
  answer(request, response)
})
let asked: IncomingMessage[] = []
let client: Client
beforeEach(async () => {
  asked = []
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  // A TCP server has an address with a port.
  client = createClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, token: 'orr_1' })
})
afterEach(
  () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
)

const json = (status: number, body: unknown, type = 'application/json; charset=utf-8') => {
  answer = (_, response) => response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body))
}
const stored = (id: string) => ({
  resource: {
    apiVersion: 'orrery.dev/v1',
    kind: 'folder',
    namespace: 'default',
    id,
    metadata: { title: id },
    spec: {},
  },
  revision: 'r1',
  change: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  updatedBy: 'user:ada',
})
const folder = (id: string) => ({ params: { ns: 'default', plural: 'folders', id } })

describe('a call', () => {
  it('asks the address of its route, with what it replaces', async () => {
    json(200, stored('ops'))
    const { resource } = stored('ops')
    expect(await client.call(routes.putResource, { ...folder('ops'), body: resource, ifMatch: 'r0' })).toEqual(
      stored('ops'),
    )
    expect(asked).toMatchObject([
      {
        method: 'PUT',
        url: '/api/v1/ns/default/folders/ops',
        headers: { authorization: 'Bearer orr_1', 'if-match': '"r0"', 'orrery-request': '1' },
      },
    ])
  })

  it('leaves out what is not asked for', async () => {
    json(200, { items: [] })
    const params = { ns: 'default', plural: 'folders' }
    await client.call(routes.listResources, { params, query: { search: 'a&b', limit: 5 } })
    expect(asked).toMatchObject([{ url: '/api/v1/ns/default/folders?search=a%26b&limit=5' }])
  })

  it('never leads to another path', async () => {
    json(200, {})
    await expect(client.call(routes.getResource, folder('..'))).rejects.toMatchObject({ code: 'SCHEMA_INVALID' })
    expect(asked).toEqual([])
  })

  it('throws what the host says', async () => {
    const problem = {
      type: 't',
      title: 't',
      status: 409,
      detail: 'It is used.',
      code: 'USED',
      params: { by: 1 },
      traceId: 'ab',
    }
    json(409, problem, 'application/problem+json; charset=utf-8')
    await expect(client.call(routes.deleteResource, folder('ops'))).rejects.toMatchObject({
      name: 'ApiProblem',
      code: 'USED',
      status: 409,
      message: 'It is used.',
      params: { by: 1 },
      traceId: 'ab',
    })
  })

  it.each([
    ['a page of a proxy', () => json(502, 'Bad gateway', 'text/html'), /answered status 502 without a reason/],
    ['another type', () => json(200, 'Sign in', 'text/html'), /answered text\/html in place of application\/json/],
    ['another shape', () => json(200, { revision: 'r' }), /\/resource is missing/],
    ['another status', () => json(202, {}), /answered status 202/],
  ])('throws HOST_ANSWER for %s', async (_, arrange, message) => {
    arrange()
    await expect(client.call(routes.getResource, folder('ops'))).rejects.toMatchObject({
      code: 'HOST_ANSWER',
      message: expect.stringMatching(message),
    })
  })

  it('throws HOST_UNREACHABLE when nobody listens', async () => {
    const nobody = createClient({ url: 'http://127.0.0.1:1' })
    await expect(nobody.call(routes.getHealth)).rejects.toMatchObject({
      code: 'HOST_UNREACHABLE',
      params: { url: 'http://127.0.0.1:1' },
    })
  })

  it('gives a stream as it comes', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-type': 'text/event-stream' }).end(': hello\n\n')
    const response = await client.call(routes.followChanges, { params: { ns: 'default' }, lastEventId: '7' })
    expect(await response.text()).toBe(': hello\n\n')
    expect(asked).toMatchObject([{ headers: { 'last-event-id': '7' } }])
  })
})

describe('resources', () => {
  it('are listed over all pages', async () => {
    const pages = [{ items: [stored('a')], next: 'x' }, { items: [stored('b')] }]
    answer = (_, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(pages.shift()))
    const ids: string[] = []
    for await (const { resource } of createResourceClient(client).list('folders')) ids.push(resource.id)
    expect(ids).toEqual(['a', 'b'])
    expect(asked.map(({ url }) => url)).toEqual([
      '/api/v1/ns/default/folders?limit=1000',
      '/api/v1/ns/default/folders?limit=1000&after=x',
    ])
  })

  it('are absent where there is none, and nothing else is', async () => {
    const problem = { type: 't', title: 't', status: 404, detail: 'No.', code: 'RESOURCE_NOT_FOUND', params: {} }
    json(404, problem, 'application/problem+json')
    expect(await createResourceClient(client).get('folders', 'ops')).toBeUndefined()
    json(404, { ...problem, code: 'NAMESPACE_NOT_FOUND' }, 'application/problem+json')
    await expect(createResourceClient(client).get('folders', 'ops')).rejects.toMatchObject({ status: 404 })
  })
})
