import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** Of a data folder. */
export const DATABASE_FILE = 'orrery.db'

/** To prepare a statement takes longer than to run most; there are some dozen, and some that differ by their length. */
const MOST_STATEMENTS = 200

/** `node:sqlite` in the shape of Kysely's SQLite dialect. `:memory:` keeps nothing. */
export function openSqlite(path: string): SqliteDatabase {
  const database = new DatabaseSync(path, { timeout: 5000 })
  try {
    database.exec(
      'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma trusted_schema = off',
    )
  } catch (error) {
    database.close()
    throw error
  }
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const known = prepared.get(sql)
      if (known) return known
      const statement = database.prepare(sql)
      // Kysely's parameters are what the query builder was given: texts, numbers, bytes and nulls.
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
      const made: SqliteStatement = {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      }
      if (prepared.size >= MOST_STATEMENTS) prepared.clear()
      prepared.set(sql, made)
      return made
    },
  }
}
