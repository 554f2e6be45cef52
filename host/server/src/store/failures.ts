import type { DatabaseConnection, Dialect, Driver } from 'kysely'
import { ServerError } from '../errors.ts'

interface Failure {
  readonly code?: unknown
  /** Of node:sqlite: the result code, whose lowest byte is the kind (https://sqlite.org/rescode.html). */
  readonly errcode?: unknown
  readonly message?: unknown
}

/** SQLite's result codes for a store that fails, rather than a statement that is wrong. */
const SQLITE_FAILURES: Readonly<Record<number, string>> = {
  5: 'it is busy',
  8: 'it is read-only',
  10: 'its disk fails',
  11: 'its file is damaged',
  13: 'its disk is full',
  14: 'its file cannot be opened',
  26: 'its file is no database',
}

/** PostgreSQL's classes of the same: connection, resources, operator's intervention, system (its manual, appendix A). */
const POSTGRES_FAILURES = /^(08|53|57|58|XX)/

const isConnectionFailure = (code: string, message: string) =>
  /^E[A-Z]+$/.test(code) || /connection (terminated|ended)|timeout exceeded when trying to connect/i.test(message)

/** PostgreSQL's "character not in repertoire": its texts hold no NUL. */
const NO_SUCH_CHARACTER = '22021'

/** Why the store itself failed; undefined for anything else. */
function failureOf(error: unknown): string | undefined {
  const { code, errcode, message } = (error ?? {}) as Failure
  if (typeof errcode === 'number') return SQLITE_FAILURES[errcode & 0xff]
  const text = String(message)
  const isFailure = typeof code === 'string' && (POSTGRES_FAILURES.test(code) || isConnectionFailure(code, text))
  return isFailure || isConnectionFailure('', text) ? text : undefined
}

/** SQLite rolls back by itself when its disk is full or fails; what failed is told, not that nothing is left to undo. */
function passOver(error: unknown): void {
  if (!/no transaction is active/.test(String((error as Failure).message))) throw error
}

/**
 * A dialect whose statements fail with STORE_UNAVAILABLE when the database is away, full or damaged. Nothing of a
 * transaction that fails so is kept, and later ones may work again.
 */
export function withCodedFailures(dialect: Dialect, place: string): Dialect {
  const coded = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run()
    } catch (error) {
      if ((error as Failure).code === NO_SUCH_CHARACTER)
        throw new ServerError('STORE_TEXT', undefined, { cause: error })
      const reason = failureOf(error)
      throw reason === undefined ? error : new ServerError('STORE_UNAVAILABLE', { place, reason }, { cause: error })
    }
  }
  // The driver hands transactions the connection that it made itself, so the wrapped one knows the other.
  const wrapped = new WeakMap<DatabaseConnection, DatabaseConnection>()
  const inner = (connection: DatabaseConnection) => wrapped.get(connection) ?? connection

  const wrapDriver = (driver: Driver): Driver => ({
    init: (options) => coded(() => driver.init(options)),
    acquireConnection: async (options) => {
      const connection = await coded(() => driver.acquireConnection(options))
      const outer: DatabaseConnection = {
        executeQuery: (query, options) => coded(() => connection.executeQuery(query, options)),
        streamQuery: (query, size, options) => connection.streamQuery(query, size, options),
      }
      wrapped.set(outer, connection)
      return outer
    },
    beginTransaction: (connection, settings) => coded(() => driver.beginTransaction(inner(connection), settings)),
    commitTransaction: (connection) => coded(() => driver.commitTransaction(inner(connection))),
    rollbackTransaction: (connection) => coded(() => driver.rollbackTransaction(inner(connection))).catch(passOver),
    releaseConnection: (connection, options) => driver.releaseConnection(inner(connection), options),
    destroy: (options) => driver.destroy(options),
  })
  return {
    createDriver: () => wrapDriver(dialect.createDriver()),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  }
}
