import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openDatabase } from './database.ts'
import { createResourceStore } from './resource-store.ts'
import { noIndex } from '../testing/no-index.ts'

const ROUNDS = 20
const WRITES = 1000
const writer = join(import.meta.dirname, '../testing/crash-writer.ts')

/** Lets a process write until it has acknowledged so many, kills it as a crash would, and gives what it acknowledged. */
async function writeAndKill(folder: string, prefix: string, after: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--conditions=orrery-source', writer, folder, prefix, String(WRITES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
    if (output.split('\n').length > after) child.kill('SIGKILL')
  })
  await exited
  // A line that the death cut is no acknowledgement.
  return output.split('\n').slice(1, -1)
}

it('loses no acknowledged write when its process is killed among a thousand', { timeout: 300_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-crash-'))
  const acknowledged: string[] = []
  for (let round = 0; round < ROUNDS; round++)
    acknowledged.push(...(await writeAndKill(folder, `r${round}`, 1 + Math.floor(Math.random() * WRITES))))
  const database = await openDatabase({ folder })
  const store = createResourceStore(database, noIndex)
  for (const id of acknowledged)
    expect((await store.get({ namespace: 'default', kind: 'note', id }))?.resource.id, id).toBe(id)
  const { rows } = await sql`pragma integrity_check`.execute(database.db)
  expect(rows).toEqual([{ integrity_check: 'ok' }])
  expect(acknowledged.length).toBeGreaterThan(ROUNDS)
  await database.close()
  rmSync(folder, { recursive: true })
})
