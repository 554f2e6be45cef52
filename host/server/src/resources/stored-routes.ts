import { isVisible } from '@orrery/resource'
import { visible } from '@orrery/access'
import { kinds, routes } from '@orrery/api'
import { ResourceError, type ResourceKey } from '@orrery/resource'
import type { Serve } from '../http/serve.ts'
import { assertUnmanaged, messageIn, type ResourceRoutes } from './resource-call.ts'
import { assertUnused } from './unused.ts'

/** Resources as they are stored, whether this host knows their kind or not. */
export function storedRoutes(serve: Serve, { store }: ResourceRoutes): void {
  serve(routes.listKinds, async ({ params: { ns }, subject }) => {
    const counts = new Map((await store.countKinds(ns)).map(({ kind, count }) => [kind, count]))
    const known = kinds.map(({ kind, plural, title, apiVersion }) => ({
      kind,
      count: counts.get(kind) ?? 0,
      plural,
      title,
      apiVersion,
    }))
    const others = [...counts].filter(([kind]) => !known.some((each) => each.kind === kind))
    const all = [...known, ...others.map(([kind, count]) => ({ kind, count }))]
    return { items: all.filter(({ kind }) => isVisible(visible(subject), kind)) }
  })

  const storedAt = async (key: ResourceKey) => {
    const stored = await store.getText(key)
    if (!stored) throw new ResourceError('RESOURCE_NOT_FOUND', { key })
    return stored
  }

  serve(routes.listStored, ({ params: { ns, kind }, query }) => store.listTexts({ namespace: ns, kind, ...query }))

  serve(routes.getStored, ({ params: { ns, kind, id } }) => storedAt({ namespace: ns, kind, id }))

  serve(routes.deleteStored, async ({ params: { ns, kind, id }, query, subject }) => {
    const key = { namespace: ns, kind, id }
    const stored = await storedAt(key)
    assertUnmanaged(key, stored)
    if (query.force !== 'true') await assertUnused(store, key, subject)
    await store.delete(key, { author: subject.id, ifMatch: stored.revision, ...messageIn(query) })
  })
}
