import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret, secretTarget, Type } from '@orrery/schema'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase, type Database } from '../store/database.ts'
import { replaceSecrets } from '../store/secret-rows.ts'
import { createCipher } from './cipher.ts'
import { loadSecretKeys } from './key.ts'
import { createVault, type SealRequest, type Vault } from './vault.ts'

const schema = Type.Object({
  url: Type.String({ title: 'URL', ...secretTarget }),
  note: Type.Optional(Type.String()),
  headers: Type.Array(Type.Object({ name: Type.String(), value: Secret({ title: 'Value' }) })),
})
const key = { namespace: 'default', kind: 'datasource', id: 'a' }
const withHeaders = (...values: unknown[]) => ({
  url: 'http://a',
  headers: values.map((value) => ({ name: 'x', value })),
})

let folder: string
let database: Database
let vault: Vault
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orrery-secrets-'))
  database = await openDatabase()
  vault = createVault(database.db, createCipher(...loadSecretKeys({})))
})
afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

const store = async (request: Partial<SealRequest>) => {
  const sealed = await vault.seal({ key, schema, options: {}, ...request })
  await replaceSecrets(database.db, key, sealed.secrets)
  return sealed.options as ReturnType<typeof withHeaders>
}
const code = (expected: string) => expect.objectContaining({ code: expected })
const rows = () => database.db.selectFrom('secrets').selectAll().execute()

it('stores a reference in place of each secret, and opens it again', async () => {
  const options = await store({ options: withHeaders('one', 'two') })
  expect(JSON.stringify([options, await rows()])).not.toMatch(/"one"|"two"/)
  expect(await vault.open(key, schema, options)).toEqual(withHeaders('one', 'two'))
})

it('keeps a stored secret while its target stays, wherever it moves in a list', async () => {
  const stored = await store({ options: withHeaders('one', 'two') })
  const turned = { ...stored, note: 'edited', headers: stored.headers.toReversed() }
  expect(await vault.open(key, schema, await store({ options: turned, stored }))).toMatchObject(
    withHeaders('two', 'one'),
  )
})

it('asks for a stored secret again when its target changes', async () => {
  const stored = await store({ options: withHeaders('one') })
  await expect(vault.seal({ key, schema, options: { ...stored, url: 'http://evil' }, stored })).rejects.toEqual(
    code('SECRET_REENTER'),
  )
  expect(await store({ options: { ...withHeaders('new'), url: 'http://b' }, stored })).toMatchObject({
    url: 'http://b',
  })
})

it('gives nobody the secret of another resource', async () => {
  const stored = await store({ options: withHeaders('one') })
  const other = { ...key, id: 'b' }
  await expect(vault.seal({ key: other, schema, options: stored })).rejects.toEqual(code('SECRET_REENTER'))
  await expect(vault.seal({ key: other, schema, options: stored, stored: withHeaders() })).rejects.toEqual(
    code('SECRET_REENTER'),
  )
  await expect(vault.open(other, schema, stored)).rejects.toEqual(code('SECRET_UNREADABLE'))
})

it('removes the secrets that nothing refers to any more', async () => {
  const stored = await store({ options: withHeaders('one', 'two') })
  await store({ options: { ...stored, headers: stored.headers.slice(1) }, stored })
  expect(await rows()).toHaveLength(1)
  const other = Type.Object({ url: Type.String() })
  await store({ schema: other, options: { url: 'http://other' } })
  expect(await rows()).toEqual([])
})

it('reveals to a test only what a save would take', async () => {
  const stored = await store({ options: withHeaders('one') })
  expect(await vault.reveal({ key, schema, options: stored, stored })).toEqual(withHeaders('one'))
  expect(await vault.reveal({ key, schema, options: withHeaders('typed') })).toEqual(withHeaders('typed'))
  await expect(vault.reveal({ key, schema, options: { ...stored, url: 'http://evil' }, stored })).rejects.toEqual(
    code('SECRET_REENTER'),
  )
})

it('lets only the configuration of the host name variables and files', async () => {
  const file = join(folder, 'token')
  writeFileSync(file, 'from file\n')
  const options = withHeaders({ $file: file })
  await expect(vault.seal({ key, schema, options })).rejects.toEqual(code('SECRET_SOURCE_FORBIDDEN'))
  const stored = await store({ options, trusted: true })
  expect(stored).toEqual(options)
  expect(await vault.open(key, schema, stored)).toEqual(withHeaders('from file'))
  expect(await store({ options, stored })).toEqual(options)
  await expect(vault.seal({ key, schema, options: { ...options, url: 'http://evil' }, stored })).rejects.toEqual(
    code('SECRET_REENTER'),
  )
})

it('says which variable or file is missing', async () => {
  await expect(vault.open(key, schema, withHeaders({ $env: 'ORRERY_NOT_SET' }))).rejects.toMatchObject({
    code: 'SECRET_SOURCE_MISSING',
    params: { path: '/headers/0/value', source: 'the environment variable ORRERY_NOT_SET' },
  })
  await expect(vault.open(key, schema, withHeaders({ $file: join(folder, 'none') }))).rejects.toEqual(
    code('SECRET_SOURCE_MISSING'),
  )
})

it('changes nothing when the configuration says the same secret again', async () => {
  const stored = await store({ options: withHeaders('one'), trusted: true })
  expect(await store({ options: withHeaders('one'), stored, trusted: true })).toEqual(stored)
  expect(await store({ options: withHeaders('other'), stored, trusted: true })).not.toEqual(stored)
})

it('cannot open a secret with another key, or one that was changed', async () => {
  const options = await store({ options: withHeaders('one') })
  const other = createVault(database.db, createCipher(...loadSecretKeys({})))
  await expect(other.open(key, schema, options)).rejects.toEqual(code('SECRET_UNREADABLE'))
  await database.db.updateTable('secrets').set({ path: '/headers/1/value' }).execute()
  await expect(vault.open(key, schema, options)).rejects.toEqual(code('SECRET_UNREADABLE'))
})

it('makes a key that only its owner reads, and takes it again', () => {
  const made = loadSecretKeys({ folder })
  expect(loadSecretKeys({ folder })).toEqual(made)
  // Windows has no such modes: there it is what the folder permits.
  const readable = process.platform === 'win32' ? 0 : statSync(join(folder, 'secret.key')).mode & 0o077
  expect(readable).toBe(0)
})

it('refuses a key that is none', () => {
  expect(() => loadSecretKeys({ folder, given: 'short' })).toThrow(
    expect.objectContaining({ code: 'SECRET_KEY_INVALID' }),
  )
  writeFileSync(join(folder, 'secret.key'), 'broken')
  expect(() => loadSecretKeys({ folder })).toThrow(expect.objectContaining({ code: 'SECRET_KEY_INVALID' }))
})

it('keeps a stored secret in its field only', async () => {
  const two = Type.Object({
    url: Type.String({ ...secretTarget }),
    password: Secret({ title: 'Password' }),
    shown: Type.Optional(Secret({ title: 'Sent in the address' })),
  })
  const stored = (await store({ schema: two, options: { url: 'http://a', password: 'one' } })) as unknown as {
    password: object
  }
  const moved = { url: 'http://a', password: 'other', shown: stored.password }
  await expect(vault.seal({ key, schema: two, options: moved, stored })).rejects.toEqual(code('SECRET_REENTER'))
})

it('asks again when any of several targets changes, wherever they are', async () => {
  const nested = Type.Object({
    proxy: Type.Optional(Type.Object({ host: Type.String({ ...secretTarget }) })),
    nodes: Type.Array(Type.Object({ url: Type.String({ ...secretTarget }), token: Secret({ title: 'Token' }) })),
  })
  const node = (url: string, token: unknown) => ({ url, token })
  const options = { nodes: [node('http://a', 'one'), node('http://b', 'two')] }
  const stored = (await store({ schema: nested, options })) as unknown as {
    nodes: [{ token: object }, { token: object }]
  }
  const [{ token: one }, { token: two }] = stored.nodes
  for (const nodes of [
    [node('http://b', one), node('http://a', two)],
    [node('http://a', one), node('http://evil', two)],
    [node('http://a', one), node('http://b', two), node('http://evil', one)],
    [node('http://evil', one)],
    [node('http://a', one)],
  ])
    await expect(vault.seal({ key, schema: nested, options: { nodes }, stored })).rejects.toEqual(
      code('SECRET_REENTER'),
    )
  const proxied = { ...stored, proxy: { host: 'evil' } }
  await expect(vault.seal({ key, schema: nested, options: proxied, stored })).rejects.toEqual(code('SECRET_REENTER'))
  expect(await vault.open(key, nested, await store({ schema: nested, options: stored, stored }))).toEqual(options)
})

it('asks again at any change where no target is marked', async () => {
  const unmarked = Type.Object({ server: Type.String(), token: Secret({ title: 'Token' }) })
  const stored = (await store({ schema: unmarked, options: { server: 'a', token: 'one' } })) as unknown as object
  const turned = { ...stored, server: 'evil' }
  await expect(vault.seal({ key, schema: unmarked, options: turned, stored })).rejects.toEqual(code('SECRET_REENTER'))
  expect(await store({ schema: unmarked, options: stored, stored })).toEqual(stored)
})

it('leaves a null that stands in place of a secret', async () => {
  const nullable = Type.Object({ url: Type.String(), token: Type.Union([Secret({ title: 'Token' }), Type.Null()]) })
  expect(await store({ schema: nullable, options: { url: 'http://a', token: null } })).toEqual({
    url: 'http://a',
    token: null,
  })
})
