import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Resource } from '@orrery/resource'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { backupStore, restoreStore } from './backup.ts'
import { openDatabase } from './database.ts'
import { sqliteDialect } from './dialect.ts'
import { createMigrations } from './migrations.ts'
import { createResourceStore } from './resource-store.ts'
import { openSqliteFolder } from './sqlite-database.ts'
import { noIndex } from '../testing/no-index.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orrery-backup-'))
  file = join(folder, 'copy.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const note = (id: string, text = ''): Resource => ({
  apiVersion: 'orrery.dev/v1',
  kind: 'note',
  namespace: 'default',
  id,
  metadata: { title: id },
  spec: { text },
})
const open = async (data: string) => {
  const database = await openDatabase({ folder: join(folder, data) })
  return { ...database, store: createResourceStore(database, noIndex) }
}
const put = ({ store }: Awaited<ReturnType<typeof open>>, resource: Resource) =>
  store.put(resource, { author: 'user:ada', ifMatch: undefined })
const ids = async ({ store }: Awaited<ReturnType<typeof open>>) =>
  (await store.list({ namespace: 'default', kind: 'note', limit: 1000 })).items.map(({ resource }) => resource.id)

it('copies a store that is written to, as it was at one moment', async () => {
  const host = await open('data')
  for (let i = 0; i < 50; i++) await put(host, note(`n${i}`))
  const writing = (async () => {
    for (let i = 50; i < 200; i++) await put(host, note(`n${i}`))
  })()
  await backupStore(join(folder, 'data'), file)
  await writing
  await host.close()
  expect(restoreStore(join(folder, 'other'), file)).toBeUndefined()
  const restored = await open('other')
  const found = (await ids(restored)).map((id) => Number(id.slice(1))).toSorted((a, b) => a - b)
  expect(found.length).toBeGreaterThanOrEqual(50)
  // A prefix of what was written: no write is there without those before it.
  expect(found).toEqual(found.map((_, i) => i))
  expect((await restored.store.changes({ namespace: 'default', limit: 1000 })).items).toHaveLength(found.length)
  await restored.close()
})

it('keeps what a restore replaces', async () => {
  const first = await open('data')
  await put(first, note('a'))
  await backupStore(join(folder, 'data'), file)
  await put(first, note('b'))
  expect(() => restoreStore(join(folder, 'data'), file)).toThrow(expect.objectContaining({ code: 'STORE_LOCKED' }))
  await first.close()
  const replaced = restoreStore(join(folder, 'data'), file)!
  const restored = await open('data')
  expect(await ids(restored)).toEqual(['a'])
  await restored.close()
  restoreStore(join(folder, 'data'), replaced)
  const back = await open('data')
  expect(await ids(back)).toEqual(['a', 'b'])
  await back.close()
})

it('refuses what is no backup, and to write over a file', async () => {
  const host = await open('data')
  await put(host, note('a', 'x'.repeat(100_000)))
  await expect(backupStore(join(folder, 'nowhere'), file)).rejects.toMatchObject({ code: 'STORE_MISSING' })
  await expect(backupStore(join(folder, 'data'), join(folder, 'no/where.db'))).rejects.toMatchObject({
    code: 'BACKUP_FAILED',
  })
  await backupStore(join(folder, 'data'), file)
  await expect(backupStore(join(folder, 'data'), file)).rejects.toMatchObject({ code: 'BACKUP_EXISTS' })
  await host.close()
  const invalid = (path: string) =>
    expect(() => restoreStore(join(folder, 'other'), path)).toThrow(expect.objectContaining({ code: 'BACKUP_INVALID' }))
  invalid(join(folder, 'absent.db'))
  writeFileSync(join(folder, 'text.db'), 'no database')
  invalid(join(folder, 'text.db'))
  truncateSync(file, statSync(file).size - 8192)
  invalid(file)
})

it('says that the disk is full, loses nothing, and goes on when there is room', async () => {
  const host = await open('data')
  await put(host, note('a'))
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(host.db)
  await sql.raw(`pragma max_page_count = ${rows[0]!.page_count + 2}`).execute(host.db)
  await expect(put(host, note('b', 'x'.repeat(100_000)))).rejects.toMatchObject({
    code: 'STORE_UNAVAILABLE',
    status: 503,
    params: { reason: 'its disk is full' },
  })
  expect(await ids(host)).toEqual(['a'])
  await sql.raw('pragma max_page_count = 100000').execute(host.db)
  await put(host, note('b', 'x'.repeat(100_000)))
  expect(await ids(host)).toEqual(['a', 'b'])
  await host.close()
})

it('says that its file is damaged', async () => {
  const host = await open('data')
  for (let i = 0; i < 100; i++) await put(host, note(`n${i}`, 'x'.repeat(5000)))
  await host.close()
  const path = join(folder, 'data/orrery.db')
  const bytes = readFileSync(path)
  // All but the first pages, which say what the tables are.
  bytes.fill(0x5a, 256 * 1024)
  writeFileSync(path, bytes)
  const damaged = await open('data')
  await expect(ids(damaged)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', status: 503 })
  await damaged.close()
})

it('copies a store beside itself before its tables change, and a new one not', async () => {
  const host = await open('data')
  await put(host, note('a'))
  await host.close()
  const data = join(folder, 'data')
  expect(readdirSync(data).filter((name) => name.includes('before'))).toEqual([])
  const later = {
    ...createMigrations(sqliteDialect),
    '9999-later': { up: async (db: typeof host.db) => void (await sql`drop table resources`.execute(db)) },
  }
  await (await openSqliteFolder(data, later)).close()
  expect(restoreStore(join(folder, 'other'), join(data, 'orrery.db.before-9999-later'))).toBeUndefined()
  const before = await open('other')
  expect(await ids(before)).toEqual(['a'])
  await before.close()
})
