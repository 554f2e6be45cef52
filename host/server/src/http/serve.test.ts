import { isOfKind, kinds, routes } from '@orrery/api'
import fastify from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { createPerson, startTestServer } from '../testing/test-server.ts'
import { createServe } from './serve.ts'

const app = fastify()
afterEach(() => app.close())

it('refuses a route that is in no table', async () => {
  createServe(app, 'default')
  expect(() => app.get('/api/v1/secrets', (_, reply) => reply.send('all of them'))).toThrow(
    'not in the table of routes',
  )
  app.get('/elsewhere', (_, reply) => reply.send('fine'))
})

describe('every route of the table', () => {
  const addresses = Object.entries(routes).flatMap(([name, route]) =>
    (isOfKind(route) ? kinds : [undefined]).map((kind) => ({
      name,
      method: route.method,
      path: route.path
        .replace('{plural}', kind?.plural ?? '')
        .replace('{ns}', 'default')
        .replaceAll(/\{\w+\}/g, 'a'),
    })),
  )

  it('is served', async () => {
    const server = await startTestServer()
    try {
      const person = createPerson(server.url)
      for (const { method, path } of addresses) {
        const { body } = await person.send(path, { method })
        expect(body, `${method} ${path}`).not.toMatchObject({ code: 'ROUTE_NOT_FOUND' })
      }
    } finally {
      await server.close()
    }
  })
})
