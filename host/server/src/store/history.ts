import { listLimit, type Change, type ResourceKey, type ResourceStore, type StoredResource } from '@orrery/resource'
import type { Kysely } from 'kysely'
import { CHANGE_COLUMNS, toChange } from './changes.ts'
import { listDeleted, type Deleted } from './deleted.ts'
import { toStored } from './stored.ts'
import type { Tables } from './tables.ts'

/** What was changed: read from the table of changes. */
export interface History extends Pick<ResourceStore, 'getRevision' | 'changes'> {
  /** The change with this number. */
  readonly getChange: (namespace: string, change: number) => Promise<Change | undefined>
  /** The resource as it was before a change; undefined when the change created it. */
  readonly before: (change: Change) => Promise<StoredResource | undefined>
  /** What was deleted of a kind and not made again, the latest first, at most 100. */
  readonly deleted: (namespace: string, kind: string) => Promise<readonly Deleted[]>
}

export function createHistory(db: Kysely<Tables>): History {
  const texts = ({ namespace, kind, id }: ResourceKey) =>
    db
      .selectFrom('changes')
      .select([
        'kind',
        'id',
        'text',
        'revision',
        'change',
        'createdAt',
        'at as updatedAt',
        'author as updatedBy',
        'managedBy',
      ])
      .where('namespace', '=', namespace)
      .where('kind', '=', kind)
      .where('id', '=', id)
      .where('text', 'is not', null)
      .$narrowType<{ text: string }>()
      .orderBy('change', 'desc')
      .limit(1)

  return {
    getRevision: async (key, revision) => {
      const row = await texts(key).where('revision', '=', revision).executeTakeFirst()
      return row && toStored(row)
    },
    getChange: async (namespace, change) => {
      const row = await db
        .selectFrom('changes')
        .select(CHANGE_COLUMNS)
        .where('namespace', '=', namespace)
        .where('change', '=', change)
        .executeTakeFirst()
      return row && toChange(row)
    },
    before: async ({ key, change, action }) => {
      if (action === 'create') return undefined
      const row = await texts(key).where('change', '<', change).executeTakeFirst()
      return row && toStored(row)
    },
    deleted: (namespace, kind) => listDeleted(db, namespace, kind),
    changes: async (query) => {
      const limit = listLimit(query)
      const kinds = query.visible?.kinds ?? 'any'
      const rows = await db
        .selectFrom('changes')
        .select(CHANGE_COLUMNS)
        .where('namespace', '=', query.namespace)
        .$if(query.kind !== undefined, (all) => all.where('kind', '=', query.kind!))
        .$if(query.id !== undefined, (all) => all.where('id', '=', query.id!))
        .$if(query.author !== undefined, (all) => all.where('author', '=', query.author!))
        .$if(query.action !== undefined, (all) => all.where('action', '=', query.action!))
        .$if(kinds !== 'any', (all) => all.where(({ or, eb }) => or([...kinds].map((kind) => eb('kind', '=', kind)))))
        .$if(query.before !== undefined, (all) => all.where('change', '<', query.before!))
        .$if(query.after !== undefined, (all) => all.where('change', '>', query.after!))
        .orderBy('change', query.after === undefined ? 'desc' : 'asc')
        .limit(limit + 1)
        .execute()
      const items = rows.slice(0, limit).map(toChange)
      return rows.length > limit ? { items, next: items.at(-1)!.change } : { items }
    },
  }
}
