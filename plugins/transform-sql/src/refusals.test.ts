import { defineTable, number } from '@orrery/sdk'
import { describe, expect, it } from 'vitest'
import { runSql } from './testing.ts'

const frames = [defineTable({ n: number() }).fromRows([{ n: 1 }], { refId: 'A' })]
const problemOf = async (sql: string) => {
  const { frames: made, notices } = await runSql(sql, frames)
  expect(made).toBe(frames)
  expect(notices).toHaveLength(1)
  expect(notices[0]!.severity).toBe('error')
  return notices[0]!.text
}

describe('SQL has no way out', () => {
  it.each([
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM '/etc/passwd.csv'",
    "SELECT * FROM read_text('/etc/*')",
    "SELECT * FROM glob('/*')",
    "SELECT * FROM 'https://example.com/a.parquet'",
    "COPY (SELECT 1) TO '/tmp/orrery-sql.csv'",
    "COPY A FROM '/etc/passwd'",
    "ATTACH '/tmp/orrery-sql.db'",
    "EXPORT DATABASE '/tmp/orrery-sql'",
    'INSTALL httpfs',
    'LOAD httpfs',
    "LOAD '/tmp/orrery.duckdb_extension'",
    'FROM duckdb_extensions()',
    'FROM duckdb_secrets()',
    "CREATE TABLE t AS FROM read_blob('/etc/passwd'); FROM t",
  ])('%s', async (sql) => {
    expect(await problemOf(sql)).toMatch(/Permission Error|Only SELECT/)
  })

  it.each([
    'SET threads = 4',
    'SET enable_external_access = true',
    "PRAGMA memory_limit = '10GB'",
    'RESET lock_configuration',
    "SELECT set_config('threads', '4')",
    "CALL enable_logging('QueryLog')",
    'SET threads = 4; SELECT 1',
    'DROP TABLE A',
    'DELETE FROM A',
    "ATTACH ':memory:' AS other",
  ])('nothing is set or changed by %s', async (sql) => {
    expect(await problemOf(sql)).toMatch(/locked|Only SELECT|does not exist/)
  })

  it('has no environment of the host, and writes nothing to its output', async () => {
    expect(await problemOf("SELECT getenv('PATH')")).toContain('does not exist')
    expect((await runSql('FROM enable_profiling()', frames)).notices).toEqual([])
    expect((await runSql('SELECT n FROM A', frames)).rows).toEqual([{ n: 1 }])
  })

  it('ends a statement that takes more memory than the database counts', async () => {
    expect(await problemOf("SELECT length(repeat(repeat('x', 1000000), 4000))")).toContain('memory')
  })

  it('ends a statement that takes more memory than it may', async () => {
    expect(await problemOf('SELECT list(i) FROM range(1000000000) t(i)')).toMatch(/Out of Memory Error|memory/)
  })
})

describe('a statement that is wrong', () => {
  it.each([
    [
      'SELEC 1',
      'SQL: Parser Error: syntax error at or near "SELEC", at line 1, column 1. The frames stay as they are.',
    ],
    ['SELECT 1,\n  nope FROM A', /Referenced column "nope" not found.*at line 2, column 3\./],
    [`SELECT ${'1, '.repeat(80)}nope FROM A`, /"nope" not found.*at line 1, column 248\./],
    ['SELECT * FROM B', /Table with name B does not exist.*, at line 1, column 15\./],
    ['SELECT $1', /parameter/],
    ['', 'SQL: There is no statement. The frames stay as they are.'],
    ['-- nothing', 'SQL: There is no statement. The frames stay as they are.'],
    ['EXPLAIN SELECT 1', 'SQL: Only SELECT is run here, and CREATE before it. The frames stay as they are.'],
  ])('%j is told with its place', async (sql, problem) => {
    expect(await problemOf(sql)).toEqual(typeof problem === 'string' ? problem : expect.stringMatching(problem))
  })

  it('is ended by its signal, and leaves room for the next', async () => {
    const endless = 'SELECT count(*) FROM range(1000000000000) a, range(1000000) b'
    const leaving = new AbortController()
    const all = Array.from({ length: 4 }, () => runSql(endless, [], { signal: leaving.signal }))
    const settled = Promise.allSettled(all)
    const quick = new AbortController()
    const waits = runSql('SELECT 1 AS one', [], { signal: quick.signal })
    leaving.abort(new Error('left'))
    expect((await settled).map((one) => one.status === 'rejected' && String(one.reason))).toEqual(
      all.map(() => 'Error: left'),
    )
    expect((await waits).rows).toEqual([{ one: 1 }])
    await expect(runSql('SELECT 1', [], { signal: leaving.signal })).rejects.toThrow('left')
  })
})
