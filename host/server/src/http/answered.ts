import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** What nginx calls a request whose asker left before it was answered. */
export const CLIENT_LEFT = 499

/** Hears of each request once it is over: answered with a status, or left by its asker. Call it before routes are added. */
export function whenAnswered(
  app: FastifyInstance,
  listener: (request: FastifyRequest, reply: FastifyReply, status: number) => void,
): void {
  // The framework's own hook does not hear of those who leave.
  app.addHook('onRequest', (request, reply, done) => {
    reply.raw.once('close', () => listener(request, reply, reply.raw.writableFinished ? reply.statusCode : CLIENT_LEFT))
    done()
  })
}
