import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import { ServerError } from '../errors.ts'
import { migrate, reasonOf, type Database } from './database.ts'
import { sqliteDialect } from './dialect.ts'
import { withCodedFailures } from './failures.ts'
import { lockFolder } from './lock.ts'
import { openSqlite } from './sqlite.ts'
import type { Tables } from './tables.ts'

/** Opens the database of a folder, which it makes, locks and brings up to date; one in memory without a folder. */
export async function openSqliteFolder(folder?: string): Promise<Database> {
  const place = folder ?? 'memory'
  let unlock = () => {}
  let db: Kysely<Tables> | undefined
  try {
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      unlock = lockFolder(folder)
    }
    const database = openSqlite(folder === undefined ? ':memory:' : join(folder, 'orrery.db'))
    db = new Kysely<Tables>({ dialect: withCodedFailures(new SqliteDialect({ database }), place) })
    await migrate(db, sqliteDialect, place)
  } catch (cause) {
    await db?.destroy()
    unlock()
    if (cause instanceof ServerError) throw cause
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
