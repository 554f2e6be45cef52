import type { Subject } from '@orrery/access'
import { Dashboard } from '@orrery/dashboard'
import { createHooks, createKernel } from '@orrery/kernel'
import { queryHooks } from '@orrery/query'
import { createMemoryStore } from '@orrery/resource/testing'
import { expect, it } from 'vitest'
import { createDatasourceTypes } from '../datasources/types.ts'
import { createLog } from '../log/log.ts'
import { createCipher } from '../secrets/cipher.ts'
import { createVault } from '../secrets/vault.ts'
import { openDatabase } from '../store/database.ts'
import { dashboard } from '../testing/test-server.ts'
import { createPrepare } from './prepare.ts'

const viewer: Subject = { id: 'user:vi', name: 'vi', role: 'viewer' }

it('lets who may not run query text of their own save none: only what is saved already, wherever it moves', async () => {
  const log = createLog({ level: 'silent' })
  const hooks = createHooks(queryHooks, { onFault: () => {} })
  const kernel = createKernel({ side: 'server', sdk: '0.1.0', hooks, log: () => log })
  const database = await openDatabase()
  const vault = createVault(database.db, createCipher(new Uint8Array(32)))
  const store = createMemoryStore()
  const prepare = createPrepare({ kernel, types: createDatasourceTypes(kernel), vault, store })
  const stored = await store.put(dashboard('home', [{ expr: 'up' }, { expr: 'down' }]), {
    author: 'user:ada',
    ifMatch: undefined,
  })
  const save = (queries: object[], base?: typeof stored) =>
    prepare({ kind: Dashboard, body: dashboard('home', queries), stored: base, subject: viewer })

  expect((await save([{ expr: 'down' }, { expr: 'up' }], stored)).resource.id).toBe('home')
  expect((await save([], stored)).resource.id).toBe('home')
  const denied = expect.objectContaining({ code: 'ACCESS_DENIED' })
  await expect(save([{ expr: 'up' }, { expr: 'secret' }], stored)).rejects.toEqual(denied)
  await expect(save([{ expr: 'up' }])).rejects.toEqual(denied)
  await database.close()
})
