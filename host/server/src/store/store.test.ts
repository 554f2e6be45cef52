import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Resource } from '@orrery/resource'
import { testResourceStore } from '@orrery/resource/testing'
import { afterEach, expect, it } from 'vitest'
import { openDatabase, type Database } from './database.ts'
import { createResourceStore, type Reference } from './resource-store.ts'

const opened: (() => unknown)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

const temporaryFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-store-'))
  opened.push(() => rmSync(folder, { recursive: true }))
  return folder
}
const open = async (folder?: string): Promise<Database> => {
  const database = await openDatabase(folder)
  opened.push(database.close)
  return database
}
const referencesOf = ({ spec }: Resource) => (spec as { refs?: Reference[] }).refs ?? []
const note = (id: string, spec: object = {}): Resource => ({
  apiVersion: 'orrery.dev/v1',
  kind: 'note',
  namespace: 'default',
  id,
  metadata: { title: id },
  spec,
})
const write = { author: 'user:ada', ifMatch: undefined }

testResourceStore(async () => createResourceStore((await open()).db, referencesOf))

it('keeps resources on disk', async () => {
  const folder = temporaryFolder()
  const database = await openDatabase(folder)
  const stored = await createResourceStore(database.db, referencesOf).put(note('a'), write)
  await database.close()
  const store = createResourceStore((await open(folder)).db, referencesOf)
  expect(await store.get({ namespace: 'default', kind: 'note', id: 'a' })).toEqual(stored)
})

it('refuses a folder that another host has, and takes it when that one is gone', async () => {
  const folder = temporaryFolder()
  const database = await openDatabase(folder)
  await expect(openDatabase(folder)).rejects.toMatchObject({ code: 'STORE_LOCKED', params: { folder } })
  await database.close()
  await open(folder)
})

it('says why a store cannot be opened', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'orrery.db'), 'this is no database, and it is long enough to be seen as none'.repeat(20))
  await expect(openDatabase(folder)).rejects.toMatchObject({ code: 'STORE_UNREADABLE' })
  await expect(openDatabase(join(folder, 'orrery.db'))).rejects.toMatchObject({ code: 'STORE_UNREADABLE' })
})

it('refuses a store of a newer host', async () => {
  const folder = temporaryFolder()
  const database = await openDatabase(folder)
  // The migrator's own table, which `Tables` does not list.
  await database.db
    .insertInto('kysely_migration' as never)
    .values({ name: '9999-later', timestamp: new Date().toISOString() } as never)
    .execute()
  await database.close()
  await expect(openDatabase(folder)).rejects.toMatchObject({ code: 'STORE_NEWER' })
})

it('knows who refers to a resource', async () => {
  const store = createResourceStore((await open()).db, referencesOf)
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
