import { context, SpanKind, trace, type Context } from '@opentelemetry/api'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { CLIENT_LEFT, whenAnswered } from '../http/answered.ts'
import { failSpan, serverTracer } from './spans.ts'
import { parseTraceparent, toContext } from './trace-context.ts'

/**
 * Gives each request of the API a span, in which all that answers it runs. Call it before other hooks are added. A request
 * that names no trace of its caller gets the id of its span's.
 */
export function traceRequests(app: FastifyInstance): void {
  const contexts = new WeakMap<FastifyRequest, Context>()

  app.addHook('onRequest', (request, _, done) => {
    const { method, url, headers, routeOptions, protocol } = request
    if (!url.startsWith('/api/')) return done()
    const caller = toContext(parseTraceparent(headers['traceparent'], headers['tracestate']))
    const route = routeOptions.url
    const attributes = {
      'http.request.method': method,
      'url.path': url.split('?')[0],
      'url.scheme': protocol,
      ...(route !== undefined && { 'http.route': route }),
    }
    const name = route === undefined ? method : `${method} ${route}`
    const span = serverTracer().startSpan(name, { kind: SpanKind.SERVER, attributes }, caller)
    request.id = span.spanContext().traceId
    const inside = trace.setSpan(caller, span)
    contexts.set(request, inside)
    context.with(inside, done)
  })
  // A body arrives in events of its socket, which know nothing of the request.
  app.addHook('preValidation', (request, _, done) => {
    const inside = contexts.get(request)
    if (inside) context.with(inside, done)
    else done()
  })
  whenAnswered(app, (request, _, status) => {
    const inside = contexts.get(request)
    const span = inside && trace.getSpan(inside)
    if (!span) return
    span.setAttribute('http.response.status_code', status)
    if (request.problem !== undefined) span.setAttribute('error.type', request.problem)
    if (status === CLIENT_LEFT) failSpan(span, 'cancelled')
    else if (status >= 500) failSpan(span, request.problem ?? String(status))
    span.end()
  })
}
