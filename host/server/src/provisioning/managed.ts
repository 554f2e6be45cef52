import type { ResourceKey, StoredResource } from '@orrery/resource'
import { kinds } from '@orrery/api'
import type { UnreadableReason } from '../resources/readable.ts'
import type { HostResourceStore } from '../store/resource-store.ts'

/** The owner of what came from provisioned files. */
export const MANAGER = 'provisioning'

interface ManagedResource extends StoredResource {
  readonly key: ResourceKey
}

/** All resources of the store that came from provisioned files and that this host understands. */
export async function listManaged(
  store: HostResourceStore,
  namespace: string,
  unreadableReason: UnreadableReason,
): Promise<readonly ManagedResource[]> {
  const found: ManagedResource[] = []
  for (const { kind } of kinds) {
    let after: string | undefined
    do {
      const page = await store.list({ namespace, kind, limit: 1000, ...(after === undefined ? {} : { after }) })
      for (const stored of page.items)
        if (stored.managedBy === MANAGER && unreadableReason(stored.resource) === undefined)
          found.push({ ...stored, key: { namespace, kind, id: stored.resource.id } })
      after = page.next
    } while (after !== undefined)
  }
  return found
}

/** Gives what came from provisioned files to people, because there are no files any more that say what it is; not what this host does not understand. */
export async function releaseManaged(
  store: HostResourceStore,
  namespace: string,
  unreadableReason: UnreadableReason,
): Promise<void> {
  for (const { resource, revision } of await listManaged(store, namespace, unreadableReason))
    await store.put(resource, { author: MANAGER, ifMatch: revision })
}
