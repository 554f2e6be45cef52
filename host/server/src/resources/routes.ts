import { ListParams } from '@orrery/api'
import { can } from '@orrery/access'
import { ResourceError, type Kind, type ResourceKey, type StoredResource } from '@orrery/resource'
import { Type, type Static } from '@orrery/schema'
import type { FastifyInstance } from 'fastify'
import { permitted } from '../auth/subject.ts'
import { ServerError } from '../errors.ts'
import type { Vault } from '../secrets/vault.ts'
import type { HostResourceStore } from '../store/resource-store.ts'
import { kinds } from './kinds.ts'
import { expectedRevision, toEtag } from './precondition.ts'
import type { createPrepare } from './prepare.ts'
import { writeResource } from './write.ts'

const DeleteParams = Type.Object(
  { force: Type.Optional(Type.Union([Type.Literal('true'), Type.Literal('false')])) },
  { additionalProperties: false },
)

export interface ResourceRoutes {
  readonly store: HostResourceStore
  readonly prepare: ReturnType<typeof createPrepare>
  readonly vault: Vault
  readonly namespace: string
}

interface OfNamespace {
  Params: { ns: string }
}
interface OfResource {
  Params: { ns: string; id: string }
}

const assertUnmanaged = (key: ResourceKey, stored: StoredResource | undefined) => {
  if (stored?.managedBy !== undefined) throw new ResourceError('RESOURCE_MANAGED', { key, managedBy: stored.managedBy })
}

const assertSameKey = (key: ResourceKey, body: unknown) => {
  const given = (body ?? {}) as Readonly<Record<string, unknown>>
  for (const field of ['kind', 'namespace', 'id'] as const)
    if (typeof given[field] === 'string' && given[field] !== key[field])
      throw new ServerError('KEY_MISMATCH', { field, inPath: key[field], inBody: given[field] })
}

/** List, get, put and delete of every kind. */
export function resourceRoutes(app: FastifyInstance, { store, prepare, vault, namespace }: ResourceRoutes): void {
  const assertNamespace = (ns: string) => {
    if (ns !== namespace) throw new ServerError('NAMESPACE_NOT_FOUND', { namespace: ns, known: namespace })
  }
  for (const kind of kinds) routesOf(kind)

  function routesOf(kind: Kind) {
    const target = { kind: kind.kind }
    const all = `/api/v1/ns/:ns/${kind.plural}`
    const one = `${all}/:id`
    const keyOf = ({ ns, id }: OfResource['Params']): ResourceKey => {
      assertNamespace(ns)
      return { namespace: ns, kind: kind.kind, id }
    }

    app.get<OfNamespace & { Querystring: Static<typeof ListParams> }>(
      all,
      { schema: { querystring: ListParams } },
      (request) => {
        permitted(request, 'read', target)
        assertNamespace(request.params.ns)
        return store.list({ namespace, kind: kind.kind, ...request.query })
      },
    )

    app.get<OfResource>(one, async (request, reply) => {
      permitted(request, 'read', target)
      const key = keyOf(request.params)
      const stored = await store.get(key)
      if (!stored) throw new ResourceError('RESOURCE_NOT_FOUND', { key })
      return reply.header('etag', toEtag(stored.revision)).send(stored)
    })

    app.put<OfResource>(one, async (request, reply) => {
      const subject = permitted(request, 'write', target)
      const key = keyOf(request.params)
      const expected = expectedRevision(request)
      assertSameKey(key, request.body)
      const stored = await store.get(key)
      assertUnmanaged(key, stored)
      // What was compared with is what is replaced, also when any revision may be.
      const ifMatch = expected === '*' && stored ? stored.revision : expected
      const written = await writeResource(
        store,
        prepare,
        { kind, body: request.body, stored, subject },
        { author: subject.id, ifMatch },
      )
      return reply
        .code(stored ? 200 : 201)
        .header('etag', toEtag(written.revision))
        .send(written)
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
}
