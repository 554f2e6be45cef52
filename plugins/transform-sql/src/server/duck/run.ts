import { DuckDBInstance, StatementType, type DuckDBConnection, type DuckDBResult } from '@duckdb/node-api'
import { MEGABYTES } from '../limits.ts'
import type { Job, Outcome } from '../job.ts'
import { fill } from './fill.ts'
import { toProblem } from './problem.ts'
import { readResult } from './read.ts'

/** From the widest to the last: nothing can be set after it. */
const locks = [
  `memory_limit = '${MEGABYTES}MB'`,
  "temp_directory = ''",
  'autoinstall_known_extensions = false',
  'autoload_known_extensions = false',
  'allow_community_extensions = false',
  'enable_external_access = false',
  'lock_configuration = true',
]

/** Runs one job in a database of its own, which holds nothing but its tables and is gone afterwards. */
export async function run({ sql, tables, maxRows }: Job): Promise<Outcome> {
  const database = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await database.connect()
  try {
    for (const lock of locks) await connection.run(`SET ${lock}`)
    for (const table of tables) await fill(connection, table)
    return await readResult(await answer(connection, sql), maxRows)
  } catch (error) {
    return { problem: toProblem(error, sql) }
  } finally {
    connection.closeSync()
    database.closeSync()
  }
}

/** Statements before the last one may make views, macros, types and tables of their own; the last one is a SELECT. */
async function answer(connection: DuckDBConnection, sql: string): Promise<DuckDBResult> {
  const statements = await connection.extractStatements(sql)
  const last = statements.count - 1
  for (let i = 0; i < last; i++) {
    const statement = await statements.prepare(i)
    if (statement.statementType !== StatementType.CREATE) throw new Error(refusal)
    await statement.run()
  }
  const statement = await statements.prepare(last)
  if (statement.statementType !== StatementType.SELECT) throw new Error(refusal)
  return statement.stream()
}

const refusal = 'Only SELECT is run here, and CREATE before it.'
