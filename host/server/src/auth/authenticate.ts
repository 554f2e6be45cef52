import type { IncomingHttpHeaders } from 'node:http'
import type { Role, Subject } from '@orrery/access'
import { Type, validate } from '@orrery/schema'
import { Email, RoleSchema } from '@orrery/api'
import type { FastifyRequest } from 'fastify'
import { ServerError } from '../errors.ts'
import type { TrustedProxies } from './trusted-proxies.ts'

/** A request of which {@link Authenticate} says whose it is. */
export interface AuthRequest {
  /** Names in lower case. */
  readonly headers: Readonly<IncomingHttpHeaders>
  /** Of the client, as the trusted proxies name it. */
  readonly address: string
  readonly method: string
  /** With its query. */
  readonly url: string
}

/** Somebody whom a proxy or a service of single sign-on has recognised. */
export interface Identity {
  /** Never changes, never given to somebody else: history names them by it. Letters, digits and `._@-`. */
  readonly id: string
  /** As pages show it. */
  readonly name: string
  readonly role: Role
  /** Address of their mail: what queries write for `${__user.email}`. */
  readonly email?: string
}

/**
 * Says who sends a request; undefined where it does not know. Asked once for each API request that came through a trusted
 * proxy and has no access token. What it throws is answered with 503, and nobody comes in.
 */
export type Authenticate = (request: AuthRequest) => Promise<Identity | undefined> | Identity | undefined

const IdentitySchema = Type.Object({
  id: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._@-]{0,127}$' }),
  name: Type.String({ minLength: 1, maxLength: 128 }),
  role: RoleSchema,
  email: Type.Optional(Email),
})

/** Begins their ids, so that none is that of a person with a password, of a program, or of the host itself. */
export const IDENTITY_PREFIX = 'sso:'

/** Whom the function recognises, as a subject. Requests that came past the proxies have no identity, whatever their headers say. */
export function createIdentify(authenticate: Authenticate, proxies: TrustedProxies) {
  return async (request: FastifyRequest): Promise<Subject | undefined> => {
    if (!proxies.includes(request.socket.remoteAddress)) return undefined
    const { headers, ip: address, method, url } = request
    const identity = await ask(authenticate, { headers, address, method, url })
    if (!identity) return undefined
    const { id, name, role, email } = identity
    return { id: IDENTITY_PREFIX + id, name, role, ...(email !== undefined && { email }) }
  }
}

async function ask(authenticate: Authenticate, request: AuthRequest): Promise<Identity | undefined> {
  const answer = await Promise.resolve()
    .then(() => authenticate(request))
    .catch((cause: unknown) => {
      throw new ServerError('AUTHENTICATE_FAILED', undefined, { cause })
    })
  if (answer === undefined) return undefined
  const result = validate(IdentitySchema, answer)
  if (result.ok) return result.value
  const problems = result.problems.map(({ path, message }) => `${path || 'it'} ${message}`).join('; ')
  throw new ServerError('AUTHENTICATE_FAILED', undefined, {
    cause: new Error(`authenticate answered with no identity: ${problems}`),
  })
}
