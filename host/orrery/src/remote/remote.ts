import { createClient, createResourceClient, type ResourceClient } from '@orrery/api'
import type { Connection } from '../commands/connection-options.ts'

/** The resources of a running host. */
export interface Remote {
  readonly url: string
  readonly namespace: string
  readonly resources: ResourceClient
}

export function createRemote({ url, token, namespace }: Connection): Remote {
  const client = createClient({ url, ...(token !== undefined && { token }) })
  return { url, namespace, resources: createResourceClient(client, namespace) }
}
