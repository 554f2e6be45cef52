import { ServerError } from '../errors.ts'
import type { ServerOptions } from '../options.ts'
import { createAuth, type Auth } from './auth-options.ts'
import { createTrustedProxies, type TrustedProxies } from './trusted-proxies.ts'

/** How the host is reached, and by whom. */
export interface Access {
  readonly proxies: TrustedProxies
  readonly auth: Auth
}

/** From the options that say it; OPTIONS_INVALID for the first that cannot be. */
export function readAccess({
  publicUrl,
  trustProxy = [],
  auth = {},
}: Pick<ServerOptions, 'publicUrl' | 'trustProxy' | 'auth'>): Access {
  if (publicUrl !== undefined) assertPublicUrl(publicUrl)
  const proxies = createTrustedProxies(trustProxy)
  return { proxies, auth: createAuth(auth, proxies) }
}

function assertPublicUrl(publicUrl: string): void {
  const { protocol, pathname } = URL.parse(publicUrl) ?? {}
  if (protocol === undefined || !['http:', 'https:'].includes(protocol))
    throw new ServerError('OPTIONS_INVALID', {
      reason: `the public URL "${publicUrl}" is not an http or https address`,
    })
  if (pathname !== '/')
    throw new ServerError('OPTIONS_INVALID', {
      reason: `the public URL "${publicUrl}" has a path, and the host answers at the root only`,
    })
}
