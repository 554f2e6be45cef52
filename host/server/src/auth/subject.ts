import { authorize, type Action, type Subject, type Target } from '@orrery/access'
import type { FastifyInstance, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; undefined when nobody is signed in. */
    subject: Subject | undefined
  }
}

/** Everybody on this machine, in demo mode. */
export const demoSubject: Subject = { id: 'user:demo', name: 'demo', role: 'admin' }

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

/** The subject, when it may do this; else SIGN_IN_NEEDED or ACCESS_DENIED. */
export function permitted({ subject }: FastifyRequest, action: Action, target?: Target): Subject {
  authorize(subject, action, target)
  return subject
}
