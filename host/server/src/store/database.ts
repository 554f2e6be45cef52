import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { ServerError } from '../errors.ts'
import { lockFolder } from './lock.ts'
import { migrations } from './migrations.ts'
import { openSqlite } from './sqlite.ts'
import type { Tables } from './tables.ts'

export interface Database {
  readonly db: Kysely<Tables>
  readonly close: () => Promise<void>
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

async function migrate(db: Kysely<Tables>, folder: string) {
  const { error, results } = await new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
  }).migrateToLatest()
  if (!error) return
  const newer = /corrupted migrations: previously executed migration .* is missing/.test(reasonOf(error))
  if (newer) throw new ServerError('STORE_NEWER', { folder }, { cause: error })
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName
  const reason = failed === undefined ? reasonOf(error) : `migration ${failed} failed: ${reasonOf(error)}`
  throw new ServerError('STORE_UNREADABLE', { folder, reason }, { cause: error })
}

/** Opens the store in a folder, which it makes, locks and brings up to date; in memory without a folder. */
export async function openDatabase(folder?: string): Promise<Database> {
  const name = folder ?? 'memory'
  let unlock = () => {}
  let db: Kysely<Tables> | undefined
  try {
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      unlock = lockFolder(folder)
    }
    db = new Kysely<Tables>({
      dialect: new SqliteDialect({
        database: openSqlite(folder === undefined ? ':memory:' : join(folder, 'orrery.db')),
      }),
    })
    await migrate(db, name)
  } catch (cause) {
    await db?.destroy()
    unlock()
    if (cause instanceof ServerError) throw cause
    throw new ServerError('STORE_UNREADABLE', { folder: name, reason: reasonOf(cause) }, { cause })
  }
  const opened = db
  return {
    db: opened,
    close: async () => {
      await opened.destroy()
      unlock()
    },
  }
}
