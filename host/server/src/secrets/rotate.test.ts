import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret, secretTarget, Type } from '@orrery/schema'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../store/database.ts'
import { replaceSecrets } from '../store/secret-rows.ts'
import { hasPostgres, startPostgres, type PostgresServer } from '../testing/postgres.ts'
import { createCipher } from './cipher.ts'
import { loadSecretKeys, type SecretKeySource } from './key.ts'
import { rotateSecretKey } from './rotate.ts'
import { createVault } from './vault.ts'

const schema = Type.Object({ url: Type.String({ ...secretTarget }), secrets: Type.Array(Secret({ title: 'Secret' })) })
const key = { namespace: 'default', kind: 'datasource', id: 'a' }
const options = { url: 'http://a', secrets: ['one', 'two', 'three'] }
const code = (expected: string) => expect.objectContaining({ code: expected })
const newKey = () => randomBytes(32).toString('base64')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orrery-rotate-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const vaultOf = ({ db }: Database, source: SecretKeySource) => createVault(db, createCipher(...loadSecretKeys(source)))
/** Seals the options, and gives what is stored of them. */
async function seal(database: Database, source: SecretKeySource): Promise<unknown> {
  const sealed = await vaultOf(database, source).seal({ key, schema, options })
  await replaceSecrets(database.db, key, sealed.secrets)
  return sealed.options
}
const sealedTexts = async ({ db }: Database) =>
  (await db.selectFrom('secrets').select('sealed').execute()).map(({ sealed }) => sealed)
async function withFolder<T>(use: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ folder })
  try {
    return await use(database)
  } finally {
    await database.close()
  }
}

it('seals all secrets with a new key, and leaves nothing of the old one', async () => {
  const stored = await withFolder((database) => seal(database, { folder }))
  const [oldKey] = loadSecretKeys({ folder })
  const old = await withFolder(sealedTexts)
  expect(await rotateSecretKey({ folder })).toBe(3)
  expect(loadSecretKeys({ folder })).not.toContainEqual(oldKey)
  expect(statSync(join(folder, 'secret.key')).mode & 0o077).toBe(0)
  expect(existsSync(join(folder, 'secret.key.next'))).toBe(false)
  expect(await withFolder((database) => vaultOf(database, { folder }).open(key, schema, stored))).toEqual(options)
  const bytes = readFileSync(join(folder, 'orrery.db'), 'latin1')
  expect(old.filter((text) => bytes.includes(text))).toEqual([])
  expect(bytes).toContain((await withFolder(sealedTexts))[0])
})

it('refuses a folder on which a host runs, and one without a store', async () => {
  await withFolder(async () => {
    await expect(rotateSecretKey({ folder })).rejects.toEqual(code('STORE_LOCKED'))
  })
  await expect(rotateSecretKey({ folder: join(folder, 'none') })).rejects.toEqual(code('STORE_MISSING'))
})

it('changes nothing when a secret cannot be opened', async () => {
  await withFolder((database) => seal(database, { folder }))
  const before = readFileSync(join(folder, 'secret.key'))
  await withFolder(({ db }) =>
    db
      .updateTable('secrets')
      .where('path', '=', '/secrets/1')
      .set({ sealed: randomBytes(60).toString('base64') })
      .execute(),
  )
  const sealed = await withFolder(sealedTexts)
  await expect(rotateSecretKey({ folder })).rejects.toMatchObject({
    code: 'SECRET_UNREADABLE',
    params: { path: '/secrets/1', kind: 'datasource', id: 'a' },
  })
  expect(await withFolder(sealedTexts)).toEqual(sealed)
  expect(readFileSync(join(folder, 'secret.key'))).toEqual(before)
})

it('goes from a given key to another, and asks for both', async () => {
  const [old, next] = [newKey(), newKey()]
  const stored = await withFolder((database) => seal(database, { given: old }))
  await expect(rotateSecretKey({ folder, given: next })).rejects.toEqual(code('SECRET_KEY_PREVIOUS_NEEDED'))
  expect(await rotateSecretKey({ folder, given: next, previous: old })).toBe(3)
  expect(await withFolder((database) => vaultOf(database, { given: next }).open(key, schema, stored))).toEqual(options)
})

it('stays readable wherever it is cut off, and goes on from there', { timeout: 300_000 }, async () => {
  const script = (name: string) => join(import.meta.dirname, '../testing', name)
  const run = async (dieAt: number) => {
    const child = spawn(
      process.execPath,
      ['--conditions=orrery-source', '--import', script('dying.ts'), script('rotate-key.ts'), folder],
      { env: { ...process.env, ORRERY_TEST_DIE_AT: String(dieAt) }, stdio: ['ignore', 'ignore', 'inherit'] },
    )
    const [exitCode] = (await once(child, 'exit')) as [number | null]
    return exitCode
  }
  const stored = await withFolder((database) => seal(database, { folder }))
  const [first] = loadSecretKeys({ folder })
  const states = new Set<number>()
  let died = 0
  // Each dies one step later than the one before, until one comes to its end.
  for (let dieAt = 1; (await run(dieAt)) !== 0; dieAt++) {
    died++
    states.add(loadSecretKeys({ folder }).length)
    expect(await withFolder((database) => vaultOf(database, { folder }).open(key, schema, stored))).toEqual(options)
  }
  // It died with and without the file of the next key.
  expect(states.size).toBeGreaterThan(1)
  expect(died).toBeGreaterThan(5)
  expect(loadSecretKeys({ folder })).not.toContainEqual(first)
  expect(await withFolder((database) => vaultOf(database, { folder }).open(key, schema, stored))).toEqual(options)
})

describe.skipIf(!hasPostgres)('on PostgreSQL', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())

  it('rotates while hosts run that have both keys', async () => {
    const url = await server.createDatabase()
    const [old, next] = [newKey(), newKey()]
    const database = await openDatabase({ url })
    const stored = await seal(database, { given: old })
    await expect(rotateSecretKey({ databaseUrl: url })).rejects.toEqual(code('SECRET_KEY_NEEDED'))
    const [before, after] = [
      vaultOf(database, { given: old, previous: next }),
      vaultOf(database, { given: next, previous: old }),
    ]
    expect(await after.open(key, schema, stored)).toEqual(options)
    expect(await rotateSecretKey({ databaseUrl: url, given: next, previous: old })).toBe(3)
    for (const vault of [before, after, vaultOf(database, { given: next })])
      expect(await vault.open(key, schema, stored)).toEqual(options)
    await expect(vaultOf(database, { given: old }).open(key, schema, stored)).rejects.toEqual(code('SECRET_UNREADABLE'))
    expect(await rotateSecretKey({ databaseUrl: url, given: next, previous: old })).toBe(0)
    await database.close()
  })
})
