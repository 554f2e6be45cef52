import type { Role, Subject } from '@orrery/access'
import type { Session } from '@orrery/api'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { IDENTITY_PREFIX } from './authenticate.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; undefined when nobody is signed in. */
    subject: Subject | undefined
  }
}

/** Everybody on this machine, in demo mode. */
export const demoSubject: Subject = { id: 'demo', name: 'demo', role: 'admin' }

const ANONYMOUS = 'anonymous'

/** Whoever is not signed in, where that is enough. */
export const anonymousSubject = (role: Role): Subject => ({ id: ANONYMOUS, name: 'Anonymous', role, isAnonymous: true })

/** How a subject came in, which their id tells. */
export function viaOf({ id, isAnonymous }: Subject): NonNullable<Session['user']>['via'] {
  if (id === demoSubject.id) return 'demo'
  if (isAnonymous) return 'anonymous'
  if (id.startsWith(IDENTITY_PREFIX)) return 'proxy'
  return id.startsWith('service:') ? 'token' : 'password'
}

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
