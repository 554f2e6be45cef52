import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, sql, SqliteDialect } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { ServerError } from '../errors.ts'
import type { Database } from './database.ts'
import { sqliteDialect } from './dialect.ts'
import { withCodedFailures } from './failures.ts'
import { lockFolder } from './lock.ts'
import { migrate, reasonOf } from './migrate.ts'
import { createMigrations } from './migrations.ts'
import { DATABASE_FILE, openSqlite } from './sqlite.ts'
import type { Tables } from './tables.ts'

/** Keeps the store as it is before its tables change; a new one has nothing to keep. */
async function keepBefore(db: Kysely<Tables>, folder: string, migrations: Record<string, Migration>) {
  const all = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).getMigrations()
  const done = all.findLast(({ executedAt }) => executedAt)
  if (!done || all.every(({ executedAt }) => executedAt)) return
  const copy = join(folder, `${DATABASE_FILE}.before-${all.find(({ executedAt }) => !executedAt)!.name}`)
  rmSync(copy, { force: true })
  await sql`vacuum into ${copy}`.execute(db)
}

/**
 * Opens the database of a folder, which it makes, locks and brings up to date; one in memory without a folder. A store that
 * has to be changed for that is copied first, beside itself.
 */
export async function openSqliteFolder(
  folder?: string,
  migrations = createMigrations(sqliteDialect),
): Promise<Database> {
  const place = folder ?? 'memory'
  let unlock = () => {}
  let db: Kysely<Tables> | undefined
  try {
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      unlock = lockFolder(folder)
    }
    const database = openSqlite(folder === undefined ? ':memory:' : join(folder, DATABASE_FILE))
    db = new Kysely<Tables>({ dialect: withCodedFailures(new SqliteDialect({ database }), place) })
    if (folder !== undefined) await keepBefore(db, folder, migrations)
    await migrate(db, migrations, place)
  } catch (cause) {
    await db?.destroy()
    unlock()
    if (cause instanceof ServerError && cause.code !== 'STORE_UNAVAILABLE') throw cause
    throw new ServerError('STORE_UNREADABLE', { place, reason: reasonOf(cause) }, { cause })
  }
  const opened = db
  return {
    db: opened,
    dialect: sqliteDialect,
    close: async () => {
      await opened.destroy()
      unlock()
    },
  }
}
