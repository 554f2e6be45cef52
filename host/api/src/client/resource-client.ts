import type { Applied, StoredResourceBody } from '../resources.ts'
import { routes } from '../routes/table.ts'
import type { Client } from './client.ts'
import { ApiProblem } from './errors.ts'

export interface ResourceListOptions {
  /** Part of the title or id, any case. */
  readonly search?: string
  /** Of this folder only. */
  readonly folder?: string
  readonly signal?: AbortSignal
}

/** The resources of a namespace. Kinds are named in the plural, as in addresses: `dashboards`. */
export interface ResourceClient {
  /** All of a kind by title, however many pages they are. */
  readonly list: (plural: string, options?: ResourceListOptions) => AsyncGenerator<StoredResourceBody, void>
  /** Undefined when there is none. */
  readonly get: (plural: string, id: string, signal?: AbortSignal) => Promise<StoredResourceBody | undefined>
  /** Replaces what has this revision; whichever there is with `*`; without one it must be new. `message` goes into the history. */
  readonly put: (
    plural: string,
    resource: StoredResourceBody['resource'],
    revision?: string,
    message?: string,
  ) => Promise<StoredResourceBody>
  /** With `revision` only that; with `force` also when others refer to it. */
  readonly delete: (
    plural: string,
    id: string,
    options?: { readonly revision?: string; readonly force?: boolean },
  ) => Promise<void>
  /** Makes the resources what they are here, all or none; with `dryRun` only tells what that would do. */
  readonly apply: (resources: readonly unknown[], options?: { readonly dryRun?: boolean }) => Promise<Applied>
}

/** The everyday work with resources, by a {@link Client}. */
export function createResourceClient(client: Client, ns = 'default'): ResourceClient {
  return {
    async *list(plural, { search, folder, signal } = {}) {
      let after: string | undefined
      do {
        const page = await client.call(routes.listResources, {
          params: { ns, plural },
          query: {
            limit: 1000,
            ...(search !== undefined && { search }),
            ...(folder !== undefined && { folder }),
            ...(after !== undefined && { after }),
          },
          ...(signal && { signal }),
        })
        yield* page.items
        after = page.next
      } while (after !== undefined)
    },
    get: (plural, id, signal) =>
      client
        .call(routes.getResource, { params: { ns, plural, id }, ...(signal && { signal }) })
        .catch((error: unknown) => {
          if (error instanceof ApiProblem && error.code === 'RESOURCE_NOT_FOUND') return undefined
          throw error
        }),
    put: (plural, resource, revision, message) =>
      client.call(routes.putResource, {
        params: { ns, plural, id: resource.id },
        body: resource,
        ...(message !== undefined && { query: { message } }),
        ...(revision === undefined ? { ifNew: true } : { ifMatch: revision }),
      }),
    delete: (plural, id, { revision, force } = {}) =>
      client.call(routes.deleteResource, {
        params: { ns, plural, id },
        ...(force && { query: { force: 'true' } }),
        ...(revision !== undefined && { ifMatch: revision }),
      }),
    apply: (resources, { dryRun } = {}) =>
      client.call(routes.applyResources, {
        params: { ns },
        body: { resources: [...resources], ...(dryRun !== undefined && { dryRun }) },
      }),
  }
}
