import type { Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { ServerError } from '../errors.ts'
import type { Tables } from './tables.ts'

export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Brings a database up to date. STORE_NEWER, STORE_UNREADABLE. */
export async function migrate(db: Kysely<Tables>, migrations: Record<string, Migration>, place: string): Promise<void> {
  const provider = { getMigrations: async () => migrations }
  const { error, results } = await new Migrator({ db, provider }).migrateToLatest()
  if (!error) return
  const newer = /corrupted migrations: previously executed migration .* is missing/.test(reasonOf(error))
  if (newer) throw new ServerError('STORE_NEWER', { place }, { cause: error })
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName
  const reason = failed === undefined ? reasonOf(error) : `migration ${failed} failed: ${reasonOf(error)}`
  throw new ServerError('STORE_UNREADABLE', { place, reason }, { cause: error })
}
