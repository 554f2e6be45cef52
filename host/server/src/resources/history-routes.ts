import { routes } from '@orrery/api'
import { ResourceError, type ResourceKey } from '@orrery/resource'
import type { Serve } from '../http/serve.ts'
import { toAnswer, createReplace, keyOf, type ResourceRoutes } from './resource-call.ts'

/** Who changed what when, the resource as it was at a revision, and the way back to it. */
export function historyRoutes(serve: Serve, context: ResourceRoutes): void {
  const { store } = context
  const replace = createReplace(context)

  const storedAt = async (key: ResourceKey, revision: string) => {
    const stored = await store.getRevision(key, revision)
    if (!stored) throw new ResourceError('RESOURCE_REVISION_NOT_FOUND', { key, revision })
    return stored
  }

  serve(routes.listDeleted, async ({ params: { ns }, kind }) => ({
    items: [...(await store.deleted(ns, kind.kind))],
  }))

  serve(routes.listHistory, (call) => store.changes({ ...keyOf(call), ...call.query }))

  serve(routes.getRevision, async (call) => toAnswer(await storedAt(keyOf(call), call.params.revision)))

  serve(routes.restoreResource, (call) =>
    replace(call, async (key) => (await storedAt(key, call.body.revision)).resource),
  )
}
