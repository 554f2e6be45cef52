import { HistoryParams, Restore } from '@orrery/api'
import { ResourceError, type Kind, type ResourceKey } from '@orrery/resource'
import type { Static } from '@orrery/schema'
import type { FastifyInstance } from 'fastify'
import { permitted } from '../auth/subject.ts'
import { createKindAccess, type OfResource, type ResourceRoutes } from './kind-access.ts'
import { toEtag } from './precondition.ts'

interface OfRevision {
  Params: OfResource['Params'] & { revision: string }
}

/** Who changed what when, the resource as it was at a revision, and the way back to it. */
export function historyRoutes(app: FastifyInstance, context: ResourceRoutes, kind: Kind): void {
  const { store } = context
  const { target, one, keyOf, replace } = createKindAccess(context, kind)

  const revisionOf = async (key: ResourceKey, revision: string) => {
    const stored = await store.getRevision(key, revision)
    if (!stored) throw new ResourceError('RESOURCE_REVISION_NOT_FOUND', { key, revision })
    return stored
  }

  app.get<OfResource & { Querystring: Static<typeof HistoryParams> }>(
    `${one}/history`,
    { schema: { querystring: HistoryParams } },
    (request) => {
      permitted(request, 'read', target)
      return store.changes({ ...keyOf(request.params), ...request.query })
    },
  )

  app.get<OfRevision>(`${one}/history/:revision`, async (request, reply) => {
    permitted(request, 'read', target)
    const stored = await revisionOf(keyOf(request.params), request.params.revision)
    return reply.header('etag', toEtag(stored.revision)).send(stored)
  })

  app.post<OfResource & { Body: Restore }>(`${one}/restore`, { schema: { body: Restore } }, (request, reply) =>
    replace(request, reply, async (key) => (await revisionOf(key, request.body.revision)).resource),
  )
}
