import {
  canonicalText,
  isVisible,
  listLimit,
  ResourceError,
  revisionOf,
  sortKey,
  type Change,
  type PutItem,
  type Resource,
  type ResourceKey,
  type ResourceStore,
  type StoredResource,
  type Write,
} from '@orrery/resource'
import { sql, type Kysely, type Transaction } from 'kysely'
import { messageOf } from './changes.ts'
import type { Database } from './database.ts'
import { createHistory, type History } from './history.ts'
import {
  indexMissing,
  removeSearched,
  replaceSearched,
  searchResources,
  type Found,
  type SearchQuery,
} from './search.ts'
import { replaceSecrets, type DocumentSecrets } from './secret-rows.ts'
import { toStored, type StoredRow } from './stored.ts'
import type { Tables } from './tables.ts'
import { createStoredTexts, type StoredTexts } from './texts.ts'

/** A place in a resource that names another one. */
export interface Reference {
  readonly path: string
  readonly kind: string
  readonly id: string
}

/** A resource to be written with its secrets; those that it has stay when none are given. */
export interface HostPutItem extends PutItem {
  readonly secrets?: DocumentSecrets
}

/** The store of the host: resources, their secrets, their history, and who refers to whom. */
export interface HostResourceStore extends ResourceStore, History, StoredTexts {
  readonly putAll: (items: readonly HostPutItem[]) => Promise<readonly StoredResource[]>
  /** The resources that refer to this one. */
  readonly usages: (key: ResourceKey) => Promise<ResourceKey[]>
  /** How many resources refer to each one of a kind; those that none refers to are left out. */
  readonly countUsages: (namespace: string, kind: string) => Promise<ReadonlyMap<string, number>>
  /** What it refers to, and whether that is there. */
  readonly references: (key: ResourceKey) => Promise<readonly (Reference & { readonly exists: boolean })[]>
  /** The resources of all kinds that a text finds, the best first. */
  readonly search: (query: SearchQuery) => Promise<readonly Found[]>
  /** Makes findable what was stored before there was a search; to be called once, at the start. */
  readonly indexMissing: () => Promise<void>
}

/** What is indexed with every write of a resource. */
export interface ResourceIndex {
  readonly referencesOf: (resource: Resource) => readonly Reference[]
  /** Texts that it is found by besides its title and id. */
  readonly wordsOf: (resource: Resource) => readonly string[]
}

const assertMatch = (key: ResourceKey, found: StoredRow | undefined, { ifMatch }: Write) => {
  if (ifMatch === undefined && found) throw new ResourceError('RESOURCE_EXISTS', { key })
  if (ifMatch !== undefined && (!found || (ifMatch !== '*' && ifMatch !== found.revision)))
    throw new ResourceError('RESOURCE_CONFLICT', { key, expected: ifMatch, current: found?.revision })
}

const byKey = (db: Kysely<Tables>, { namespace, kind, id }: ResourceKey) =>
  db
    .selectFrom('resources')
    .selectAll()
    .where('namespace', '=', namespace)
    .where('kind', '=', kind)
    .where('id', '=', id)

async function replaceReferences(
  trx: Transaction<Tables>,
  { namespace, kind, id }: ResourceKey,
  references: readonly Reference[],
) {
  await trx
    .deleteFrom('refs')
    .where('namespace', '=', namespace)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .execute()
  // One statement a row: a document may hold more references than a statement may have parameters.
  for (const { path, kind: toKind, id: toId } of references)
    await trx.insertInto('refs').values({ namespace, kind, id, path, toKind, toId }).execute()
}

export function createResourceStore(
  { db, dialect, onForeignChange }: Pick<Database, 'db' | 'dialect' | 'onForeignChange'>,
  { referencesOf, wordsOf }: ResourceIndex,
): HostResourceStore {
  const listeners = new Set<(change: Change) => void>()
  const tell = (change: Change) => {
    for (const listener of listeners) listener(change)
  }

  onForeignChange?.(tell)

  /** Runs a transaction that writes, and tells its changes once they are committed. */
  const transact = async <T>(work: (trx: Transaction<Tables>, changes: Change[]) => Promise<T>): Promise<T> => {
    const changes: Change[] = []
    const done = await db.transaction().execute(async (trx) => {
      await dialect.beginWrite(trx)
      const result = await work(trx, changes)
      for (const { change } of changes) await dialect.announce(trx, change)
      return result
    })
    changes.forEach(tell)
    return done
  }

  const write = async (
    trx: Transaction<Tables>,
    changes: Change[],
    { resource, write: { author, ...rest }, secrets }: HostPutItem,
  ): Promise<StoredResource> => {
    const key = { namespace: resource.namespace, kind: resource.kind, id: resource.id }
    const found = await byKey(trx, key).executeTakeFirst()
    assertMatch(key, found, { author, ...rest })
    const text = canonicalText(resource)
    const revision = revisionOf(text)
    const managedBy = rest.managedBy ?? null
    if (found?.revision === revision && found.managedBy === managedBy) return toStored(found)
    const at = new Date().toISOString()
    const createdAt = found?.createdAt ?? at
    const action = found ? 'update' : 'create'
    const message = messageOf({ author, ...rest })
    const { change } = await trx
      .insertInto('changes')
      .values({ ...key, action, revision, text, author, at, createdAt, managedBy, ...message.row })
      .returning('change')
      .executeTakeFirstOrThrow()
    const row = { text, revision, change, createdAt, updatedAt: at, updatedBy: author, managedBy }
    const columns = { ...row, folder: resource.metadata.folder ?? null, sort: sortKey(resource) }
    await trx
      .insertInto('resources')
      .values({ ...key, ...columns })
      .onConflict((conflict) => conflict.columns(['namespace', 'kind', 'id']).doUpdateSet(columns))
      .execute()
    await replaceReferences(trx, key, referencesOf(resource))
    await replaceSearched(trx, resource, wordsOf(resource))
    if (secrets) await replaceSecrets(trx, key, secrets)
    changes.push({ change, key, action, revision, author, at, ...message.told })
    return toStored({ kind: key.kind, id: key.id, ...row })
  }

  const putAll: HostResourceStore['putAll'] = (items) =>
    transact(async (trx, changes) => {
      const stored: StoredResource[] = []
      for (const item of items) stored.push(await write(trx, changes, item))
      return stored
    })

  const remove = async (trx: Transaction<Tables>, key: ResourceKey, options: Write): Promise<Change> => {
    const found = await byKey(trx, key).executeTakeFirst()
    if (!found) throw new ResourceError('RESOURCE_NOT_FOUND', { key })
    assertMatch(key, found, options)
    const { namespace, kind, id } = key
    const { revision, createdAt, managedBy } = found
    const message = messageOf(options)
    const at = new Date().toISOString()
    const { change } = await trx
      .insertInto('changes')
      .values({
        namespace,
        kind,
        id,
        action: 'delete',
        revision,
        text: null,
        author: options.author,
        at,
        createdAt,
        managedBy,
        ...message.row,
      })
      .returning('change')
      .executeTakeFirstOrThrow()
    await trx
      .deleteFrom('resources')
      .where('namespace', '=', namespace)
      .where('kind', '=', kind)
      .where('id', '=', id)
      .execute()
    await replaceReferences(trx, key, [])
    await removeSearched(trx, key)
    await replaceSecrets(trx, key, { added: [], kept: [] })
    return {
      change,
      key: { namespace, kind, id },
      action: 'delete',
      revision,
      author: options.author,
      at,
      ...message.told,
    }
  }

  return {
    ...createHistory(db),
    ...createStoredTexts(db),
    get: async (key) => {
      const row = await byKey(db, key).executeTakeFirst()
      return row && toStored(row)
    },
    list: async (query) => {
      if (!isVisible(query.visible, query.kind)) return { items: [] }
      const limit = listLimit(query)
      const rows = await db
        .selectFrom('resources')
        .selectAll()
        .where('namespace', '=', query.namespace)
        .where('kind', '=', query.kind)
        .$if(query.folder !== undefined, (all) =>
          query.folder === '' ? all.where('folder', 'is', null) : all.where('folder', '=', query.folder!),
        )
        .$if(query.after !== undefined, (all) => all.where('sort', '>', query.after!))
        .$if(query.search !== undefined, (all) =>
          all.where(({ ref }) => sql<boolean>`${dialect.position(ref('sort'), query.search!.toLowerCase())} > 0`),
        )
        .orderBy('sort')
        .limit(limit + 1)
        .execute()
      const page = rows.slice(0, limit)
      const items = page.map(toStored)
      return rows.length > limit ? { items, next: page.at(-1)!.sort } : { items }
    },
    put: async (resource, options) => (await putAll([{ resource, write: options }]))[0]!,
    putAll,
    delete: (key, options) => transact(async (trx, changes) => void changes.push(await remove(trx, key, options))),
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    usages: ({ namespace, kind, id }) =>
      db
        .selectFrom('refs')
        .select(['namespace', 'kind', 'id'])
        .distinct()
        .where('namespace', '=', namespace)
        .where('toKind', '=', kind)
        .where('toId', '=', id)
        .orderBy('kind')
        .orderBy('id')
        .execute(),
    countUsages: async (namespace, kind) => {
      const rows = await db
        .selectFrom('refs')
        .select(['toId', 'kind', 'id'])
        .distinct()
        .where('namespace', '=', namespace)
        .where('toKind', '=', kind)
        .execute()
      const counts = new Map<string, number>()
      for (const { toId } of rows) counts.set(toId, (counts.get(toId) ?? 0) + 1)
      return counts
    },
    references: async ({ namespace, kind, id }) => {
      const rows = await db
        .selectFrom('refs')
        .leftJoin('resources', (join) =>
          join
            .onRef('resources.namespace', '=', 'refs.namespace')
            .onRef('resources.kind', '=', 'refs.toKind')
            .onRef('resources.id', '=', 'refs.toId'),
        )
        .select(['refs.path', 'refs.toKind', 'refs.toId', 'resources.id as found'])
        .where('refs.namespace', '=', namespace)
        .where('refs.kind', '=', kind)
        .where('refs.id', '=', id)
        .orderBy('refs.path')
        .execute()
      return rows.map(({ path, toKind, toId, found }) => ({ path, kind: toKind, id: toId, exists: found !== null }))
    },
    search: (query) => searchResources(db, dialect, query),
    indexMissing: () => indexMissing(db, wordsOf),
  }
}
