import type { IncomingMessage, ServerResponse } from 'node:http'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ServerError } from '../errors.ts'
import type { Page } from './page.ts'

/** A middleware that serves the interface from its sources, with whatever policy it needs. */
export type DevMiddleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void

const pathOf = ({ url }: FastifyRequest) => url.split('?')[0]!

const notFound = (request: FastifyRequest) =>
  new ServerError('ROUTE_NOT_FOUND', { path: pathOf(request).slice(0, 200) })

/** Whether a browser navigates here: then the interface answers, which knows its own pages and what to show for others. */
const isPage = (request: FastifyRequest) =>
  ['GET', 'HEAD'].includes(request.method) &&
  !/^\/(api|assets)\//.test(pathOf(request)) &&
  (request.headers.accept ?? '').includes('text/html')

/** What the page is made of, and is no file of the interface by itself. */
const templates = new Set(['/index.html', '/importmap.json'])

/** Serves the built interface: its files, and its page at every address that is a page. */
export async function serveWeb(app: FastifyInstance, webRoot: string, render: () => Page): Promise<void> {
  await app.register(fastifyStatic, {
    root: webRoot,
    // One route for all: one for each file takes 10 MiB.
    wildcard: true,
    index: false,
    dotfiles: 'ignore',
    allowedPath: (path) => !templates.has(path) && !path.endsWith('/'),
    setHeaders: (reply, path) => {
      // Names of built files change with their content.
      const lasting = /[\\/]assets[\\/]/.test(path)
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const sendPage = (reply: FastifyReply) => {
    const { html, csp } = render()
    return reply
      .headers({ 'content-security-policy': csp, 'cache-control': 'no-cache' })
      .type('text/html; charset=utf-8')
      .send(html)
  }
  app.get('/', (_, reply) => sendPage(reply))
  app.setNotFoundHandler((request, reply) => {
    if (!isPage(request)) throw notFound(request)
    return sendPage(reply)
  })
}

/** Serves the interface through a middleware, for whatever has no route. */
export function serveDevelopment(app: FastifyInstance, middleware: DevMiddleware): void {
  app.setNotFoundHandler((request, reply) => {
    if (pathOf(request).startsWith('/api/')) throw notFound(request)
    reply.hijack()
    middleware(request.raw, reply.raw, (error) => {
      const { status, message } = error === undefined ? notFound(request) : { status: 500, message: String(error) }
      if (!reply.raw.headersSent) reply.raw.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
      reply.raw.end(message)
    })
  })
}
