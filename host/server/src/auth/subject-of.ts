import type { Subject } from '@orrery/access'
import type { FastifyRequest } from 'fastify'
import type { Auth } from './auth-options.ts'
import type { createSessionCookie } from './cookie.ts'
import type { Sessions } from './sessions.ts'
import { anonymousSubject, demoSubject } from './subject.ts'
import { bearerOf, isAccessToken, type Tokens } from './tokens.ts'

export interface SubjectSources {
  readonly auth: Auth
  readonly tokens: Tokens
  readonly sessions: Sessions
  readonly cookie: ReturnType<typeof createSessionCookie>
  readonly demo: boolean
}

/** Finds who sends a request: a program by its token, else whom the proxy names, else a session, else whoever may be anonymous. */
export const createSubjectOf =
  ({ auth: { identify, password, anonymous }, tokens, sessions, cookie, demo }: SubjectSources) =>
  async (request: FastifyRequest): Promise<Subject | undefined> => {
    if (demo) return demoSubject
    const bearer = bearerOf(request.headers.authorization)
    // Where a proxy may send this header too, what is not our token is its matter.
    if (bearer !== undefined && (!identify || isAccessToken(bearer))) return tokens.subjectOf(bearer)
    const identified = await identify?.(request)
    if (identified) return identified
    const token = password ? cookie.read(request) : undefined
    const signedIn = token === undefined ? undefined : await sessions.subjectOf(token)
    return signedIn ?? (anonymous && anonymousSubject(anonymous))
  }
