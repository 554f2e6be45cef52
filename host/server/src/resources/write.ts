import type { StoredResource, Write } from '@orrery/resource'
import type { HostResourceStore } from '../store/resource-store.ts'
import type { createPrepare, Prepared, PrepareRequest } from './prepare.ts'

/** Stores what is prepared with its secrets, all or nothing; the secrets that nothing refers to afterwards are removed. */
export const storePrepared = (
  store: HostResourceStore,
  items: readonly { readonly prepared: Prepared; readonly write: Write }[],
): Promise<readonly StoredResource[]> => store.putAll(items.map(({ prepared, write }) => ({ ...prepared, write })))

/** Checks, seals and stores a resource. */
export async function writeResource(
  store: HostResourceStore,
  prepare: ReturnType<typeof createPrepare>,
  request: PrepareRequest,
  write: Write,
): Promise<StoredResource> {
  const [stored] = await storePrepared(store, [{ prepared: await prepare(request), write }])
  return stored!
}
