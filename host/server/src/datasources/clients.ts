import type { Kernel } from '@orrery/kernel'
import { DatasourceKind, type DatasourceSpec } from '@orrery/query'
import { ResourceError, type ResourceKey, type ResourceStore, type StoredResource } from '@orrery/resource'
import type { HostLog } from '../log/log.ts'
import type { Vault } from '../secrets/vault.ts'
import { createConnect, datasourceFailure, within, type Client, type Opened } from './connect.ts'
import { currentOptions } from './options.ts'
import type { DatasourceType, DatasourceTypes } from './types.ts'

const TIMEOUT_MS = 15_000

type StoredDatasource = StoredResource<DatasourceSpec>

/** Open datasources: each is connected at its first query, and closed when it has changed and no query holds it. */
export interface Clients {
  /**
   * Runs the task with the client of a datasource as it is stored now, which stays open until the task ends.
   * RESOURCE_NOT_FOUND, DATASOURCE_FAILED, DATASOURCE_TIMEOUT, and what the task throws.
   */
  readonly use: <T>(key: ResourceKey, task: (client: Client) => Promise<T>) => Promise<T>
  /** Connects options whose secrets are texts, asks the client to check them, and closes it. */
  readonly check: (type: DatasourceType, options: unknown) => Promise<string>
  readonly close: () => Promise<void>
}

export interface ClientsOptions {
  readonly kernel: Kernel
  readonly types: DatasourceTypes
  readonly vault: Vault
  readonly store: ResourceStore
  readonly log: HostLog
  /** Time to connect, to check and to close; 15 seconds when omitted. */
  readonly timeoutMs?: number
}

interface Entry {
  readonly revision: string
  /** Grows with each write, so that the newer of two is known. */
  readonly change: number
  readonly opening: Promise<Opened>
  uses: number
}

const keyOf = ({ namespace, id }: ResourceKey) => `${namespace}/${id}`

export function createClients({ kernel, types, vault, store, log, timeoutMs = TIMEOUT_MS }: ClientsOptions): Clients {
  const connect = createConnect(kernel, timeoutMs)
  const current = new Map<string, Entry>()
  /** Those that changed, but are held by queries. */
  const outdated = new Set<Entry>()

  const closeQuietly = async ({ close }: Opened) => {
    await close().catch((error: unknown) => log.warn('A datasource could not be closed.', { error }))
  }
  const release = async (entry: Entry) => {
    outdated.delete(entry)
    const opened = await entry.opening.catch(() => undefined)
    if (opened) await closeQuietly(opened)
  }
  const drop = (key: string, entry: Entry) => {
    current.delete(key)
    if (entry.uses > 0) outdated.add(entry)
    else void release(entry)
  }
  const stopListening = store.onChange(({ key, revision, action }) => {
    const entry = key.kind === DatasourceKind.kind ? current.get(keyOf(key)) : undefined
    if (entry && (action === 'delete' || entry.revision !== revision)) drop(keyOf(key), entry)
  })

  const open = ({ resource, revision, change }: StoredDatasource): Entry => {
    const key = keyOf(resource)
    const known = current.get(key)
    if (known && (known.revision === revision || known.change > change)) return known
    if (known) drop(key, known)
    const connected = async () => {
      const type = types.get(resource.spec.type)
      const options = await currentOptions(kernel, type, resource.spec)
      return connect(type, await vault.open(resource, type.options, options))
    }
    const entry: Entry = { revision, change, opening: connected(), uses: 0 }
    current.set(key, entry)
    // What failed to open is tried again at the next query.
    entry.opening.catch(() => current.get(key) === entry && current.delete(key))
    return entry
  }

  return {
    use: async (key, task) => {
      const stored = await store.get(key)
      if (!stored) throw new ResourceError('RESOURCE_NOT_FOUND', { key })
      // A resource of this kind was checked when it was written.
      const entry = open(stored as StoredDatasource)
      entry.uses++
      try {
        return await task((await entry.opening).client)
      } finally {
        entry.uses--
        if (entry.uses === 0 && outdated.has(entry)) void release(entry)
      }
    },
    check: async (type, options) => {
      const opened = await connect(type, options)
      const { client } = opened
      try {
        if (!client.check) return 'The datasource was opened; it has no test of its own.'
        return await within(timeoutMs, { type: type.id, step: 'answer its test' }, (signal) => client.check!(signal))
      } catch (cause) {
        throw datasourceFailure(type.id, cause)
      } finally {
        await closeQuietly(opened)
      }
    },
    close: async () => {
      stopListening()
      const entries = [...current.values(), ...outdated]
      current.clear()
      await Promise.all(entries.map(release))
    },
  }
}
