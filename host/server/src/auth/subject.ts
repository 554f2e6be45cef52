import type { Role, Subject } from '@orrery/access'
import type { FastifyInstance, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; undefined when nobody is signed in. */
    subject: Subject | undefined
  }
}

/** Everybody on this machine, in demo mode. */
export const demoSubject: Subject = { id: 'user:demo', name: 'demo', role: 'admin' }

/** Whoever is not signed in, where that is enough. */
export const anonymousSubject = (role: Role): Subject => ({ id: 'anonymous', name: 'Anonymous', role })

/** Gives every API request its subject. */
export function identifyRequests(
  app: FastifyInstance,
  subjectOf: (request: FastifyRequest) => Promise<Subject | undefined>,
): void {
  app.decorateRequest('subject')
  app.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/api/')) request.subject = await subjectOf(request)
  })
}
