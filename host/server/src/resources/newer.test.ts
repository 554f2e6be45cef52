import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../store/database.ts'
import { dashboard, startTestServer } from '../testing/test-server.ts'

const NS = '/api/v1/ns/default'

/** What a newer host might write besides, in ways of its own; the name of the document is put in. */
const parts: readonly string[] = [
  '"spec":{"tabs":[]}',
  '"spec" : { "b" : 1.0 , "a" : 1e3 },\n\t"status": { "seen": null }',
  '"spec":{"panels":{"cpu":{"type":"hologram","depth":[[1,[2,[]]],{}]}},"layout":{"type":"sphere","items":[0]}}',
  String.raw`"spec":{"text":"\u00e4\ud83d\ude00 \\ \"quoted\" <b> ${'\u2028'}","":"no name","a b":true}`,
  '"spec":{"time":{"from":"now-1h","to":"now","calendar":"lunar"},"panels":{},"layout":{"type":"grid","items":[]}}',
  '"metadata2":{},"spec":{}',
]
const texts = parts.map(
  (part, index) =>
    `{"kind":"dashboard","apiVersion":"orrery.dev/v9", "namespace":"default","id":"newer-${index}","metadata":{"title":"N","color":1},${part}}\n`,
)

async function store(folder: string) {
  const { db, close } = await openDatabase({ folder })
  const at = new Date().toISOString()
  for (const [index, text] of texts.entries()) {
    const row = { namespace: 'default', kind: 'dashboard', id: `newer-${index}`, text, managedBy: null }
    const stored = { ...row, revision: 'r'.repeat(32), createdAt: at }
    const { change } = await db
      .insertInto('changes')
      .values({ ...stored, action: 'create', author: 'user:later', at })
      .returning('change')
      .executeTakeFirstOrThrow()
    const told = { change, updatedAt: at, updatedBy: 'user:later', folder: null, sort: `n\nnewer-${index}` }
    await db
      .insertInto('resources')
      .values({ ...stored, ...told })
      .execute()
  }
  await close()
}

it('serves whatever a newer host wrote of a dashboard as it is, and lets nobody change it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-newer-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  await store(folder)
  const server = await startTestServer({ dataFolder: folder })
  onTestFinished(() => server.close())
  const admin = await server.setUp()
  for (const [index, text] of texts.entries()) {
    const id = `newer-${index}`
    expect((await admin.send(`${NS}/stored/dashboard/${id}`)).body).toMatchObject({ text })
    const { body } = await admin.send(`${NS}/dashboards/${id}`)
    expect((body as { resource: unknown }).resource).toEqual(JSON.parse(text))
    const written = await admin.send(`${NS}/dashboards/${id}`, {
      method: 'PUT',
      body: dashboard(id, []),
      headers: { 'if-match': '*' },
    })
    expect(written).toMatchObject({ status: 409, body: { code: 'RESOURCE_READ_ONLY' } })
    expect((await admin.send(`${NS}/stored/dashboard/${id}`)).body).toMatchObject({ text })
  }
})
