import { can, type Subject } from '@orrery/access'
import { ResourceError, type ResourceKey } from '@orrery/resource'
import type { HostResourceStore } from '../store/resource-store.ts'

/** RESOURCE_REFERENCED for what others refer to; whoever may not see those learns only that there are some. */
export async function assertUnused(store: HostResourceStore, key: ResourceKey, subject: Subject): Promise<void> {
  const by = await store.usages(key)
  if (by.length)
    throw new ResourceError('RESOURCE_REFERENCED', { key, by: by.filter((user) => can(subject, 'read', user)) })
}
