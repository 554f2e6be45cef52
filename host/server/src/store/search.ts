import type { Resource, ResourceKey, Visible } from '@orrery/resource'
import { sortKey } from '@orrery/resource'
import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import type { StoreDialect } from './dialect.ts'
import { parseText } from './stored.ts'
import type { Tables } from './tables.ts'

export interface SearchQuery {
  readonly namespace: string
  /** Words that must all be found, any case, each anywhere in a title, id, label or other text of a resource. */
  readonly text: string
  readonly visible: Visible
  /** At most this many; 20 when omitted, 100 at most. */
  readonly limit?: number
}

export interface Found {
  readonly kind: string
  readonly id: string
  readonly title: string
  readonly folder?: { readonly id: string; readonly title?: string }
  /** The label or other text that was found, when it was neither title nor id. */
  readonly match?: string
}

/** Resources that are indexed in one transaction. */
const PAGE = 500

/** Before the start of a word. A title and its id are apart by a line. */
const SEPARATORS = [' ', '\n', '-', '_', '/', '.', ':', '(']

/** What is found first: titles that begin so, then words of titles and ids, then parts of them, then all the rest. */
const rankOf = (
  { position }: StoreDialect,
  sort: RawBuilder<string>,
  whole: string,
  terms: readonly string[],
): RawBuilder<number> => {
  const has = (text: string) => sql`${position(sort, text)} > 0`
  const any = sql.join(
    SEPARATORS.map((separator) => has(separator + whole)),
    sql` or `,
  )
  const all = sql.join(terms.map(has), sql` and `)
  return sql<number>`case when ${position(sort, whole)} = 1 then 0 when ${any} then 1 when ${has(whole)} then 2 when ${all} then 3 else 4 end`
}

/** Writes what a resource is found by, in place of what it was found by before. */
export async function replaceSearched(
  trx: Kysely<Tables> | Transaction<Tables>,
  resource: Resource,
  words: readonly string[],
): Promise<void> {
  const { namespace, kind, id, metadata } = resource
  const text = words.filter((word) => word !== '').join('\n')
  const row = {
    title: metadata.title,
    folder: metadata.folder ?? null,
    sort: sortKey(resource),
    words: text,
    lowerWords: text.toLowerCase(),
  }
  await trx
    .insertInto('searched')
    .values({ namespace, kind, id, ...row })
    .onConflict((conflict) => conflict.columns(['namespace', 'kind', 'id']).doUpdateSet(row))
    .execute()
}

export async function removeSearched(trx: Transaction<Tables>, { namespace, kind, id }: ResourceKey): Promise<void> {
  await trx
    .deleteFrom('searched')
    .where('namespace', '=', namespace)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .execute()
}

/** Makes findable what is not yet: resources that were written before there was a search, or restored from then. */
export async function indexMissing(db: Kysely<Tables>, wordsOf: (resource: Resource) => readonly string[]) {
  const missing = await db
    .selectFrom('resources')
    .leftJoin('searched', (join) =>
      join
        .onRef('searched.namespace', '=', 'resources.namespace')
        .onRef('searched.kind', '=', 'resources.kind')
        .onRef('searched.id', '=', 'resources.id'),
    )
    .where('searched.id', 'is', null)
    .select(['resources.namespace', 'resources.kind', 'resources.id'])
    .execute()
  for (let from = 0; from < missing.length; from += PAGE)
    await db.transaction().execute(async (trx) => {
      for (const { namespace, kind, id } of missing.slice(from, from + PAGE)) {
        const row = await trx
          .selectFrom('resources')
          .select('text')
          .where('namespace', '=', namespace)
          .where('kind', '=', kind)
          .where('id', '=', id)
          .executeTakeFirst()
        if (!row) continue
        const read = parseText({ kind, id, text: row.text })
        // One of a kind or version that this host does not know need not have these.
        const resource = {
          ...read,
          namespace,
          kind,
          id,
          metadata: { ...read.metadata, title: read.metadata?.title ?? id },
        }
        await replaceSearched(trx, resource, wordsOf(resource))
      }
    })
}

/** Finds resources of all kinds that may be seen, the best first. */
export async function searchResources(
  db: Kysely<Tables>,
  dialect: StoreDialect,
  { namespace, text, visible, limit = 20 }: SearchQuery,
): Promise<readonly Found[]> {
  const terms = text.toLowerCase().split(/\s+/).filter(Boolean)
  const kinds = visible.kinds === 'any' ? undefined : visible.kinds
  const [sort, words] = [sql.ref<string>('searched.sort'), sql.ref<string>('searched.lowerWords')]
  const rows = await db
    .selectFrom('searched')
    .leftJoin('searched as folders', (join) =>
      join
        .onRef('folders.namespace', '=', 'searched.namespace')
        .on('folders.kind', '=', 'folder')
        .onRef('folders.id', '=', 'searched.folder'),
    )
    .where('searched.namespace', '=', namespace)
    .$if(kinds !== undefined, (all) =>
      all.where(({ or, eb }) => or(kinds!.map((kind) => eb('searched.kind', '=', kind)))),
    )
    .where(({ and }) =>
      and(
        terms.map(
          (term) => sql<boolean>`(${dialect.position(sort, term)} > 0 or ${dialect.position(words, term)} > 0)`,
        ),
      ),
    )
    .select([
      'searched.kind',
      'searched.id',
      'searched.title',
      'searched.folder',
      'searched.sort',
      'searched.words',
      'folders.title as folderTitle',
    ])
    .$if(terms.length > 0, (all) => all.orderBy(rankOf(dialect, sort, terms.join(' '), terms)))
    .orderBy('searched.sort')
    .orderBy('searched.kind')
    .limit(Math.min(Math.max(limit, 1), 100))
    .execute()
  return rows.map(({ kind, id, title, folder, folderTitle, sort: ownText, words: lines }) => {
    const elsewhere = terms.find((term) => !ownText.includes(term))
    const match =
      elsewhere === undefined ? undefined : lines.split('\n').find((line) => line.toLowerCase().includes(elsewhere))
    return {
      kind,
      id,
      title,
      ...(folder === null ? {} : { folder: { id: folder, ...(folderTitle === null ? {} : { title: folderTitle }) } }),
      ...(match === undefined ? {} : { match }),
    }
  })
}
