import type { Readable } from 'node:stream'
import { AccessError, authorize, type Subject } from '@orrery/access'
import {
  isMedia,
  isOfKind,
  kinds,
  StoredResourceBody,
  type IsOfKind,
  type Route,
  type RouteAnswer,
  type RouteBody,
  type RouteParams,
  type RouteQuery,
} from '@orrery/api'
import type { Kind } from '@orrery/resource'
import { Type, type TObject, type TSchema } from '@orrery/schema'
import type { FastifyInstance, FastifyReply, FastifyRequest, preValidationHookHandler } from 'fastify'
import { ServerError } from '../errors.ts'
import { isKnown, resourceEtag, textEtag } from './etag.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The row of the table of routes that this serves. */
    route?: Route
  }
}

/** A request of a route: it is permitted, and its parts fit the schemas of the route. */
export interface Call<R extends Route> {
  readonly params: RouteParams<R>
  readonly query: RouteQuery<R>
  readonly body: RouteBody<R>
  /** Who asks; of an open route, perhaps nobody. */
  readonly subject: R['access'] extends 'open' ? Subject | undefined : Subject
  /** The kind in the path. */
  readonly kind: IsOfKind<R> extends true ? Kind : undefined
  readonly request: FastifyRequest
  /** For headers, and for the status where the route has several. */
  readonly reply: FastifyReply
}

/** What a handler gives for JSON; lists may be read-only. */
type Given<T> = T extends Readable
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Given<Item>[]
    : T extends object
      ? { readonly [Name in keyof T]: Given<T[Name]> }
      : T

type Result<R extends Route> = Given<RouteAnswer<R, Readable | string, void>>

export type Handler<R extends Route> = (call: Call<R>) => Result<R> | Promise<Result<R>>

export interface ServeOptions {
  /** Looks at a body before its schema does. */
  readonly preValidation?: preValidationHookHandler
  /** Bytes that a request may bring, where that is not what it is elsewhere. */
  readonly bodyLimit?: number
}

/** Serves a route of the table; one of resources at the address of each kind. */
export type Serve = <R extends Route>(route: R, handler: Handler<NoInfer<R>>, options?: ServeOptions) => void

/** `{ns}` of the table as `:ns`. */
const addressOf = ({ path }: Route, kind: Kind | undefined) =>
  path.replace('{plural}', kind?.plural ?? '').replaceAll(/\{(\w+)\}/g, ':$1')

// The address of a kind says its plural itself.
const withoutPlural = ({ properties }: TObject) =>
  Type.Object(Object.fromEntries(Object.entries(properties).filter(([name]) => name !== 'plural')))

/** Answers JSON under its ETag, or that the asker has it already. */
function sendJson(request: FastifyRequest, reply: FastifyReply, schema: TSchema, value: unknown): FastifyReply {
  const text = JSON.stringify(value)
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const etag =
    schema === StoredResourceBody
      ? resourceEtag((value as StoredResourceBody).revision, text)
      : isRead
        ? textEtag(text)
        : undefined
  if (etag !== undefined) reply.header('etag', etag)
  if (isRead && etag !== undefined && isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send()
  return reply.type('application/json; charset=utf-8').send(text)
}

/**
 * The only way to register routes of the API, so that none forgets who may ask: before anything else is looked at, the
 * access of the route is checked, then its namespace. A route below `/api/` that is not served so is refused.
 */
export function createServe(app: FastifyInstance, namespace: string): Serve {
  app.addHook('onRoute', ({ url, config }) => {
    if (url.startsWith('/api/') && !config?.route)
      throw new Error(`The route ${url} is not in the table of routes of @orrery/api. State it there, and serve it.`)
  })

  const check = ({ access }: Route, kind: Kind | undefined) => {
    if (access === 'open') return () => {}
    if (access === 'session')
      return ({ subject }: FastifyRequest) => {
        if (!subject) throw new AccessError('SIGN_IN_NEEDED', {})
      }
    const on = access.kind ?? kind?.kind
    const target = on === undefined ? undefined : { kind: on }
    return ({ subject }: FastifyRequest) => authorize(subject, access.action, target)
  }
  const assertNamespace = ({ params }: FastifyRequest) => {
    const { ns } = params as { readonly ns?: string }
    if (ns !== undefined && ns !== namespace)
      throw new ServerError('NAMESPACE_NOT_FOUND', { namespace: ns, known: namespace })
  }

  const serveAt = <R extends Route>(route: R, handler: Handler<R>, kind: Kind | undefined, options: ServeOptions) => {
    const { method, params, query, headers, body, answers } = route
    const assertPermitted = check(route, kind)
    const [only, ...others] = Object.entries(answers).map(([status, answer]) => ({ status: Number(status), answer }))
    app.route({
      method,
      url: addressOf(route, kind),
      config: { route },
      schema: {
        ...(params && { params: withoutPlural(params) }),
        ...(query && { querystring: query }),
        ...(headers && { headers }),
        ...(body && { body }),
      },
      ...options,
      onRequest: async (request) => {
        assertPermitted(request)
        assertNamespace(request)
      },
      handler: async (request, reply) => {
        const { params, query, body, subject } = request
        if (only && !others.length) reply.code(only.status)
        if (only && isMedia(only.answer)) reply.type(only.answer.mediaType)
        // What was just checked against the schemas and the access of the route has the types that they state.
        const call = {
          params: { ...(params as object), ...(kind && { plural: kind.plural }) },
          query,
          body,
          subject,
          kind,
          request,
          reply,
        }
        const result: unknown = await handler(call as unknown as Call<R>)
        const answer = answers[reply.statusCode]
        return answer === undefined || answer === 'nothing' || isMedia(answer)
          ? reply.send(result)
          : sendJson(request, reply, answer, result)
      },
    })
  }

  return (route, handler, options = {}) => {
    for (const kind of isOfKind(route) ? kinds : [undefined]) serveAt(route, handler, kind, options)
  }
}
