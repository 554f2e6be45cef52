import { routes, type Session, type User } from '@orrery/api'
import type { Subject } from '@orrery/access'
import { ServerError } from '../errors.ts'
import type { Serve } from '../http/serve.ts'
import type { Auth } from './auth-options.ts'
import type { createSessionCookie } from './cookie.ts'
import type { createFirstRun } from './first-run.ts'
import type { Sessions } from './sessions.ts'
import { createSignInLimit } from './sign-in-limit.ts'
import { anonymousSubject, viaOf } from './subject.ts'
import type { Users } from './users.ts'

export interface AuthRoutes {
  readonly users: Users
  readonly sessions: Sessions
  readonly cookie: ReturnType<typeof createSessionCookie>
  /** Present until somebody exists, as of this start. */
  readonly firstRun?: ReturnType<typeof createFirstRun>
  readonly auth: Pick<Auth, 'password' | 'anonymous'>
  readonly demo: boolean
  readonly brand: Session['brand']
  readonly namespace: string
  readonly version: string
}

const toUser = ({ id, name, role, email }: Subject): User => ({ id, name, role, ...(email !== undefined && { email }) })

/** Session, first-run set-up and users. */
export function authRoutes(
  serve: Serve,
  { users, sessions, cookie, firstRun, auth, demo, brand, namespace, version }: AuthRoutes,
): void {
  const { password, anonymous } = auth
  const limit = createSignInLimit()
  const sessionOf = async (subject: Subject | undefined): Promise<Session> => ({
    ...(subject && { user: { ...toUser(subject), via: viaOf(subject) } }),
    setup: !demo && password && (await users.isEmpty()),
    password: password && !demo,
    demo,
    brand,
    namespace,
    version,
  })

  const assertPassword = () => {
    if (!password) throw new ServerError('SIGN_IN_OFF', undefined)
  }

  serve(routes.getSession, ({ subject }) => sessionOf(subject))

  serve(routes.signIn, async ({ body, request: { ip }, reply }) => {
    assertPassword()
    limit.begin(body.name, ip)
    const subject = await users.find(body)
    if (!subject) throw new ServerError('SIGN_IN_FAILED', undefined)
    limit.succeed(body.name, ip)
    await sessions.purge()
    cookie.write(reply, await sessions.start(subject.id))
    return sessionOf(subject)
  })

  serve(routes.signOut, async ({ subject, request, reply }) => {
    const token = cookie.read(request)
    if (token !== undefined) await sessions.end(token)
    cookie.clear(reply)
    // Whoever came in by other means is still who they are.
    if (subject && viaOf(subject) !== 'password') return sessionOf(subject)
    return sessionOf(anonymous && anonymousSubject(anonymous))
  })

  serve(routes.setUp, async ({ body, reply }) => {
    if (!firstRun) throw new ServerError('SETUP_DONE', undefined)
    const subject = await firstRun.use(body.token, () => users.add(body, 'admin'))
    cookie.write(reply, await sessions.start(subject.id))
    return sessionOf(subject)
  })

  serve(routes.addUser, async ({ body }) => {
    assertPassword()
    return toUser(await users.add(body, body.role))
  })
}
