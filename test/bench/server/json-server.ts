// What a host without Arrow would do at least: the same series, as JSON that is made for each request.
import Fastify from 'fastify'
import { createSeries, toPlain } from '../frames/data.ts'
import { serveParent } from './child.ts'
import type { Query } from './host.ts'

const plain = new Map<string, ReturnType<typeof toPlain>>()
const prepared = ({ series, points }: Query) => {
  const key = `${series} x ${points}`
  const list = plain.get(key) ?? toPlain(createSeries({ series, points }))
  plain.set(key, list)
  return list
}

const app = Fastify()
app.post<{ Body: Query }>('/query', ({ body }, reply) =>
  reply.type('application/json').send(JSON.stringify(prepared(body))),
)
const url = await app.listen({ host: '127.0.0.1', port: 0 })
serveParent({ url, cookie: '' }, () => app.close())
