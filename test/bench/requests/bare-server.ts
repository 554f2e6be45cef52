// What any server on this stack costs at least: the same four answers, without a store, a sign-in or a check of anything.
import { readFileSync } from 'node:fs'
import Fastify from 'fastify'
import { serveParent } from '../server/child.ts'

/** What it answers with, in a file: as the host answered. */
export interface Answers {
  readonly list: unknown
  readonly get: unknown
  /** Base64. */
  readonly query: string
}

const [file] = process.argv.slice(2)
// Written by the suite just before.
const { list, get, query } = JSON.parse(readFileSync(file!, 'utf8')) as Answers
const frames = Buffer.from(query, 'base64')

const app = Fastify()
app.get('/list', () => list)
app.get('/get', () => get)
app.put('/put', ({ body }) => body)
app.post('/query', (_, reply) => reply.type('application/octet-stream').send(frames))
const url = await app.listen({ host: '127.0.0.1', port: 0 })
serveParent({ url, cookie: '' }, () => app.close())
