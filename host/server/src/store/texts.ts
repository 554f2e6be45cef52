import { listLimit, type ResourceKey, type StoredResource } from '@orrery/resource'
import type { Kysely } from 'kysely'
import { toKnown } from './stored.ts'
import type { Tables } from './tables.ts'

/** A resource as it is stored, which its host need not understand. */
export interface StoredText extends Omit<StoredResource, 'resource'> {
  readonly kind: string
  readonly id: string
  readonly text: string
}

/** Resources of whichever kinds. */
export interface StoredTexts {
  /** How many resources there are of each kind. */
  readonly countKinds: (namespace: string) => Promise<readonly { readonly kind: string; readonly count: number }[]>
  readonly getText: (key: ResourceKey) => Promise<StoredText | undefined>
  /** In the order of their ids. */
  readonly listTexts: (query: {
    readonly namespace: string
    readonly kind: string
    /** At most this many; 100 when omitted, 1,000 at most. */
    readonly limit?: number
    /** The `next` of the page before. */
    readonly after?: string
  }) => Promise<{ readonly items: readonly StoredText[]; readonly next?: string }>
}

const COLUMNS = [
  'kind',
  'id',
  'text',
  'revision',
  'change',
  'createdAt',
  'updatedAt',
  'updatedBy',
  'managedBy',
] as const

export function createStoredTexts(db: Kysely<Tables>): StoredTexts {
  const of = (namespace: string, kind: string) =>
    db.selectFrom('resources').select(COLUMNS).where('namespace', '=', namespace).where('kind', '=', kind)
  return {
    countKinds: async (namespace) => {
      const rows = await db
        .selectFrom('resources')
        .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
        .where('namespace', '=', namespace)
        .groupBy('kind')
        .orderBy('kind')
        .execute()
      return rows.map(({ kind, count }) => ({ kind, count: Number(count) }))
    },
    getText: async ({ namespace, kind, id }) => {
      const row = await of(namespace, kind).where('id', '=', id).executeTakeFirst()
      return row && { kind: row.kind, id: row.id, text: row.text, ...toKnown(row) }
    },
    listTexts: async (query) => {
      const limit = listLimit(query)
      const rows = await of(query.namespace, query.kind)
        .$if(query.after !== undefined, (all) => all.where('id', '>', query.after!))
        .orderBy('id')
        .limit(limit + 1)
        .execute()
      const items = rows.slice(0, limit).map((row) => ({ kind: row.kind, id: row.id, text: row.text, ...toKnown(row) }))
      return rows.length > limit ? { items, next: items.at(-1)!.id } : { items }
    },
  }
}
