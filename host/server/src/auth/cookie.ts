import type { FastifyReply, FastifyRequest } from 'fastify'
import { SESSION_AGE_MS } from './sessions.ts'

/** The cookie of a session. Over https its name has the prefix that browsers accept only with Secure and for this host. */
export function createSessionCookie(https: boolean) {
  const name = https ? '__Host-orrery' : 'orrery'
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: https } as const
  return {
    read: (request: FastifyRequest) => request.cookies[name],
    write: (reply: FastifyReply, token: string) =>
      reply.setCookie(name, token, { ...options, maxAge: SESSION_AGE_MS / 1000 }),
    clear: (reply: FastifyReply) => reply.clearCookie(name, options),
  }
}
