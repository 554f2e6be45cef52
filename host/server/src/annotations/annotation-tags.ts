import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'

// Tags have a table of their own, so that annotations are found by them. They go with their annotation.

interface Annotation {
  readonly namespace: string
  readonly id: string
}

const MOST_TAGS = 1000

/** Asks for the ids of annotations that have one of these tags. */
export const idsTagged = (db: Kysely<Tables>, namespace: string, tags: readonly string[]) =>
  db.selectFrom('annotationTags').select('annotation').where('namespace', '=', namespace).where('tag', 'in', tags)

/** By the ids of annotations, in alphabetical order. */
export async function tagsById(
  db: Kysely<Tables>,
  annotations: readonly Annotation[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (annotations.length === 0) return new Map()
  const ids = annotations.map(({ id }) => id)
  const rows = await db
    .selectFrom('annotationTags')
    .select(['annotation', 'tag'])
    .where('annotation', 'in', ids)
    .orderBy('tag')
    .execute()
  const byId = new Map<string, string[]>(ids.map((id) => [id, []]))
  for (const { annotation, tag } of rows) byId.get(annotation)?.push(tag)
  return byId
}

/** Gives an annotation these and no other tags; answers them as they will be read. */
export async function setTags(
  db: Kysely<Tables>,
  { namespace, id }: Annotation,
  tags: readonly string[] = [],
): Promise<readonly string[]> {
  const each = [...new Set(tags)].toSorted((a, b) => (a < b ? -1 : 1))
  await db.deleteFrom('annotationTags').where('annotation', '=', id).execute()
  const rows = each.map((tag) => ({ namespace, annotation: id, tag }))
  if (rows.length > 0) await db.insertInto('annotationTags').values(rows).execute()
  return each
}

/** How many annotations have each tag: the most used 1,000, those of most annotations first. */
export async function countTags(
  db: Kysely<Tables>,
  namespace: string,
): Promise<{ readonly tag: string; readonly count: number }[]> {
  const rows = await db
    .selectFrom('annotationTags')
    .select(({ fn }) => ['tag', fn.countAll<number>().as('count')])
    .where('namespace', '=', namespace)
    .groupBy('tag')
    .orderBy('count', 'desc')
    .orderBy('tag')
    .limit(MOST_TAGS)
    .execute()
  return rows.map(({ tag, count }) => ({ tag, count: Number(count) }))
}
