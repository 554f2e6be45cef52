import type { Change } from '@orrery/resource'
import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { ServerError } from '../errors.ts'
import type { StoreDialect } from './dialect.ts'
import { createMigrations } from './migrations.ts'
import { openPostgres } from './postgres-database.ts'
import { openSqliteFolder } from './sqlite-database.ts'
import type { Tables } from './tables.ts'

/** A database that is open and up to date. */
export interface Database {
  readonly db: Kysely<Tables>
  readonly dialect: StoreDialect
  /** Calls back after each change that another host has committed; returns the end of it. Absent where only one host can be. */
  readonly onForeignChange?: (listener: (change: Change) => void) => () => void
  readonly close: () => Promise<void>
}

export interface DatabasePlace {
  /** Folder of an SQLite database; in memory without one. */
  readonly folder?: string
  /** `postgres://user:password@host:5432/name`, in place of SQLite. */
  readonly url?: string
}

export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Brings a database up to date. STORE_NEWER, STORE_UNREADABLE. */
export async function migrate(db: Kysely<Tables>, dialect: StoreDialect, place: string): Promise<void> {
  const provider = { getMigrations: async () => createMigrations(dialect) }
  const { error, results } = await new Migrator({ db, provider }).migrateToLatest()
  if (!error) return
  const newer = /corrupted migrations: previously executed migration .* is missing/.test(reasonOf(error))
  if (newer) throw new ServerError('STORE_NEWER', { place }, { cause: error })
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName
  const reason = failed === undefined ? reasonOf(error) : `migration ${failed} failed: ${reasonOf(error)}`
  throw new ServerError('STORE_UNREADABLE', { place, reason }, { cause: error })
}

/** Opens the store: an SQLite database in a folder that it makes and locks, or PostgreSQL, which several hosts may share. */
export const openDatabase = ({ folder, url }: DatabasePlace = {}): Promise<Database> =>
  url === undefined ? openSqliteFolder(folder) : openPostgres(url)
