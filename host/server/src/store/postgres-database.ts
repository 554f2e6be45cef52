import { randomUUID } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import { Client, Pool, types as parsers, type CustomTypesConfig, type PoolConfig } from 'pg'
import { ServerError } from '../errors.ts'
import type { Database } from './database.ts'
import { createPostgresDialect } from './dialect.ts'
import { withCodedFailures } from './failures.ts'
import { migrate, reasonOf } from './migrate.ts'
import { createMigrations } from './migrations.ts'
import { createPostgresFeed } from './postgres-feed.ts'
import { placeOf } from './reach-postgres.ts'
import type { Tables } from './tables.ts'

const CONNECTIONS = 10
const CONNECT_MS = 10_000

/** Numbers of 64 bits, which the driver gives as texts: those of the store stay far below 2^53. */
const INT8 = 20
const types: CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === INT8 ? Number : parsers.getTypeParser(oid, format)),
}

/** Opens a PostgreSQL database and brings it up to date. Several hosts may do so at once. */
export async function openPostgres(url: string): Promise<Database> {
  const place = placeOf(url)
  const options: PoolConfig = {
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'orrery',
    types,
  }
  const pool = new Pool(options)
  // A connection that breaks while nobody uses it: the next query takes another.
  pool.on('error', () => {})
  const host = randomUUID()
  const dialect = createPostgresDialect(host)
  const db = new Kysely<Tables>({ dialect: withCodedFailures(new PostgresDialect({ pool }), place) })
  try {
    await migrate(db, createMigrations(dialect), place)
    const feed = await createPostgresFeed({ connect: () => new Client(options), db, host })
    return {
      db,
      dialect,
      onForeignChange: feed.onChange,
      onForeignSignal: feed.onSignal,
      close: async () => {
        await feed.close()
        await db.destroy()
      },
    }
  } catch (cause) {
    await db.destroy()
    if (cause instanceof ServerError && cause.code !== 'STORE_UNAVAILABLE') throw cause
    throw new ServerError('STORE_UNREADABLE', { place, reason: reasonOf(cause) }, { cause })
  }
}
