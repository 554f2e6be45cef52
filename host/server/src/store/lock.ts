import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ServerError } from '../errors.ts'

/**
 * Takes the data folder for this process; STORE_LOCKED when another host has it. The lock is SQLite's own on an empty
 * database, so the operating system drops it with the process, however that ends, and no stale file is left behind.
 */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, 'orrery.lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (cause) {
    lock.close()
    throw new ServerError('STORE_LOCKED', { folder }, { cause })
  }
  return () => lock.close()
}
