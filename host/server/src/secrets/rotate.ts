import { closeSync, existsSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { ServerError } from '../errors.ts'
import { openDatabase, type Database } from '../store/database.ts'
import { DATABASE_FILE } from '../store/sqlite.ts'
import { createCipher, type Cipher } from './cipher.ts'
import {
  createKey,
  KEY_FILE,
  loadSecretKeys,
  NEXT_KEY_FILE,
  parseGivenKeys,
  readKeyFile,
  toKeyText,
  type GivenKeys,
} from './key.ts'
import { placeOf } from './vault.ts'

export interface Rotation extends GivenKeys {
  readonly folder?: string
  /** In place of the database of the folder. */
  readonly databaseUrl?: string
}

function sync(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** The key to go over to: that of a rotation that did not end, else a new one, which is on disk before it is used. */
function prepareNextKey(folder: string): Uint8Array {
  const file = join(folder, NEXT_KEY_FILE)
  const known = readKeyFile(file)
  if (known) return known
  const key = createKey()
  const part = `${file}.part`
  writeFileSync(part, toKeyText(key), { mode: 0o600 })
  sync(part)
  renameSync(part, file)
  sync(folder)
  return key
}

/** Seals all secrets with the first key of the cipher, in one transaction; how many were not yet. */
const sealAnew = ({ db, dialect }: Database, cipher: Cipher): Promise<number> =>
  db.transaction().execute(async (trx) => {
    await dialect.beginWrite(trx)
    let count = 0
    for (const row of await trx.selectFrom('secrets').selectAll().execute()) {
      const { namespace, kind, resourceId, path } = row
      const place = placeOf({ namespace, kind, id: resourceId }, path)
      if (cipher.isCurrent(row.sealed, place)) continue
      let text
      try {
        text = cipher.open(row.sealed, place)
      } catch (cause) {
        throw new ServerError('SECRET_UNREADABLE', { path, kind, id: resourceId }, { cause })
      }
      await trx
        .updateTable('secrets')
        .set({ sealed: cipher.seal(text, place) })
        .where('id', '=', row.id)
        .execute()
      count++
    }
    return count
  })

/** Takes from the file what SQLite has only marked as free, so that nothing sealed with the old key stays in it. */
const forgetOld = ({ db }: Database) => sql`vacuum`.execute(db)

async function rotateGiven({ folder, databaseUrl, ...given }: Rotation): Promise<number> {
  const keys = parseGivenKeys(given)
  if (!keys) throw new ServerError('SECRET_KEY_NEEDED', undefined)
  if (keys.length === 1) throw new ServerError('SECRET_KEY_PREVIOUS_NEEDED', undefined)
  const database = await openDatabase(databaseUrl === undefined ? { folder: folder! } : { url: databaseUrl })
  try {
    const count = await sealAnew(database, createCipher(...keys))
    if (databaseUrl === undefined) await forgetOld(database)
    return count
  } finally {
    await database.close()
  }
}

async function rotateFile(folder: string): Promise<number> {
  const database = await openDatabase({ folder })
  try {
    const keys = loadSecretKeys({ folder })
    const count = await sealAnew(database, createCipher(prepareNextKey(folder), ...keys))
    await forgetOld(database)
    renameSync(join(folder, NEXT_KEY_FILE), join(folder, KEY_FILE))
    sync(folder)
    return count
  } finally {
    await database.close()
  }
}

/**
 * Seals every secret of a store with another key; how many there were. A key of the data folder is replaced by a new one:
 * no host may run on the folder, and wherever it is cut off, the store stays readable and the next rotation goes on. Keys
 * of the environment are the new and the previous one; hosts that share a database may run when they have both.
 * STORE_MISSING, STORE_LOCKED, SECRET_KEY_NEEDED, SECRET_KEY_PREVIOUS_NEEDED, SECRET_UNREADABLE; nothing is changed then.
 */
export async function rotateSecretKey(rotation: Rotation): Promise<number> {
  const { folder, databaseUrl, given } = rotation
  if (databaseUrl === undefined && (folder === undefined || !existsSync(join(folder, DATABASE_FILE))))
    throw new ServerError('STORE_MISSING', { folder: folder ?? 'memory' })
  return databaseUrl === undefined && given === undefined ? rotateFile(folder!) : rotateGiven(rotation)
}
