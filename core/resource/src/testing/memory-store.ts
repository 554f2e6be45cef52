import { canonicalText, revisionOf } from '../canonical.ts'
import { ResourceError } from '../errors.ts'
import {
  isVisible,
  listLimit,
  sortKey,
  type Change,
  type PutItem,
  type ResourceKey,
  type ResourceStore,
  type StoredResource,
  type Write,
} from '../store.ts'

const textKey = ({ namespace, kind, id }: ResourceKey) => `${namespace}/${kind}/${id}`

const messageOf = ({ message }: Write) => (message === undefined ? {} : { message })

/** Resources in memory, for tests: the same contract as the host's store, kept nowhere. */
export function createMemoryStore(now = () => new Date()): ResourceStore {
  let current: ReadonlyMap<string, StoredResource> = new Map()
  let history: ReadonlyMap<string, StoredResource> = new Map()
  const changes: Change[] = []
  const listeners = new Set<(change: Change) => void>()
  let lastChange = 0

  const expect = (key: ResourceKey, found: StoredResource | undefined, { ifMatch }: Write) => {
    if (ifMatch === undefined && found) throw new ResourceError('RESOURCE_EXISTS', { key })
    if (ifMatch !== undefined && (!found || (ifMatch !== '*' && ifMatch !== found.revision)))
      throw new ResourceError('RESOURCE_CONFLICT', { key, expected: ifMatch, current: found?.revision })
  }
  const tell = (change: Change) => {
    changes.unshift(change)
    for (const listener of listeners) listener(change)
  }

  const putAll: ResourceStore['putAll'] = async (items) => {
    const next = { current: new Map(current), history: new Map(history), change: lastChange }
    const told: Change[] = []
    const put = ({ resource, write }: PutItem): StoredResource => {
      const key = { namespace: resource.namespace, kind: resource.kind, id: resource.id }
      const found = next.current.get(textKey(key))
      expect(key, found, write)
      const revision = revisionOf(canonicalText(resource))
      if (found?.revision === revision && found.managedBy === write.managedBy) return found
      const at = now().toISOString()
      const stored: StoredResource = {
        resource: structuredClone(resource),
        revision,
        change: ++next.change,
        createdAt: found?.createdAt ?? at,
        updatedAt: at,
        updatedBy: write.author,
        ...(write.managedBy === undefined ? {} : { managedBy: write.managedBy }),
      }
      next.current.set(textKey(key), stored)
      next.history.set(`${textKey(key)}@${revision}`, stored)
      const action = found ? 'update' : 'create'
      told.push({ change: stored.change, key, action, revision, author: write.author, at, ...messageOf(write) })
      return stored
    }
    const stored = items.map(put)
    current = next.current
    history = next.history
    lastChange = next.change
    told.forEach(tell)
    return stored
  }

  return {
    get: async (key) => current.get(textKey(key)),
    getRevision: async (key, revision) => history.get(`${textKey(key)}@${revision}`),
    list: async (query) => {
      const search = query.search?.toLowerCase()
      const found = [...current.values()]
        .filter(({ resource }) => resource.namespace === query.namespace && resource.kind === query.kind)
        .filter(({ resource }) => isVisible(query.visible, resource.kind))
        .filter(({ resource }) => query.folder === undefined || (resource.metadata.folder ?? '') === query.folder)
        .map((item) => ({ item, sort: sortKey(item.resource) }))
        .filter(
          ({ sort }) =>
            (search === undefined || sort.includes(search)) && (query.after === undefined || sort > query.after),
        )
        .sort((a, b) => (a.sort < b.sort ? -1 : 1))
      const page = found.slice(0, listLimit(query))
      const items = page.map(({ item }) => item)
      return page.length < found.length ? { items, next: page.at(-1)!.sort } : { items }
    },
    changes: async (query) => {
      const found = changes.filter(
        ({ change, key, author, action }) =>
          key.namespace === query.namespace &&
          isVisible(query.visible, key.kind) &&
          (query.author === undefined || author === query.author) &&
          (query.action === undefined || action === query.action) &&
          (query.kind === undefined || key.kind === query.kind) &&
          (query.id === undefined || key.id === query.id) &&
          (query.before === undefined || change < query.before) &&
          (query.after === undefined || change > query.after),
      )
      if (query.after !== undefined) found.reverse()
      const items = found.slice(0, listLimit(query))
      return items.length < found.length ? { items, next: items.at(-1)!.change } : { items }
    },
    put: async (resource, write) => (await putAll([{ resource, write }]))[0]!,
    putAll,
    delete: async (key, write) => {
      const found = current.get(textKey(key))
      if (!found) throw new ResourceError('RESOURCE_NOT_FOUND', { key })
      expect(key, found, write)
      current = new Map([...current].filter(([each]) => each !== textKey(key)))
      tell({
        change: ++lastChange,
        key,
        action: 'delete',
        revision: found.revision,
        author: write.author,
        at: now().toISOString(),
        ...messageOf(write),
      })
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
