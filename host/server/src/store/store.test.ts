import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Resource } from '@orrery/resource'
import { testResourceStore } from '@orrery/resource/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hasPostgres, startPostgres, type PostgresServer } from '../testing/postgres.ts'
import { openDatabase, type Database, type DatabasePlace } from './database.ts'
import { createResourceStore, type HostResourceStore, type Reference } from './resource-store.ts'

const opened: (() => unknown)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

const temporaryFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-store-'))
  opened.push(() => rmSync(folder, { recursive: true }))
  return folder
}
const open = async (place: DatabasePlace = {}): Promise<Database> => {
  const database = await openDatabase(place)
  opened.push(database.close)
  return database
}
const index = {
  referencesOf: ({ spec }: Resource) => (spec as { refs?: Reference[] }).refs ?? [],
  wordsOf: ({ spec }: Resource) => (spec as { words?: string[] }).words ?? [],
}
const note = (id: string, spec: object = {}): Resource => ({
  apiVersion: 'orrery.dev/v1',
  kind: 'note',
  namespace: 'default',
  id,
  metadata: { title: id },
  spec,
})
const write = { author: 'user:ada', ifMatch: undefined }

/** What a store does on every database. */
function testStore(make: () => Promise<HostResourceStore>) {
  testResourceStore(make)

  it('knows who refers to a resource', async () => {
    const store = await make()
    const target = { namespace: 'default', kind: 'note', id: 'target' }
    await store.put(note('target'), write)
    const to = (path: string) => ({ path, kind: 'note', id: 'target' })
    await store.put(note('a', { refs: [to('/x'), to('/y')] }), write)
    await store.put(note('b', { refs: [to('/x')] }), write)
    expect(await store.usages(target)).toEqual([
      { namespace: 'default', kind: 'note', id: 'a' },
      { namespace: 'default', kind: 'note', id: 'b' },
    ])
    await store.put(note('a'), { ...write, ifMatch: '*' })
    await store.delete({ namespace: 'default', kind: 'note', id: 'b' }, { ...write, ifMatch: '*' })
    expect(await store.usages(target)).toEqual([])
  })
}

describe('on SQLite', () => {
  testStore(async () => createResourceStore(await open(), index))
})

describe.skipIf(!hasPostgres)('on PostgreSQL', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())
  const make = async (url: string) => createResourceStore(await open({ url }), index)

  testStore(async () => make(await server.createDatabase()))

  it('tells the changes of other hosts on the same database, each once', async () => {
    const url = await server.createDatabase()
    const [one, other] = [await make(url), await make(url)]
    const seen: string[] = []
    other.onChange(({ key, author }) => seen.push(`${key.id} by ${author}`))
    await one.put(note('a'), write)
    await other.put(note('b'), { ...write, author: 'user:bob' })
    await one.put(note('c'), write)
    await expect.poll(() => seen.toSorted()).toEqual(['a by user:ada', 'b by user:bob', 'c by user:ada'])
  })

  it('numbers the changes of hosts that write at once in the order in which they are seen', async () => {
    const url = await server.createDatabase()
    const stores = await Promise.all([make(url), make(url), make(url)])
    const told: number[] = []
    stores[0]!.onChange(({ change }) => told.push(change))
    await Promise.all(
      Array.from({ length: 60 }, (_, i) => stores[1 + (i % 2)]!.put(note(`n${i}`), { ...write, author: `user:${i}` })),
    )
    await expect.poll(() => told.length).toBe(60)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
  })

  it('says that it is away, and works again when it is back, with all that was acknowledged', async () => {
    const url = await server.createDatabase()
    const [one, other] = [await make(url), await make(url)]
    const seen: string[] = []
    other.onChange(({ key }) => seen.push(key.id))
    await one.put(note('a'), write)
    await expect.poll(() => seen).toEqual(['a'])
    await server.crash()
    await expect(one.put(note('b'), write)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', status: 503 })
    await expect(openDatabase({ url })).rejects.toMatchObject({ code: 'STORE_UNREADABLE' })
    await server.start()
    expect(await one.get({ namespace: 'default', kind: 'note', id: 'a' })).toBeDefined()
    await one.put(note('c'), write)
    // What was announced while nobody listened is read from the table.
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual(['a', 'c'])
  })

  it('refuses a text that it cannot keep', async () => {
    const store = await make(await server.createDatabase())
    const nul = { ...note('a'), metadata: { title: 'a\u0000b' } }
    await expect(store.put(nul, write)).rejects.toMatchObject({ code: 'STORE_TEXT', status: 400 })
    await expect(store.get({ namespace: 'default', kind: 'note', id: '\u0000' })).rejects.toMatchObject({ status: 400 })
  })

  it('names no password in what it says', async () => {
    const refused = await openDatabase({ url: 'postgres://ada:hunter2@127.0.0.1:1/orrery' }).catch(
      (error: unknown) => error as Error,
    )
    expect(refused).toMatchObject({ code: 'STORE_UNREADABLE', params: { place: 'postgres://127.0.0.1:1/orrery' } })
    expect(String(refused)).not.toContain('hunter2')
  })
})

it('keeps resources on disk', async () => {
  const folder = temporaryFolder()
  const database = await openDatabase({ folder })
  const stored = await createResourceStore(database, index).put(note('a'), write)
  await database.close()
  const store = createResourceStore(await open({ folder }), index)
  expect(await store.get({ namespace: 'default', kind: 'note', id: 'a' })).toEqual(stored)
})

it('refuses a folder that another host has, and takes it when that one is gone', async () => {
  const folder = temporaryFolder()
  const database = await openDatabase({ folder })
  await expect(openDatabase({ folder })).rejects.toMatchObject({ code: 'STORE_LOCKED', params: { folder } })
  await database.close()
  await open({ folder })
})

it('says why a store cannot be opened', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'orrery.db'), 'this is no database, and it is long enough to be seen as none'.repeat(20))
  await expect(openDatabase({ folder })).rejects.toMatchObject({ code: 'STORE_UNREADABLE' })
  await expect(openDatabase({ folder: join(folder, 'orrery.db') })).rejects.toMatchObject({ code: 'STORE_UNREADABLE' })
})

it('refuses a store of a newer host', async () => {
  const folder = temporaryFolder()
  const database = await openDatabase({ folder })
  // The migrator's own table, which `Tables` does not list.
  await database.db
    .insertInto('kysely_migration' as never)
    .values({ name: '9999-later', timestamp: new Date().toISOString() } as never)
    .execute()
  await database.close()
  await expect(openDatabase({ folder })).rejects.toMatchObject({ code: 'STORE_NEWER' })
})
