import type { StoredResource, ResourceStore, Write } from '@orrery/resource'
import type { createPrepare, PrepareRequest } from './prepare.ts'

/** Checks, seals and stores a resource; the secrets that nothing refers to afterwards are removed. */
export async function writeResource(
  store: ResourceStore,
  prepare: ReturnType<typeof createPrepare>,
  request: PrepareRequest,
  write: Write,
): Promise<StoredResource> {
  const { resource, secrets } = await prepare(request)
  await secrets?.keep()
  const stored = await store.put(resource, write).catch(async (error: unknown) => {
    await secrets?.discard()
    throw error
  })
  await secrets?.settle()
  return stored
}
