import { request, type IncomingMessage } from 'node:http'
import type { Query } from './host.ts'
import { openClient, toRequest } from './client.ts'
import type { ServerProcess } from './child.ts'

export const BATCH_PATH = '/api/v1/ns/default/query'

export const headersOf = ({ cookie }: ServerProcess) => ({ 'orrery-request': '1', cookie })

/** One draft for each query. */
export const toBatch = (queries: readonly Query[]) => ({
  range: { from: 0, to: 3_600_000 },
  timeZone: 'UTC',
  items: queries.map((query, i) => ({ type: 'draft', id: `${i}`, refId: 'A', datasource: 'd', query, width: 600 })),
})

/** A batch as it goes to the host. */
export const toBatchRequest = (host: ServerProcess, queries: readonly Query[], encoding = 'identity'): Buffer =>
  toRequest(host.url, BATCH_PATH, toBatch(queries), { ...headersOf(host), 'accept-encoding': encoding })

/** Sends a batch with a client that knows HTTP; reads no more of the answer than fits into its buffer. */
export function sendBatch(host: ServerProcess, queries: readonly Query[]): Promise<IncomingMessage> {
  const headers = { ...headersOf(host), 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    request(host.url + BATCH_PATH, { method: 'POST', headers }, resolve)
      .on('error', reject)
      .end(JSON.stringify(toBatch(queries)))
  })
}

/** Asks for so long, that what runs is what a server has compiled that has been up for a while. */
export async function warmUp(server: ServerProcess, bytes: Buffer, ms: number): Promise<void> {
  const client = await openClient(server.url)
  for (const start = performance.now(); performance.now() - start < ms;) await client.ask(bytes)
  client.close()
}

/** Processor time of the server for one answer, in milliseconds: all its threads, over so many requests in a row. */
export async function cpuOfAnswer(server: ServerProcess, bytes: Buffer, times: number): Promise<number> {
  const client = await openClient(server.url)
  await client.ask(bytes)
  const before = (await server.usage()).cpuMs
  for (let i = 0; i < times; i++) await client.ask(bytes)
  const after = (await server.usage()).cpuMs
  client.close()
  return (after - before) / times
}

/** Answers a second to so many connections that each ask anew as soon as they have their answer. */
export async function answersASecond(server: ServerProcess, bytes: Buffer, connections: number, ms: number) {
  const clients = await Promise.all(Array.from({ length: connections }, () => openClient(server.url)))
  await Promise.all(clients.map((client) => client.ask(bytes)))
  const start = performance.now()
  let answers = 0
  let lastAt = start
  const askOn = async (client: Awaited<ReturnType<typeof openClient>>) => {
    while (performance.now() - start < ms) {
      await client.ask(bytes)
      answers++
      lastAt = performance.now()
    }
  }
  await Promise.all(clients.map(askOn))
  for (const client of clients) client.close()
  // Up to the last answer, so that those which are under way at the end count with the time that they took.
  return answers / ((lastAt - start) / 1000)
}
