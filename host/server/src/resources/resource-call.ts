import { ResourceError, type Kind, type ResourceKey, type StoredResource } from '@orrery/resource'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { permitted } from '../auth/subject.ts'
import { ServerError } from '../errors.ts'
import type { Vault } from '../secrets/vault.ts'
import type { HostResourceStore } from '../store/resource-store.ts'
import { expectedRevision, toEtag } from './precondition.ts'
import type { createPrepare } from './prepare.ts'
import { writeResource } from './write.ts'

export interface ResourceRoutes {
  readonly store: HostResourceStore
  readonly prepare: ReturnType<typeof createPrepare>
  readonly vault: Vault
  readonly namespace: string
}

export interface OfNamespace {
  Params: { ns: string }
}
export interface OfResource {
  Params: { ns: string; id: string }
}

/** RESOURCE_MANAGED for what is written elsewhere. */
export const assertUnmanaged = (key: ResourceKey, stored: StoredResource | undefined) => {
  if (stored?.managedBy !== undefined) throw new ResourceError('RESOURCE_MANAGED', { key, managedBy: stored.managedBy })
}

const assertSameKey = (key: ResourceKey, body: unknown) => {
  const given = (body ?? {}) as Readonly<Record<string, unknown>>
  for (const field of ['kind', 'namespace', 'id'] as const)
    if (typeof given[field] === 'string' && given[field] !== key[field])
      throw new ServerError('KEY_MISMATCH', { field, inPath: key[field], inBody: given[field] })
}

/** What the routes of one kind share: its addresses, its keys, and the one way to write. */
export function createKindAccess({ store, prepare, namespace }: ResourceRoutes, kind: Kind) {
  const target = { kind: kind.kind }
  const all = `/api/v1/ns/:ns/${kind.plural}`

  const namespaceOf = ({ ns }: OfNamespace['Params']) => {
    if (ns !== namespace) throw new ServerError('NAMESPACE_NOT_FOUND', { namespace: ns, known: namespace })
    return ns
  }
  const keyOf = (params: OfResource['Params']): ResourceKey => ({
    namespace: namespaceOf(params),
    kind: kind.kind,
    id: params.id,
  })

  /** Replaces a resource under the precondition of the request by what `toBody` makes of the stored one. */
  const replace = async (
    request: FastifyRequest<OfResource>,
    reply: FastifyReply,
    toBody: (key: ResourceKey, stored: StoredResource | undefined) => unknown,
  ) => {
    const subject = permitted(request, 'write', target)
    const key = keyOf(request.params)
    const expected = expectedRevision(request)
    const stored = await store.get(key)
    assertUnmanaged(key, stored)
    const body = await toBody(key, stored)
    // What was compared with is what is replaced, also when any revision may be.
    const ifMatch = expected === '*' && stored ? stored.revision : expected
    const written = await writeResource(
      store,
      prepare,
      { kind, body, stored, subject },
      { author: subject.id, ifMatch },
    )
    return reply
      .code(stored ? 200 : 201)
      .header('etag', toEtag(written.revision))
      .send(written)
  }

  return { target, all, one: `${all}/:id`, namespaceOf, keyOf, assertSameKey, replace }
}
