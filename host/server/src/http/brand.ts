import { hash } from 'node:crypto'
import type { Session } from '@orrery/api'
import type { FastifyInstance } from 'fastify'

/** How the pages of a host call themselves and look. */
export interface Brand {
  /** `Orrery` when omitted. */
  readonly name?: string
  /** Beside the name, and the icon of the page. */
  readonly logo?: { readonly type: 'image/svg+xml' | 'image/png'; readonly content: Buffer }
  /** A style sheet that gives design tokens other values. */
  readonly theme?: string
  /** Path of the page that opens first; the list of dashboards when omitted. */
  readonly home?: string
}

export const LOGO_PATH = '/brand/logo'
export const THEME_PATH = '/brand/theme.css'

/** What the interface must know of it before it draws. */
export const toSessionBrand = ({ name = 'Orrery', logo, home }: Brand): Session['brand'] => ({
  name,
  ...(logo && { logo: LOGO_PATH }),
  ...(home !== undefined && { home }),
})

/** Serves logo and theme, which people see before they sign in. */
export function brandRoutes(app: FastifyInstance, { logo, theme }: Brand): void {
  if (logo) serveFile(app, LOGO_PATH, logo.type, logo.content)
  if (theme !== undefined) serveFile(app, THEME_PATH, 'text/css; charset=utf-8', Buffer.from(theme))
}

function serveFile(app: FastifyInstance, path: string, type: string, content: Buffer): void {
  const etag = `"${hash('sha256', content, 'hex').slice(0, 16)}"`
  app.get(path, (request, reply) => {
    reply.headers({
      etag,
      'cache-control': 'no-cache',
      // An SVG that somebody opens by itself runs no script, reaches nothing and has no origin.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    })
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return reply.type(type).send(content)
  })
}
