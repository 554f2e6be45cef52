import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { ServerError } from '../errors.ts'
import { sqliteDialect } from './dialect.ts'
import { lockFolder } from './lock.ts'
import { reasonOf } from './migrate.ts'
import { createMigrations } from './migrations.ts'
import { DATABASE_FILE } from './sqlite.ts'

/** Puts a finished file in its place: whoever looks there sees all of it or nothing. */
function publish(part: string, file: string): void {
  const handle = openSync(part, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(part, file)
}

/**
 * Copies the SQLite store of a data folder into a file, as it is at one moment, also while a host runs on it. The key of
 * its secrets is not in it. BACKUP_EXISTS, STORE_MISSING, BACKUP_FAILED.
 */
export async function backupStore(folder: string, file: string): Promise<void> {
  const source = join(folder, DATABASE_FILE)
  if (!existsSync(source)) throw new ServerError('STORE_MISSING', { folder })
  if (existsSync(file)) throw new ServerError('BACKUP_EXISTS', { file })
  const part = `${file}.part`
  try {
    const database = new DatabaseSync(source, { readOnly: true, timeout: 5000 })
    try {
      await backup(database, part)
    } finally {
      database.close()
    }
    publish(part, file)
  } catch (cause) {
    rmSync(part, { force: true })
    throw new ServerError('BACKUP_FAILED', { file, reason: reasonOf(cause) }, { cause })
  }
}

/** Throws BACKUP_INVALID for what is no whole store that this host can read. */
function assertStore(file: string): void {
  const invalid = (reason: string, cause?: unknown) => new ServerError('BACKUP_INVALID', { file, reason }, { cause })
  if (!existsSync(file)) throw invalid('it is not there')
  const known = createMigrations(sqliteDialect)
  try {
    const database = new DatabaseSync(file, { readOnly: true })
    try {
      const [check] = database.prepare('pragma quick_check(1)').all()
      if (check?.['quick_check'] !== 'ok') throw invalid('it is damaged')
      const newer = database
        .prepare('select name from kysely_migration')
        .all()
        .find(({ name }) => !Object.hasOwn(known, String(name)))
      if (newer) throw invalid('a newer host wrote it')
    } finally {
      database.close()
    }
  } catch (error) {
    throw error instanceof ServerError ? error : invalid(reasonOf(error), error)
  }
}

/** Where the store is that was there before a restore. */
const replacedName = () => `${DATABASE_FILE}.replaced-${new Date().toISOString().replaceAll(':', '-')}`

/**
 * Makes a backup the store of a data folder, which no host may run on. What was there before is kept beside it; its path
 * is the answer. BACKUP_INVALID, STORE_LOCKED, BACKUP_FAILED.
 */
export function restoreStore(folder: string, file: string): string | undefined {
  assertStore(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const unlock = lockFolder(folder)
  const target = join(folder, DATABASE_FILE)
  const part = `${target}.part`
  try {
    copyFileSync(file, part)
    let replaced: string | undefined
    if (existsSync(target)) {
      // Its closing moves what is still in the log beside it into the file.
      new DatabaseSync(target).close()
      replaced = resolve(folder, replacedName())
      renameSync(target, replaced)
      for (const ending of ['-wal', '-shm']) rmSync(target + ending, { force: true })
    }
    publish(part, target)
    return replaced
  } catch (cause) {
    rmSync(part, { force: true })
    throw new ServerError('BACKUP_FAILED', { file: target, reason: reasonOf(cause) }, { cause })
  } finally {
    unlock()
  }
}
