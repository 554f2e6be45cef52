import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { startTestServer } from '../testing/test-server.ts'

const PATH = '/api/v1/ns/default/provisioning'

it('tells admins which documents were not taken, until they are', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-report-'))
  const file = join(folder, 'a.yaml')
  writeFileSync(file, 'apiVersion: orrery.dev/v1\nkind: dashbord\n')
  const server = await startTestServer({ provisioning: [folder], provisioningMs: 20 })
  onTestFinished(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })
  const admin = await server.setUp()
  expect((await admin.send(PATH)).body).toEqual({
    folders: [folder],
    readAt: expect.any(String) as string,
    problems: [
      { file, line: 2, code: 'PROVISIONING_INVALID', reason: expect.stringContaining('kind must be one of') as string },
    ],
  })
  await admin.send('/api/v1/users', {
    method: 'POST',
    body: { name: 'eve', password: 'battery staple', role: 'editor' },
  })
  const eve = await server.signIn('eve', 'battery staple')
  expect(await eve.send(PATH)).toMatchObject({ status: 403 })
  const good =
    'apiVersion: orrery.dev/v1\nkind: folder\nnamespace: default\nid: ops\nmetadata: { title: Ops }\nspec: {}\n'
  writeFileSync(file, good)
  await vi.waitFor(async () => expect((await admin.send(PATH)).body).toMatchObject({ problems: [] }), { timeout: 5000 })
})

it('tells that there are no folders', async () => {
  const server = await startTestServer({})
  onTestFinished(() => server.close())
  const admin = await server.setUp()
  expect((await admin.send(PATH)).body).toEqual({ folders: [], problems: [] })
})
