import { Logger, type Kernel } from '@orrery/kernel'
import type { DatasourceClient } from '@orrery/query'
import type { Resource } from '@orrery/resource'
import { Type } from '@orrery/schema'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createLog } from '../log/log.ts'
import { createCipher } from '../secrets/cipher.ts'
import { loadSecretKeys } from '../secrets/key.ts'
import { createVault } from '../secrets/vault.ts'
import { openDatabase, type Database } from '../store/database.ts'
import { createResourceStore, type HostResourceStore } from '../store/resource-store.ts'
import { createClients, type Clients } from './clients.ts'
import type { DatasourceType } from './types.ts'
import { noIndex } from '../testing/no-index.ts'

const type: DatasourceType = {
  id: 'fake',
  plugin: '@test/fake',
  options: Type.Object({ url: Type.String() }),
  query: Type.Object({}),
  version: 1,
  live: false,
  annotations: false,
  filters: false,
  migrates: false,
}
const key = { namespace: 'default', kind: 'datasource', id: 'd' }
const datasource = (url: string): Resource => ({
  apiVersion: 'orrery.dev/v1',
  ...key,
  metadata: { title: 'D' },
  spec: { type: 'fake', options: { url } },
})

let database: Database
let store: HostResourceStore
let clients: Clients
let connect: (options: { url: string }) => Promise<DatasourceClient<unknown>>
let closed: string[]
beforeEach(async () => {
  database = await openDatabase()
  store = createResourceStore(database, noIndex)
  closed = []
  connect = async ({ url }) => ({ query: async () => [], check: async () => url, close: () => void closed.push(url) })
  const log = createLog({ level: 'silent' })
  // As much of a kernel as opening a datasource asks for.
  const kernel = {
    openContribution: async () => (options: { url: string }) => connect(options),
    services: () => ({ get: (token: unknown) => (token === Logger ? log : undefined) }),
  } as unknown as Kernel
  const vault = createVault(database.db, createCipher(...loadSecretKeys({})))
  clients = createClients({ kernel, types: { find: () => type, get: () => type }, vault, store, log, timeoutMs: 100 })
})
afterEach(async () => {
  await clients.close()
  await database.close()
})

const save = async (url: string) =>
  store.put(datasource(url), { author: 'ada', ifMatch: (await store.get(key))?.revision })
const check = () => clients.check(type, { url: 'http://test' })

it('closes a datasource that changed when no query holds it any more', async () => {
  await save('http://a')
  await clients.use(key, async (held) => {
    await save('http://b')
    const now = await clients.use(key, async (client) => client)
    expect(now).not.toBe(held)
    expect(closed).toEqual([])
  })
  await expect.poll(() => closed).toEqual(['http://a'])
  await clients.close()
  expect(closed).toEqual(['http://a', 'http://b'])
})

it('opens what is stored now, and nothing that is gone', async () => {
  await expect(clients.use(key, async () => 1)).rejects.toMatchObject({ code: 'RESOURCE_NOT_FOUND' })
  await save('http://a')
  const client = await clients.use(key, async (opened) => opened)
  expect(await clients.use(key, async (opened) => opened)).toBe(client)
  await store.delete(key, { author: 'ada', ifMatch: '*' })
  await expect(clients.use(key, async () => 1)).rejects.toMatchObject({ code: 'RESOURCE_NOT_FOUND' })
})

it('does not wait for a plugin that does not connect, check or close', async () => {
  const never = () => new Promise<never>(() => {})
  const query = async () => []
  connect = async () => ({ query, check: never })
  await expect(check()).rejects.toMatchObject({ code: 'DATASOURCE_TIMEOUT', params: { step: 'answer its test' } })
  connect = async () => ({ query, check: async () => 'fine', close: never })
  expect(await check()).toBe('fine')
  connect = never
  await expect(check()).rejects.toMatchObject({ code: 'DATASOURCE_TIMEOUT', params: { step: 'connect' } })
})

it('closes one that connects too late, and gives the result of one that fails to close', async () => {
  let finish = () => {}
  connect = ({ url }) =>
    new Promise((resolve) => {
      finish = () => resolve({ query: async () => [], close: () => void closed.push(url) })
    })
  await expect(check()).rejects.toMatchObject({ code: 'DATASOURCE_TIMEOUT' })
  finish()
  await expect.poll(() => closed).toEqual(['http://test'])
  connect = async () => ({
    query: async () => [],
    check: async () => 'fine',
    close: () => {
      throw new Error('closed already')
    },
  })
  expect(await check()).toBe('fine')
})
