import { REQUEST_HEADER } from '@orrery/api'
import type { FastifyRequest } from 'fastify'
import { bearerOf, isAccessToken } from '../auth/tokens.ts'
import { ServerError } from '../errors.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

const hostOf = (origin: string) => {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}

/**
 * Refuses a changing request that another site's page may have sent: it must carry our header, which a form cannot
 * send, and an Origin, where there is one, that is the host's own.
 */
export function assertOwnRequest({ method, headers }: FastifyRequest, publicHost: string | undefined): void {
  // A browser adds no such token by itself, and a request that has one is judged by nothing else. A proxy may add
  // another, for whatever page the request is from.
  if (safe.has(method) || isAccessToken(bearerOf(headers.authorization))) return
  if (headers[REQUEST_HEADER] === undefined)
    throw new ServerError('REQUEST_FORGED', { reason: `the header ${REQUEST_HEADER} is missing` })
  const { origin } = headers
  if (origin === undefined) return
  const host = hostOf(origin)
  if (host === undefined || (host !== headers.host && host !== publicHost))
    throw new ServerError('REQUEST_FORGED', { reason: `it comes from ${origin.slice(0, 200)}` })
}

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]']

export const isLoopback = (host: string) => ['localhost', '127.0.0.1', '::1'].includes(host)

/** Refuses a request for another name: a page of another site, whose name was made to lead to this machine. */
export function assertLoopbackHost({ headers, socket }: FastifyRequest): void {
  const host = headers.host ?? ''
  const own = LOOPBACK_NAMES.some(
    (name) => host === `${name}:${socket.localPort}` || (socket.localPort === 80 && host === name),
  )
  if (!own) throw new ServerError('HOST_HEADER_FORBIDDEN', { host: host.slice(0, 200) })
}
