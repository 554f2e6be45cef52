import { can, visible } from '@orrery/access'
import { routes } from '@orrery/api'
import { mergePatch, ResourceError } from '@orrery/resource'
import type { Serve } from '../http/serve.ts'
import { applyRoutes } from './apply-routes.ts'
import { changeRoutes } from './change-routes.ts'
import { historyRoutes } from './history-routes.ts'
import { expectedRevision } from './precondition.ts'
import {
  toAnswer,
  assertSameKey,
  assertUnmanaged,
  createReplace,
  keyOf,
  messageIn,
  type ResourceRoutes,
} from './resource-call.ts'
import { storedRoutes } from './stored-routes.ts'
import { toSummary } from './summary.ts'
import { assertUnused } from './unused.ts'

/** List, get, put, patch, validate and delete of every kind, and their history. */
export function resourceRoutes(serve: Serve, context: ResourceRoutes): void {
  const { store, prepare } = context
  const replace = createReplace(context)
  applyRoutes(serve, context)
  historyRoutes(serve, context)
  changeRoutes(serve, context)
  storedRoutes(serve, context)

  serve(routes.listResources, async ({ params: { ns }, kind, query, subject }) => {
    const { items, ...rest } = await store.list({ namespace: ns, kind: kind.kind, visible: visible(subject), ...query })
    return { items: items.map(toAnswer), ...rest }
  })

  serve(routes.listSummaries, async ({ params: { ns }, kind, query, subject }) => {
    const { items, ...rest } = await store.list({ namespace: ns, kind: kind.kind, visible: visible(subject), ...query })
    const counts = await store.countUsages(ns, kind.kind)
    return { items: items.map((item) => toSummary(item, counts.get(item.resource.id) ?? 0)), ...rest }
  })

  serve(routes.getResource, async (call) => {
    const key = keyOf(call)
    const stored = await store.get(key)
    if (!stored) throw new ResourceError('RESOURCE_NOT_FOUND', { key })
    return toAnswer(stored)
  })

  serve(routes.putResource, (call) =>
    replace(call, (key) => {
      assertSameKey(key, call.body)
      return call.body
    }),
  )

  serve(routes.patchResource, (call) =>
    replace(call, (key, stored) => {
      if (!stored) throw new ResourceError('RESOURCE_NOT_FOUND', { key })
      const body = mergePatch(stored.resource, call.body)
      assertSameKey(key, body)
      return body
    }),
  )

  serve(routes.validateResource, async (call) => {
    const { kind, body, subject } = call
    const key = keyOf(call)
    assertSameKey(key, body)
    await prepare({ kind, body, stored: await store.get(key), subject })
  })

  serve(routes.listUsages, async (call) => ({
    items: (await store.usages(keyOf(call))).filter((user) => can(call.subject, 'read', user)),
  }))

  serve(routes.deleteResource, async (call) => {
    const { subject, query, request } = call
    const key = keyOf(call)
    assertUnmanaged(key, await store.get(key))
    if (query.force !== 'true') await assertUnused(store, key, subject)
    const match = request.headers['if-match'] === undefined ? '*' : expectedRevision(request)
    await store.delete(key, { author: subject.id, ifMatch: match, ...messageIn(query) })
  })
}
