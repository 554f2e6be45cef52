import type { ResourceStore, StoredResource, Write } from '@orrery/resource'
import type { createPrepare, Prepared, PrepareRequest } from './prepare.ts'

/** Stores what is prepared, all or nothing; the secrets that nothing refers to afterwards are removed. */
export async function storePrepared(
  store: ResourceStore,
  items: readonly { readonly prepared: Prepared; readonly write: Write }[],
): Promise<readonly StoredResource[]> {
  const secrets = items.flatMap(({ prepared }) => prepared.secrets ?? [])
  const put = async () => {
    for (const { keep } of secrets) await keep()
    return store.putAll(items.map(({ prepared: { resource }, write }) => ({ resource, write })))
  }
  const stored = await put().catch(async (error: unknown) => {
    for (const { discard } of secrets) await discard()
    throw error
  })
  for (const { settle } of secrets) await settle()
  return stored
}

/** Checks, seals and stores a resource. */
export async function writeResource(
  store: ResourceStore,
  prepare: ReturnType<typeof createPrepare>,
  request: PrepareRequest,
  write: Write,
): Promise<StoredResource> {
  const [stored] = await storePrepared(store, [{ prepared: await prepare(request), write }])
  return stored!
}
