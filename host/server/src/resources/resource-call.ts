import type { Subject } from '@orrery/access'
import type { StoredResourceBody } from '@orrery/api'
import { ResourceError, type Kind, type ResourceKey, type StoredResource } from '@orrery/resource'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ServerError } from '../errors.ts'
import type { HostResourceStore } from '../store/resource-store.ts'
import { expectedRevision } from './precondition.ts'
import type { createPrepare } from './prepare.ts'
import { writeResource } from './write.ts'

export interface ResourceRoutes {
  readonly store: HostResourceStore
  readonly prepare: ReturnType<typeof createPrepare>
  readonly namespace: string
}

/** What a call of a route of one resource has. */
interface ResourceCall {
  readonly params: { readonly ns: string; readonly id: string }
  readonly kind: Kind
  readonly subject: Subject
  /** What is to be said of the change. */
  readonly query: { readonly message?: string }
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** The key of the resource in the path. */
export const keyOf = ({ params, kind }: Pick<ResourceCall, 'params' | 'kind'>): ResourceKey => ({
  namespace: params.ns,
  kind: kind.kind,
  id: params.id,
})

/** A stored resource as an answer: its spec was checked against the schema of its kind, which is that of an object. */
export const toAnswer = (stored: StoredResource): StoredResourceBody => stored as StoredResourceBody

/** RESOURCE_MANAGED for what is written elsewhere. */
export const assertUnmanaged = (key: ResourceKey, stored: Pick<StoredResource, 'managedBy'> | undefined) => {
  if (stored?.managedBy !== undefined) throw new ResourceError('RESOURCE_MANAGED', { key, managedBy: stored.managedBy })
}

/** KEY_MISMATCH for a body that says something else than the path. */
export const assertSameKey = (key: ResourceKey, body: unknown) => {
  const given = (body ?? {}) as Readonly<Record<string, unknown>>
  for (const field of ['kind', 'namespace', 'id'] as const)
    if (typeof given[field] === 'string' && given[field] !== key[field])
      throw new ServerError('KEY_MISMATCH', { field, inPath: key[field], inBody: given[field] })
}

/** The message of a write, where there is one. */
export const messageIn = ({ message }: { readonly message?: string }) => (message ? { message } : {})

/** Replaces a resource under the precondition of the request by what `toBody` makes of the stored one. */
export const createReplace =
  ({ store, prepare }: ResourceRoutes) =>
  async (
    call: ResourceCall,
    toBody: (key: ResourceKey, stored: StoredResource | undefined) => unknown,
  ): Promise<StoredResourceBody> => {
    const { kind, subject, query, request, reply } = call
    const key = keyOf(call)
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
      { author: subject.id, ifMatch, ...messageIn(query) },
    )
    reply.code(stored ? 200 : 201)
    return toAnswer(written)
  }
