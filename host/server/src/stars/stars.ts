import type { ResourceKey } from '@orrery/resource'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** Resources that people want at hand, each person's own. */
export interface Stars {
  /** Of resources that are there, by kind and id. */
  readonly list: (
    subject: string,
    namespace: string,
  ) => Promise<readonly { readonly kind: string; readonly id: string }[]>
  readonly add: (subject: string, key: ResourceKey) => Promise<void>
  readonly remove: (subject: string, key: ResourceKey) => Promise<void>
}

export const createStars = (db: Kysely<Tables>): Stars => ({
  // A resource that is deleted and restored has its stars again.
  list: (subject, namespace) =>
    db
      .selectFrom('stars')
      .innerJoin('resources', (join) =>
        join
          .onRef('resources.namespace', '=', 'stars.namespace')
          .onRef('resources.kind', '=', 'stars.kind')
          .onRef('resources.id', '=', 'stars.id'),
      )
      .select(['stars.kind', 'stars.id'])
      .where('stars.subject', '=', subject)
      .where('stars.namespace', '=', namespace)
      .orderBy('stars.kind')
      .orderBy('stars.id')
      .execute(),
  add: async (subject, { namespace, kind, id }) => {
    await db
      .insertInto('stars')
      .values({ subject, namespace, kind, id })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  },
  remove: async (subject, { namespace, kind, id }) => {
    await db
      .deleteFrom('stars')
      .where('subject', '=', subject)
      .where('namespace', '=', namespace)
      .where('kind', '=', kind)
      .where('id', '=', id)
      .execute()
  },
})
