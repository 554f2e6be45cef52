import { ListParams } from '@orrery/api'
import { can } from '@orrery/access'
import { mergePatch, ResourceError, type Kind } from '@orrery/resource'
import { Type, type Static } from '@orrery/schema'
import type { FastifyInstance } from 'fastify'
import { permitted } from '../auth/subject.ts'
import { applyRoutes } from './apply-routes.ts'
import { historyRoutes } from './history-routes.ts'
import {
  assertUnmanaged,
  createKindAccess,
  type OfNamespace,
  type OfResource,
  type ResourceRoutes,
} from './kind-access.ts'
import { kinds } from './kinds.ts'
import { expectedRevision, toEtag } from './precondition.ts'

const DeleteParams = Type.Object(
  { force: Type.Optional(Type.Union([Type.Literal('true'), Type.Literal('false')])) },
  { additionalProperties: false },
)

/** List, get, put, patch, validate and delete of every kind, and their history. */
export function resourceRoutes(app: FastifyInstance, context: ResourceRoutes): void {
  applyRoutes(app, context)
  for (const kind of kinds) {
    routesOf(app, context, kind)
    historyRoutes(app, context, kind)
  }
}

function routesOf(app: FastifyInstance, context: ResourceRoutes, kind: Kind): void {
  const { store, prepare, vault } = context
  const { target, all, one, keyOf, namespaceOf, assertSameKey, replace } = createKindAccess(context, kind)

  app.get<OfNamespace & { Querystring: Static<typeof ListParams> }>(
    all,
    { schema: { querystring: ListParams } },
    (request) => {
      permitted(request, 'read', target)
      return store.list({ namespace: namespaceOf(request.params), kind: kind.kind, ...request.query })
    },
  )

  app.get<OfResource>(one, async (request, reply) => {
    permitted(request, 'read', target)
    const key = keyOf(request.params)
    const stored = await store.get(key)
    if (!stored) throw new ResourceError('RESOURCE_NOT_FOUND', { key })
    return reply.header('etag', toEtag(stored.revision)).send(stored)
  })

  app.put<OfResource>(one, (request, reply) =>
    replace(request, reply, (key) => {
      assertSameKey(key, request.body)
      return request.body
    }),
  )

  app.patch<OfResource>(one, (request, reply) =>
    replace(request, reply, (key, stored) => {
      if (!stored) throw new ResourceError('RESOURCE_NOT_FOUND', { key })
      const body = mergePatch(stored.resource, request.body)
      assertSameKey(key, body)
      return body
    }),
  )

  app.post<OfResource>(`${one}/validate`, async (request, reply) => {
    const subject = permitted(request, 'write', target)
    const key = keyOf(request.params)
    assertSameKey(key, request.body)
    await prepare({ kind, body: request.body, stored: await store.get(key), subject })
    return reply.code(204).send()
  })

  app.get<OfResource>(`${one}/usages`, async (request) => {
    const subject = permitted(request, 'read', target)
    return { items: (await store.usages(keyOf(request.params))).filter((user) => can(subject, 'read', user)) }
  })

  app.delete<OfResource & { Querystring: Static<typeof DeleteParams> }>(
    one,
    { schema: { querystring: DeleteParams } },
    async (request, reply) => {
      const subject = permitted(request, 'delete', target)
      const key = keyOf(request.params)
      assertUnmanaged(key, await store.get(key))
      if (request.query.force !== 'true') {
        const by = await store.usages(key)
        // Whoever may not see a user of it learns only that there is one.
        if (by.length)
          throw new ResourceError('RESOURCE_REFERENCED', { key, by: by.filter((user) => can(subject, 'read', user)) })
      }
      const match = request.headers['if-match'] === undefined ? '*' : expectedRevision(request)
      await store.delete(key, { author: subject.id, ifMatch: match })
      await vault.forget(key)
      return reply.code(204).send()
    },
  )
}
