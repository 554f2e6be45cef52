import type { Change } from '@orrery/resource'
import type { Kysely } from 'kysely'
import type { StoreDialect } from './dialect.ts'
import { openSqliteFolder } from './sqlite-database.ts'
import type { Tables } from './tables.ts'

/** A database that is open and up to date. */
export interface Database {
  readonly db: Kysely<Tables>
  readonly dialect: StoreDialect
  /** Calls back after each change that another host has committed; returns the end of it. Absent where only one host can be. */
  readonly onForeignChange?: (listener: (change: Change) => void) => () => void
  /** Calls back with what another host signals; returns the end of it. Absent as above. */
  readonly onForeignSignal?: (listener: (text: string) => void) => () => void
  readonly close: () => Promise<void>
}

export interface DatabasePlace {
  /** Folder of an SQLite database; in memory without one. */
  readonly folder?: string
  /** `postgres://user:password@host:5432/name`, in place of SQLite. */
  readonly url?: string
}

/** Opens the store: an SQLite database in a folder that it makes and locks, or PostgreSQL, which several hosts may share. */
export async function openDatabase({ folder, url }: DatabasePlace = {}): Promise<Database> {
  if (url === undefined) return openSqliteFolder(folder)
  // Most hosts have no need of its driver.
  const { openPostgres } = await import('./postgres-database.ts')
  return openPostgres(url)
}

/** Asks a PostgreSQL database something and changes nothing; STORE_UNREADABLE says why it cannot. */
export async function reachDatabase(url: string): Promise<void> {
  const { reachPostgres } = await import('./reach-postgres.ts')
  return reachPostgres(url)
}
