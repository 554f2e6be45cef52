import { sql, type ColumnDataType, type Expression, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** The little in which the databases differ. */
export interface StoreDialect {
  /** Texts that sort by code point, whatever the language of the server. */
  readonly text: ColumnDataType | RawBuilder<unknown>
  /** A whole number that the database counts up. */
  readonly counter: ColumnDataType
  /** Where a text first stands in a column, counted from 1; 0 when it does not. */
  readonly position: (column: Expression<string>, text: string) => RawBuilder<number>
  /**
   * Begins a transaction that writes resources: one at a time, so that changes are seen in the order of their numbers.
   * Called before anything is read in it.
   */
  readonly beginWrite: (trx: Transaction<Tables>) => Promise<void>
  /** Tells other hosts of a change, once the transaction is committed. */
  readonly announce: (trx: Transaction<Tables>, change: number) => Promise<void>
  /** Tells other hosts what is not kept: those that do not listen now never hear of it. */
  readonly signal: (db: Kysely<Tables>, text: string) => Promise<void>
}

/** Has one connection, so transactions follow one another anyway; and no other host. */
export const sqliteDialect: StoreDialect = {
  text: 'text',
  counter: 'integer',
  position: (column, text) => sql<number>`instr(${column}, ${text})`,
  beginWrite: async () => {},
  announce: async () => {},
  signal: async () => {},
}

export const CHANNEL = 'orrery_changes'
export const SIGNALS = 'orrery_signals'
/** Any number, the same in every host: "orrery" as letters of the alphabet. */
const WRITE_LOCK = 151_818_051_825

/** `host` tells the announcements of this host from those of others. */
export const createPostgresDialect = (host: string): StoreDialect => ({
  text: sql`text collate "C"`,
  counter: 'bigserial',
  position: (column, text) => sql<number>`strpos(${column}, ${text})`,
  beginWrite: async (trx) => void (await sql`select pg_advisory_xact_lock(${WRITE_LOCK})`.execute(trx)),
  announce: async (trx, change) => void (await sql`select pg_notify(${CHANNEL}, ${`${host} ${change}`})`.execute(trx)),
  signal: async (db, text) => void (await sql`select pg_notify(${SIGNALS}, ${`${host} ${text}`})`.execute(db)),
})
