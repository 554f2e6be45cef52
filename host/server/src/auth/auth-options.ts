import { ServerError } from '../errors.ts'
import { createIdentify, type Authenticate } from './authenticate.ts'
import type { TrustedProxies } from './trusted-proxies.ts'

/** Who comes in, and how. Access tokens of programs always do. */
export interface AuthOptions {
  /** What people are without signing in; without it they have to. */
  readonly anonymous?: 'viewer' | 'editor'
  /** Whether people sign in with a name and a password; true when omitted. */
  readonly password?: boolean
  /** Says who sends a request. Needs trusted proxies: only what came through one is asked about. */
  readonly authenticate?: Authenticate
}

/** The options as the host uses them. */
export interface Auth extends Omit<AuthOptions, 'authenticate'> {
  readonly password: boolean
  readonly identify?: ReturnType<typeof createIdentify>
}

/** OPTIONS_INVALID where nobody could come in, or where anybody could say who they are. */
export function createAuth({ anonymous, password = true, authenticate }: AuthOptions, proxies: TrustedProxies): Auth {
  if (authenticate && proxies.isEmpty)
    throw new ServerError('OPTIONS_INVALID', {
      reason:
        'authenticate reads headers, which anybody can send, so it needs the addresses of the proxies that set them: trustProxy',
    })
  if (!password && !authenticate && anonymous === undefined)
    throw new ServerError('OPTIONS_INVALID', {
      reason: 'nobody could come in: there is no password, no authenticate and no anonymous role',
    })
  return {
    password,
    ...(anonymous !== undefined && { anonymous }),
    ...(authenticate && { identify: createIdentify(authenticate, proxies) }),
  }
}
