import type { Kind } from '@orrery/resource'
import { kinds } from '../kinds.ts'
import { PROBLEM_MEDIA_TYPE } from '../problem.ts'
import { isOfKind, type Route } from '../route.ts'
import { routes } from '../routes/table.ts'
import { REQUEST_HEADER } from '../session.ts'
import { refTo, schemas, type Json } from './components.ts'
import { operation } from './operation.ts'

export interface OpenApiOptions {
  readonly title: string
  /** Of the host that answers so. */
  readonly version: string
}

/** Where a route is. */
export interface Address {
  /** Of the route in the table. */
  readonly name: string
  readonly route: Route
  /** Of resources: whose this address is. */
  readonly kind: Kind | undefined
  readonly path: string
}

/** Every address of a host with its route; one of resources for each kind. */
export const addresses = (): readonly Address[] =>
  Object.entries<Route>(routes).flatMap(([name, route]) =>
    (isOfKind(route) ? kinds : [undefined]).map((kind) => ({
      name,
      route,
      kind,
      path: kind ? route.path.replace('{plural}', kind.plural) : route.path,
    })),
  )

const components = () => ({
  schemas: schemas(),
  responses: {
    Problem: {
      description: 'What went wrong (RFC 9457): `code` says it to programs, `detail` to people.',
      content: { [PROBLEM_MEDIA_TYPE]: { schema: refTo('Problem') } },
    },
  },
  headers: {
    ETag: {
      description: 'Changes with the answer; of a resource, begins with its revision.',
      schema: { type: 'string' },
    },
  },
  parameters: {
    IfNoneMatch: {
      name: 'if-none-match',
      in: 'header',
      description: 'ETags of answers that the asker has: one that is still right is answered with 304.',
      schema: { type: 'string' },
    },
    OrreryRequest: {
      name: REQUEST_HEADER,
      in: 'header',
      description: 'Any value. Needed without an access token, so that no form of another site can send the request.',
      schema: { type: 'string' },
    },
  },
  securitySchemes: {
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: 'orrery',
      description: 'The cookie of a session; over https its name is `__Host-orrery`.',
    },
    token: { type: 'http', scheme: 'bearer', description: 'An access token of a program.' },
  },
})

/** The routes of a host as an OpenAPI 3.1 document. */
export function openApi({ title, version }: OpenApiOptions): Readonly<Record<string, Json>> {
  const paths: Record<string, Record<string, Json>> = {}
  for (const { name, route, kind, path } of addresses())
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(name, route, kind)
  return {
    openapi: '3.1.0',
    info: { title, version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    paths,
    components: components(),
  }
}
