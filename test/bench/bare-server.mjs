import Fastify from 'fastify'

const app = Fastify()
app.get('/', (_, reply) => reply.type('text/html').send('<!doctype html><title>Bare</title><p>Nothing</p>'))
console.log(`at ${await app.listen({ host: '127.0.0.1', port: 0 })}`)
process.once('SIGTERM', () => app.close())
