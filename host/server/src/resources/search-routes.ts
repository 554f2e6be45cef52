import { visible } from '@orrery/access'
import { routes } from '@orrery/api'
import type { Serve } from '../http/serve.ts'
import type { HostResourceStore } from '../store/resource-store.ts'

/** Search over the resources of all kinds that the asker may read. */
export function searchRoutes(serve: Serve, store: HostResourceStore, namespace: string): void {
  serve(routes.searchResources, async ({ subject, query: { q, limit } }) => ({
    items: await store.search({
      namespace,
      text: q,
      visible: visible(subject),
      ...(limit === undefined ? {} : { limit }),
    }),
  }))
}
