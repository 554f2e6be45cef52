import { HttpClient, Logger, type Kernel } from '@orrery/kernel'
import type { Connect, DatasourceClient, DatasourceSpec } from '@orrery/query'
import type { ResourceKey, ResourceStore, StoredResource } from '@orrery/resource'
import { check, isCodedError, withDefaults } from '@orrery/schema'
import { ServerError } from '../errors.ts'
import type { HostLog } from '../log/log.ts'
import type { Vault } from '../secrets/vault.ts'
import { createHttpClient } from './http-client.ts'
import { currentOptions } from './options.ts'
import type { DatasourceType, DatasourceTypes } from './types.ts'

type Client = DatasourceClient<unknown>
type StoredDatasource = StoredResource<DatasourceSpec>

/** Open datasources: each is connected at its first query and closed when it changes. */
export interface Clients {
  /** The client of a stored datasource at its revision. */
  readonly open: (stored: StoredDatasource) => Promise<Client>
  /** Connects options whose secrets are texts, asks the client to check them, and closes it. */
  readonly check: (type: DatasourceType, options: unknown, signal: AbortSignal) => Promise<string>
  readonly close: () => Promise<void>
}

export interface ClientsOptions {
  readonly kernel: Kernel
  readonly types: DatasourceTypes
  readonly vault: Vault
  readonly store: ResourceStore
  readonly log: HostLog
}

interface Opened {
  readonly client: Client
  readonly close: () => Promise<void>
}

interface Entry {
  readonly revision: string
  readonly opening: Promise<Opened>
}

const keyOf = ({ namespace, id }: ResourceKey) => `${namespace}/${id}`

export function createClients({ kernel, types, vault, store, log }: ClientsOptions): Clients {
  const entries = new Map<string, Entry>()

  const connect = async (type: DatasourceType, options: unknown): Promise<Opened> => {
    const checked = check(type.options, withDefaults(type.options, options), `The options of a ${type.id} datasource`)
    // The build checked the door's default export against this contract.
    const open = (await kernel.openContribution('datasource', type.id, 'connect')) as Connect<unknown, unknown>
    const services = kernel.services(type.plugin)
    const http = createHttpClient()
    try {
      const get: typeof services.get = (token) =>
        token === (HttpClient as symbol) ? (http as never) : services.get(token)
      const client = await open(checked, { get, log: services.get(Logger), http })
      return {
        client,
        close: async () => {
          await client.close?.()
          await http.close()
        },
      }
    } catch (cause) {
      await http.close()
      if (isCodedError(cause)) throw cause
      throw new ServerError(
        'DATASOURCE_FAILED',
        { type: type.id, reason: String((cause as Error)?.message ?? cause) },
        { cause },
      )
    }
  }

  const release = async (entry: Entry | undefined) => {
    const opened = await entry?.opening.catch(() => undefined)
    await opened?.close().catch((error: unknown) => log.warn('A datasource could not be closed.', { error }))
  }
  const drop = (key: string) => {
    const entry = entries.get(key)
    entries.delete(key)
    return release(entry)
  }
  const stopListening = store.onChange(({ key, revision, action }) => {
    const entry = key.kind === 'datasource' ? entries.get(keyOf(key)) : undefined
    if (entry && (action === 'delete' || entry.revision !== revision)) void drop(keyOf(key))
  })

  return {
    open: async ({ resource, revision }) => {
      const key = keyOf(resource)
      const known = entries.get(key)
      if (known?.revision === revision) return (await known.opening).client
      if (known) void drop(key)
      const type = types.get(resource.spec.type)
      const opening = currentOptions(kernel, type, resource.spec)
        .then((options) => vault.open(resource, type.options, options))
        .then((options) => connect(type, options))
      const entry = { revision, opening }
      entries.set(key, entry)
      // What failed to open is tried again at the next query.
      opening.catch(() => entries.get(key) === entry && entries.delete(key))
      return (await opening).client
    },
    check: async (type, options, signal) => {
      const { client, close } = await connect(type, options)
      try {
        return client.check ? await client.check(signal) : 'The datasource was opened; it has no test of its own.'
      } catch (cause) {
        if (isCodedError(cause)) throw cause
        throw new ServerError(
          'DATASOURCE_FAILED',
          { type: type.id, reason: String((cause as Error)?.message ?? cause) },
          { cause },
        )
      } finally {
        await close()
      }
    },
    close: async () => {
      stopListening()
      await Promise.all([...entries.keys()].map(drop))
    },
  }
}
