import { authorize, can, visible } from '@orrery/access'
import { kinds, routes, type Comparison } from '@orrery/api'
import { compareResources, ResourceError, type Change } from '@orrery/resource'
import type { Serve } from '../http/serve.ts'
import { assertUnmanaged, keyOf, type ResourceRoutes } from './resource-call.ts'
import { assertUnused } from './unused.ts'
import { writeResource } from './write.ts'

/** Who changed what, the way back, and what lies between two revisions. */
export function changeRoutes(serve: Serve, { store, prepare }: ResourceRoutes): void {
  serve(routes.listChanges, ({ params: { ns }, query, subject }) =>
    store.changes({ namespace: ns, visible: visible(subject), ...query }),
  )

  serve(routes.undoChange, async ({ params, subject }): Promise<Change> => {
    const number = Number(params.change)
    const change = await store.getChange(params.ns, number)
    if (!change || !can(subject, 'read', change.key)) throw new ResourceError('CHANGE_NOT_FOUND', { change: number })
    const { key, action, revision } = change
    authorize(subject, action === 'create' ? 'delete' : 'write', key)
    const [stored, before] = [await store.get(key), await store.before(change)]
    assertUnmanaged(key, stored)
    const latest = async () => (await store.changes({ ...key, limit: 1 })).items[0]!
    if ((await latest()).change !== number)
      throw new ResourceError('RESOURCE_CONFLICT', { key, expected: revision, current: stored?.revision })
    if (action === 'create') {
      await assertUnused(store, key, subject)
      await store.delete(key, { author: subject.id, ifMatch: revision })
      return latest()
    }
    const kind = kinds.find((each) => each.kind === key.kind)
    if (!kind || !before)
      throw new ResourceError('RESOURCE_READ_ONLY', { key, reason: `this host does not know the kind "${key.kind}"` })
    const write = { author: subject.id, ifMatch: stored?.revision }
    await writeResource(store, prepare, { kind, body: before.resource, stored, subject }, write)
    return latest()
  })

  serve(routes.compareRevisions, async (call): Promise<Comparison> => {
    const { from, to } = call.query
    const key = keyOf(call)
    const at = async (revision: string | undefined) => {
      const stored = await (revision === undefined ? store.get(key) : store.getRevision(key, revision))
      if (stored) return stored.resource
      if (revision === undefined) throw new ResourceError('RESOURCE_NOT_FOUND', { key })
      throw new ResourceError('RESOURCE_REVISION_NOT_FOUND', { key, revision })
    }
    return { items: [...compareResources(await at(from), await at(to))] }
  })

  serve(routes.listReferences, async (call) => {
    const key = keyOf(call)
    if (!(await store.get(key))) throw new ResourceError('RESOURCE_NOT_FOUND', { key })
    return { items: await store.references(key) }
  })
}
