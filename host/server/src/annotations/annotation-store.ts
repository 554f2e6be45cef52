import { randomUUID } from 'node:crypto'
import {
  AnnotationEvent,
  type AnnotationBody,
  type AnnotationList,
  type AnnotationParams,
  type AnnotationRecord,
} from '@orrery/api'
import { Type, validate, type Static } from '@orrery/schema'
import type { Kysely, Selectable } from 'kysely'
import type { Database } from '../store/database.ts'
import type { AnnotationTable, Tables } from '../store/tables.ts'
import { countTags, idsTagged, setTags, tagsById } from './annotation-tags.ts'

/** Annotations that people and programs make by hand. Records, not resources: they have no history. */
export interface AnnotationStore {
  readonly list: (namespace: string, query: Static<typeof AnnotationParams>) => Promise<AnnotationList>
  readonly get: (namespace: string, id: string) => Promise<AnnotationRecord | undefined>
  readonly add: (namespace: string, body: AnnotationBody, author: string) => Promise<AnnotationRecord>
  /** Undefined when there is none. */
  readonly replace: (
    namespace: string,
    id: string,
    body: AnnotationBody,
    author: string,
  ) => Promise<AnnotationRecord | undefined>
  /** False when there is none. */
  readonly remove: (namespace: string, id: string) => Promise<boolean>
  /** How many annotations have each tag, the most used 1,000 first. */
  readonly countTags: (namespace: string) => Promise<readonly { readonly tag: string; readonly count: number }[]>
  /** Deletes those that nobody has written for so many days. */
  readonly purge: (days: number) => Promise<void>
  /** Calls back after each change, also of other hosts on the same database, until what it returns is called. */
  readonly onChange: (listener: (namespace: string, event: AnnotationEvent) => void) => () => void
}

const DAY_MS = 86_400_000
const USUAL_LIMIT = 100

/** What of a body stands in the row of an annotation. A moment ends when it begins. */
const toRow = ({ dashboard, panel, time, timeEnd, text }: AnnotationBody) => ({
  dashboard: dashboard ?? null,
  panel: panel ?? null,
  time,
  timeEnd: timeEnd ?? time,
  text,
})

const toRecord = (row: Selectable<AnnotationTable>, tags: readonly string[]): AnnotationRecord => ({
  id: row.id,
  ...(row.dashboard !== null && { dashboard: row.dashboard }),
  ...(row.panel !== null && { panel: row.panel }),
  time: row.time,
  ...(row.timeEnd > row.time && { timeEnd: row.timeEnd }),
  text: row.text,
  tags: [...tags],
  createdBy: row.createdBy,
  createdAt: row.createdAt,
  updatedBy: row.updatedBy,
  updatedAt: row.updatedAt,
})

/** What hosts on one database tell each other. */
const Signal = Type.Object({ annotation: AnnotationEvent, namespace: Type.String() })

/** Undefined for what is none: whoever may write to the database may signal anything. */
function readSignal(text: string): Static<typeof Signal> | undefined {
  try {
    const signal = validate(Signal, JSON.parse(text))
    return signal.ok ? signal.value : undefined
  } catch {
    return undefined
  }
}

export function createAnnotationStore(
  { db, dialect, onForeignSignal }: Pick<Database, 'db' | 'dialect' | 'onForeignSignal'>,
  clock = () => new Date(),
): AnnotationStore {
  const listeners = new Set<(namespace: string, event: AnnotationEvent) => void>()
  const tellHere = (namespace: string, event: AnnotationEvent) => {
    for (const listener of listeners) listener(namespace, event)
  }
  onForeignSignal?.((text) => {
    const signal = readSignal(text)
    if (signal) tellHere(signal.namespace, signal.annotation)
  })
  const tell = async (
    namespace: string,
    action: AnnotationEvent['action'],
    { id, dashboard }: { readonly id: string; readonly dashboard: string | null },
  ) => {
    const annotation = { id, action, ...(dashboard !== null && { dashboard }) }
    tellHere(namespace, annotation)
    // It is kept by now. Whoever is not told finds it when the dashboard is refreshed.
    await dialect.signal(db, JSON.stringify({ namespace, annotation })).catch(() => {})
  }
  const rowOf = (on: Kysely<Tables>, namespace: string, id: string) =>
    on.selectFrom('annotations').selectAll().where('namespace', '=', namespace).where('id', '=', id).executeTakeFirst()

  return {
    list: async (namespace, { from, to, dashboard, panel, tags: wanted, limit = USUAL_LIMIT, after }) => {
      const [time = '', id = ''] = after?.split('.') ?? []
      let query = db.selectFrom('annotations').selectAll().where('namespace', '=', namespace)
      if (from !== undefined) query = query.where('timeEnd', '>=', from)
      if (to !== undefined) query = query.where('time', '<=', to)
      if (dashboard !== undefined) query = query.where('dashboard', '=', dashboard)
      if (panel !== undefined)
        query = query.where(({ or, eb }) => or([eb('panel', '=', panel), eb('panel', 'is', null)]))
      if (wanted !== undefined) query = query.where('id', 'in', idsTagged(db, namespace, wanted.split(',')))
      if (after !== undefined)
        query = query.where(({ or, and, eb }) =>
          or([eb('time', '<', Number(time)), and([eb('time', '=', Number(time)), eb('id', '<', id)])]),
        )
      const rows = await query
        .orderBy('time', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
      const page = rows.slice(0, limit)
      const byId = await tagsById(db, page)
      const items = page.map((row) => toRecord(row, byId.get(row.id) ?? []))
      const last = rows.length > limit ? page.at(-1) : undefined
      return last ? { items, next: `${last.time}.${last.id}` } : { items }
    },
    get: async (namespace, id) => {
      const row = await rowOf(db, namespace, id)
      return row && toRecord(row, (await tagsById(db, [row])).get(id) ?? [])
    },
    add: async (namespace, body, author) => {
      const now = clock().toISOString()
      const by = { createdBy: author, createdAt: now, updatedBy: author, updatedAt: now }
      const row = { namespace, id: randomUUID(), ...toRow(body), ...by }
      const known = await db.transaction().execute(async (trx) => {
        await trx.insertInto('annotations').values(row).execute()
        return setTags(trx, row, body.tags)
      })
      await tell(namespace, 'create', row)
      return toRecord(row, known)
    },
    replace: async (namespace, id, body, author) => {
      const changed = await db.transaction().execute(async (trx) => {
        const before = await rowOf(trx, namespace, id)
        if (!before) return undefined
        const row = { ...before, ...toRow(body), updatedBy: author, updatedAt: clock().toISOString() }
        await trx.updateTable('annotations').set(row).where('namespace', '=', namespace).where('id', '=', id).execute()
        return { row, tags: await setTags(trx, row, body.tags) }
      })
      if (changed) await tell(namespace, 'update', changed.row)
      return changed && toRecord(changed.row, changed.tags)
    },
    remove: async (namespace, id) => {
      const gone = await db
        .deleteFrom('annotations')
        .where('namespace', '=', namespace)
        .where('id', '=', id)
        .returning(['id', 'dashboard'])
        .executeTakeFirst()
      if (gone) await tell(namespace, 'delete', gone)
      return gone !== undefined
    },
    countTags: (namespace) => countTags(db, namespace),
    purge: async (days) => {
      const before = new Date(clock().getTime() - days * DAY_MS).toISOString()
      await db.deleteFrom('annotations').where('updatedAt', '<', before).execute()
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
