import type { Kysely } from 'kysely'
import { parseText } from './stored.ts'
import type { Tables } from './tables.ts'

/** A resource that was deleted and not made again. */
export interface Deleted {
  readonly id: string
  readonly title: string
  /** That which was deleted. */
  readonly revision: string
  readonly at: string
  readonly author: string
}

const MOST = 100

/** What was deleted of a kind and not made again, the latest first, at most 100. */
export async function listDeleted(db: Kysely<Tables>, namespace: string, kind: string): Promise<readonly Deleted[]> {
  const rows = await db
    .selectFrom('changes as gone')
    .select((gone) => [
      'gone.id',
      'gone.revision',
      'gone.at',
      'gone.author',
      gone
        .selectFrom('changes as was')
        .select('was.text')
        .whereRef('was.namespace', '=', 'gone.namespace')
        .whereRef('was.kind', '=', 'gone.kind')
        .whereRef('was.id', '=', 'gone.id')
        .where('was.text', 'is not', null)
        .orderBy('was.change', 'desc')
        .limit(1)
        .as('text'),
    ])
    .where('gone.namespace', '=', namespace)
    .where('gone.kind', '=', kind)
    .where('gone.action', '=', 'delete')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('changes as later')
            .select('later.change')
            .whereRef('later.namespace', '=', 'gone.namespace')
            .whereRef('later.kind', '=', 'gone.kind')
            .whereRef('later.id', '=', 'gone.id')
            .whereRef('later.change', '>', 'gone.change'),
        ),
      ),
    )
    .orderBy('gone.change', 'desc')
    .limit(MOST)
    .execute()
  return rows.flatMap(({ text, ...row }) =>
    text === null ? [] : [{ ...row, title: parseText({ kind, id: row.id, text }).metadata.title }],
  )
}
